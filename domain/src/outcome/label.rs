//! Whether a judgment calls a response good or bad.

use super::unblinded::Unblinded;
use super::winner::Outcome;
use crate::answers::Answers;

/// Whether a judgment calls a response good, and how it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    pub is_good: bool,
    pub evidence: Evidence,
}

/// The evidence for a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The verdict says that both responses are good, or that both are bad.
    Both,
    /// The response is the better or the worse one of a pair.
    Pair,
    /// The response is the best or the worst one of a ranking.
    Ranking,
    /// The level of a rating.
    Rating,
    /// The rater wrote the response.
    Rewrite,
}

impl Evidence {
    /// The name in exports. Names are in the order of the variants.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Both => "both",
            Evidence::Pair => "pair",
            Evidence::Ranking => "ranking",
            Evidence::Rating => "rating",
            Evidence::Rewrite => "rewrite",
        }
    }
}

impl Unblinded {
    /// The label of the response at a position. `levels` is how many levels the rating had.
    ///
    /// A rating labels the upper half good and the lower half bad; the level in the middle gives no
    /// label. Of a pair the better one is good and the other bad; of a ranking, the best and the
    /// worst.
    pub fn label(&self, position: usize, levels: Option<u8>) -> Option<Label> {
        let label = |is_good, evidence| Some(Label { is_good, evidence });
        if let Some(level) = self.answers.rating {
            return label(is_good_level(level, levels?)?, Evidence::Rating);
        }
        match self.outcome {
            None => label(is_best(&self.answers, position)?, Evidence::Ranking),
            Some(Outcome::Tie) => None,
            Some(outcome) => match outcome.both_are_good() {
                Some(is_good) => label(is_good, Evidence::Both),
                None => label(outcome.winner() == Some(position), Evidence::Pair),
            },
        }
    }
}

/// Whether a level is in the upper half. `None` for the level in the middle.
fn is_good_level(level: u8, levels: u8) -> Option<bool> {
    let twice = 2 * u16::from(level);
    let middle = u16::from(levels) + 1;
    (twice != middle).then_some(twice > middle)
}

/// Whether a response is the best or the worst of a ranking. `None` if it is neither, or both.
fn is_best(answers: &Answers, position: usize) -> Option<bool> {
    if let (Some(best), Some(worst)) = (answers.best, answers.worst) {
        let position = u8::try_from(position).ok()?;
        return (position == best || position == worst).then_some(position == best);
    }
    let rank = answers.ranking.get(position)?;
    let last = answers.ranking.iter().max()?;
    (last > &1 && (*rank == 1 || rank == last)).then_some(*rank == 1)
}
