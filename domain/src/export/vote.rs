//! Votes: judgments with their sides undone, in terms of the task's own responses.

use super::{Recorded, RecordedSkip};
use crate::answers::Answers;
use crate::answers::preferences::Order;
use crate::judgment::{Judgment, Verdict};
use crate::presentation::Presentation;
use crate::task::Task;

/// What a judgment says about two responses, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Stand {
    /// The first (0) or the second (1) of the two is better.
    For(usize),
    Tie,
    BothBad,
    BothGood,
}

/// A judgment with its sides undone.
#[derive(Debug, Clone)]
pub(super) struct Spoken<'a> {
    pub recorded: &'a Recorded,
    /// The answers in the task's own order.
    pub answers: Answers,
    /// For each response shown its position in the task.
    places: Vec<usize>,
}

/// What a judgment says about two responses of the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Vote {
    pub stand: Stand,
    /// Which of the two (0 or 1) was shown before the other; none where one was not shown.
    pub shown_first: Option<usize>,
    /// How many ranks the second stands below the first; 0 but of rankings.
    pub rank_distance: i64,
}

impl Vote {
    /// The same about the second and the first.
    pub(super) fn turned(self) -> Self {
        let stand = match self.stand {
            Stand::For(side) => Stand::For(1 - side),
            same => same,
        };
        let shown_first = self.shown_first.map(|side| 1 - side);
        Self { stand, shown_first, rank_distance: -self.rank_distance }
    }

    /// What a judgment says about two texts of which it says something more than once, because a
    /// text stands in its task twice: a preference that it does not take back, else a tie.
    pub(super) fn together(votes: &[Self]) -> Option<Self> {
        let first = *votes.first()?;
        let of = |stand: Stand| votes.iter().copied().find(|vote| vote.stand == stand);
        Some(match (of(Stand::For(0)), of(Stand::For(1))) {
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) if votes.iter().all(|vote| vote.stand == first.stand) => first,
            _ => Self { stand: Stand::Tie, rank_distance: 0, ..first },
        })
    }
}

/// Whether a skip stands no more: its rater has judged the task all the same, or it was put back.
pub(super) fn is_taken_back(skipped: &RecordedSkip, all: &[Recorded]) -> bool {
    skipped.put_back
        || all.iter().any(|recorded| recorded.judgment.rater_id == skipped.skip.rater_id)
}

/// Whether the same rater has judged the same task again later.
pub(super) fn is_superseded(judgment: &Judgment, all: &[Recorded]) -> bool {
    let rank = |judgment: &Judgment| (judgment.revision, age(judgment));
    all.iter()
        .map(|recorded| &recorded.judgment)
        .any(|other| other.rater_id == judgment.rater_id && rank(other) > rank(judgment))
}

impl<'a> Spoken<'a> {
    /// Undoes the sides; none if what was shown is not what the task holds.
    pub(super) fn of(task: &Task, recorded: &'a Recorded) -> Option<Self> {
        let places = places(task, &recorded.presentation)?;
        let answers = recorded.judgment.answers.undone(&places);
        Some(Self { recorded, answers, places })
    }

    /// What is said about the responses at two positions, the first below the second; none if
    /// nothing is.
    pub(super) fn vote(&self, first: usize, second: usize) -> Option<Vote> {
        let shown = |position| self.places.iter().position(|place| *place == position);
        let shown_first = usize::from(shown(first)? > shown(second)?);
        let (stand, rank_distance) = match self.recorded.judgment.verdict {
            Some(Verdict::A) => (Stand::For(shown_first), 0),
            Some(Verdict::B) => (Stand::For(1 - shown_first), 0),
            Some(Verdict::Tie) => (Stand::Tie, 0),
            Some(Verdict::BothBad) => (Stand::BothBad, 0),
            Some(Verdict::BothGood) => (Stand::BothGood, 0),
            None => {
                let said = self.answers.preferences(self.places.len());
                let (_, order) = said.into_iter().find(|(pair, _)| *pair == [first, second])?;
                match order {
                    Order::First(ranks) => (Stand::For(0), i64::from(ranks)),
                    Order::Second(ranks) => (Stand::For(1), -i64::from(ranks)),
                    Order::Tie => (Stand::Tie, 0),
                }
            }
        };
        Some(Vote { stand, shown_first: Some(shown_first), rank_distance })
    }
}

/// For each response shown its position in the task; none if what was shown is not what the task
/// holds.
pub(super) fn places(task: &Task, presentation: &Presentation) -> Option<Vec<usize>> {
    let ids: Vec<_> = task.responses.iter().map(|response| response.id).collect();
    presentation.places(&ids)
}

/// By the moment, and by the id within it.
pub(super) fn age(judgment: &Judgment) -> impl Ord + use<> {
    (judgment.submitted_at, judgment.id)
}
