//! A judgment with the display order undone.

use super::comparison::Comparison;
use super::display_order::DisplayOrder;
use super::winner::Outcome;
use crate::answers::{Answer, Answers, Flag, Rewrite, Span};
use crate::id::ResponseId;
use crate::judgment::{Judgment, Verdict};
use crate::presentation::Presentation;

/// A judgment as it was made: everything refers to the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsShown<'a> {
    pub verdict: Option<Verdict>,
    pub grade: Option<i32>,
    pub answers: &'a Answers,
    pub presentation: &'a Presentation,
    /// Levels can only be compared under the same version.
    pub protocol_version: i32,
}

/// A judgment with the display order undone: everything refers to the task's own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unblinded {
    /// Of a pair: which response won.
    pub outcome: Option<Outcome>,
    /// Of a pair: how much better; negative if the first is better.
    pub grade: Option<i32>,
    /// With positions instead of places.
    pub answers: Answers,
    pub protocol_version: i32,
    order: DisplayOrder,
}

/// How a judgment orders the responses of a task that are not just a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RatedAs {
    /// Twice the rank of each response. Responses that share ranks have the mean of them, so that
    /// all ranks add up to the same sum. Between best and worst, all share their ranks.
    Ranks(Vec<u8>),
    /// The level of the only response.
    Level(u8),
}

impl<'a> AsShown<'a> {
    /// A recorded judgment with its presentation.
    pub fn of(judgment: &'a Judgment, presentation: &'a Presentation) -> Self {
        Self {
            verdict: judgment.verdict,
            grade: judgment.grade,
            answers: &judgment.answers,
            presentation,
            protocol_version: judgment.protocol_version,
        }
    }

    /// The position of the response that was shown at a place. Unlike [`AsShown::unblind`] it also
    /// finds it if the task has responses that were not shown.
    pub fn position(self, place: u8, responses: &[ResponseId]) -> Option<usize> {
        let shown = self.presentation.order.get(usize::from(place))?;
        responses.iter().position(|response| response == shown)
    }

    /// Undoes the display order. `responses` are those of the task in its own order. `None` if the
    /// rater saw others.
    pub fn unblind(self, responses: &[ResponseId]) -> Option<Unblinded> {
        let order = DisplayOrder::of(self.presentation, responses)?;
        let outcome = self.verdict.filter(|_| order.len() == 2).map(|verdict| match verdict {
            Verdict::A => Outcome::won_by(usize::from(order.is_turned())),
            Verdict::B => Outcome::won_by(usize::from(!order.is_turned())),
            Verdict::Tie => Outcome::Tie,
            Verdict::BothBad => Outcome::BothBad,
            Verdict::BothGood => Outcome::BothGood,
        });
        Some(Unblinded {
            outcome,
            grade: self.grade.filter(|_| outcome.is_some()).map(|grade| turned(grade, &order)),
            answers: in_task_order(self.answers, &order),
            protocol_version: self.protocol_version,
            order,
        })
    }
}

impl Unblinded {
    /// The order in which the responses were shown.
    pub fn order(&self) -> &DisplayOrder {
        &self.order
    }

    /// Compares the responses at two positions. `None` if the judgment says nothing about them.
    ///
    /// A ranking of k responses compares all k(k-1)/2 pairs. A best and a worst compare 2k-3 of
    /// them: nothing is known among those in between.
    pub fn compare(&self, first: usize, second: usize) -> Option<Comparison> {
        let shown_later = self.order.place(first)? > self.order.place(second)?;
        let shown_first = Some(usize::from(shown_later));
        if let Some(outcome) = self.outcome {
            let outcome = if first < second { outcome } else { outcome.mirrored() };
            return Some(Comparison { outcome, shown_first, rank_distance: 0 });
        }
        let rank_distance = self.rank_distance(first, second)?;
        let outcome = match rank_distance {
            ..0 => Outcome::Second,
            0 => Outcome::Tie,
            1.. => Outcome::First,
        };
        Some(Comparison { outcome, shown_first, rank_distance })
    }

    /// Every two positions that the judgment compares, the lower one first.
    pub fn comparisons(&self) -> impl Iterator<Item = ([usize; 2], Comparison)> {
        let n = self.order.len();
        let pairs = (0..n).flat_map(move |first| (first + 1..n).map(move |second| [first, second]));
        pairs.filter_map(|[first, second]| Some(([first, second], self.compare(first, second)?)))
    }

    /// The order that a ranking, a best and a worst, or a rating gives. `None` for a pair.
    pub fn rated_as(&self) -> Option<RatedAs> {
        if let Some(level) = self.answers.rating {
            return Some(RatedAs::Level(level));
        }
        let ranks: Vec<i64> =
            (0..self.order.len()).map(|position| self.rank(position)).collect::<Option<_>>()?;
        let doubled = |rank: &i64| {
            let better = ranks.iter().filter(|other| *other < rank).count();
            let sharing = ranks.iter().filter(|other| *other == rank).count();
            u8::try_from(2 * better + sharing + 1).ok()
        };
        Some(RatedAs::Ranks(ranks.iter().map(doubled).collect::<Option<_>>()?))
    }

    /// The positions of the responses that were put first. Empty without a ranking.
    pub fn best(&self) -> Vec<usize> {
        (0..self.order.len()).filter(|position| self.rank(*position) == Some(1)).collect()
    }

    /// 1 is the best. Of a best and a worst: 1, 2 for those in between, and 3.
    fn rank(&self, position: usize) -> Option<i64> {
        if !self.answers.ranking.is_empty() {
            return self.answers.ranking.get(position).copied().map(i64::from);
        }
        let (best, worst) = (self.answers.best?, self.answers.worst?);
        Some(match position {
            _ if position == usize::from(best) => 1,
            _ if position == usize::from(worst) => 3,
            _ => 2,
        })
    }

    fn rank_distance(&self, first: usize, second: usize) -> Option<i64> {
        let distance = self.rank(second)? - self.rank(first)?;
        // Those between the best and the worst are not known to be tied.
        (distance != 0 || !self.answers.ranking.is_empty()).then_some(distance)
    }
}

fn turned(grade: i32, order: &DisplayOrder) -> i32 {
    if order.is_turned() { -grade } else { grade }
}

/// Answers with positions instead of places.
fn in_task_order(answers: &Answers, order: &DisplayOrder) -> Answers {
    let position = |place: u8| order.short_position(place);
    let answer = |answer: &Answer| match answer {
        Answer::Grade(grade) => Answer::Grade(turned(*grade, order)),
        Answer::Levels(levels) => Answer::Levels(order.in_task_order(levels)),
        Answer::Choices(chosen) => Answer::Choices(chosen.clone()),
    };
    let criteria = answers.criteria.iter().map(|(key, given)| (key.clone(), answer(given)));
    let flag = |flag: &Flag| Flag { response: flag.response.map(position), ..flag.clone() };
    let span = |span: &Span| Span { response: position(span.response), ..span.clone() };
    let rewrite = |rewrite: &Rewrite| Rewrite { of: rewrite.of.map(position), ..rewrite.clone() };
    Answers {
        ranking: order.in_task_order(&answers.ranking),
        best: answers.best.map(position),
        worst: answers.worst.map(position),
        rating: answers.rating,
        criteria: criteria.collect(),
        confidence: answers.confidence,
        flags: answers.flags.iter().map(flag).collect(),
        flag_comment: answers.flag_comment.clone(),
        spans: answers.spans.iter().map(span).collect(),
        rewrite: answers.rewrite.as_ref().map(rewrite),
    }
}
