//! Which task a rater gets next.
//!
//! A policy is a pure function: the same candidates, rater, seed and time give the same order. It
//! also says with which probability and for what reason a task came first. Both are stored with the
//! assignment, because estimates from tasks that were not chosen evenly must be reweighted.

use crate::id::{RaterId, TaskId};
use crate::random::{halves, mix};
use crate::timestamp::Timestamp;

/// How the next task is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SelectionPolicy {
    /// Every candidate of the highest priority has the same chance.
    Spread,
    /// The same among those with the fewest judgments, so that all tasks are judged once before any
    /// is judged twice.
    FewestFirst,
}

/// A task that the rater could take now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    pub task: TaskId,
    /// Higher comes first.
    pub priority: i32,
    /// How many of the task's slots are taken.
    pub taken: i32,
}

/// One rater asking for a task.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// In any order.
    pub candidates: &'a [Candidate],
    pub rater: RaterId,
    pub seed: u64,
    pub now: Timestamp,
}

/// A task in the order in which to try them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    pub task: TaskId,
    /// How likely the task was to come first, 0 to 1. 0 if others had to come before it.
    pub probability: f64,
    pub reason: SelectionReason,
}

/// Why a task comes first, or why it comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SelectionReason {
    /// There is no other candidate.
    Only,
    /// Drawn among all candidates.
    Drawn,
    /// Drawn among those of the highest priority.
    HighestPriority,
    /// Drawn among those of the highest priority with the fewest judgments.
    FewestJudgments,
    /// To be tried only if other raters took all that come before it.
    Fallback,
}

impl SelectionPolicy {
    /// Orders the candidates of a claim. Raters who come at the same moment get different orders, so
    /// that they do not all reach for the same task.
    pub fn order(self, claim: Claim<'_>) -> Vec<Choice> {
        let rank = |candidate: &Candidate| {
            let taken = if self == SelectionPolicy::FewestFirst { candidate.taken } else { 0 };
            (-i64::from(candidate.priority), taken)
        };
        let [high, low] = halves(claim.rater.0);
        let draw = mix(&[claim.seed, high, low, claim.now.micros().cast_unsigned()]);
        let mut candidates = claim.candidates.to_vec();
        candidates.sort_by_key(|candidate| {
            let [high, low] = halves(candidate.task.0);
            (rank(candidate), mix(&[draw, high, low]), candidate.task)
        });
        let Some(first) = candidates.first().copied() else { return Vec::new() };
        let equal = candidates.iter().filter(|other| rank(other) == rank(&first)).count();
        let probability = 1.0 / equal as f64;
        let reason = self.reason(&candidates, equal);
        let choice = |(place, candidate): (usize, &Candidate)| match place < equal {
            true => Choice { task: candidate.task, probability, reason },
            false => {
                let reason = SelectionReason::Fallback;
                Choice { task: candidate.task, probability: 0.0, reason }
            }
        };
        candidates.iter().enumerate().map(choice).collect()
    }

    /// Why the first `equal` of the ordered candidates come before the others.
    fn reason(self, candidates: &[Candidate], equal: usize) -> SelectionReason {
        let first = candidates[0];
        if candidates.len() == 1 {
            SelectionReason::Only
        } else if equal == candidates.len() {
            SelectionReason::Drawn
        } else if candidates[equal].priority == first.priority {
            SelectionReason::FewestJudgments
        } else {
            SelectionReason::HighestPriority
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::SelectionPolicy::{FewestFirst, Spread};
    use super::*;

    fn candidate(task: u128, priority: i32, taken: i32) -> Candidate {
        Candidate { task: TaskId(Uuid::from_u128(task)), priority, taken }
    }

    fn claim(candidates: &[Candidate], rater: u128, seed: u64) -> Claim<'_> {
        let rater = RaterId(Uuid::from_u128(rater));
        Claim { candidates, rater, seed, now: Timestamp::from_micros(1) }
    }

    #[test]
    fn raters_who_come_at_once_spread_over_the_candidates() {
        let candidates: Vec<_> = (0..16).map(|n| candidate(n, 0, 0)).collect();
        let mut firsts: HashMap<TaskId, usize> = HashMap::new();

        for rater in 0..16_000 {
            let order = Spread.order(claim(&candidates, rater, 7));
            *firsts.entry(order[0].task).or_default() += 1;
        }

        // 1,000 each, with a standard deviation of 31.
        assert_eq!(firsts.len(), 16);
        assert!(firsts.values().all(|count| (850..1_150).contains(count)), "{firsts:?}");
    }

    #[test]
    fn priority_comes_before_few_judgments_and_both_before_chance() {
        let candidates =
            [candidate(1, 0, 0), candidate(2, 5, 2), candidate(3, 5, 1), candidate(4, 5, 1)];
        let reason = |policy: SelectionPolicy, candidates: &[Candidate]| {
            let first = policy.order(claim(candidates, 1, 7))[0];
            (first.probability, first.reason)
        };

        assert_eq!(reason(Spread, &candidates), (1.0 / 3.0, SelectionReason::HighestPriority));
        assert_eq!(reason(FewestFirst, &candidates), (0.5, SelectionReason::FewestJudgments));
        assert_eq!(reason(FewestFirst, &candidates[2..]), (0.5, SelectionReason::Drawn));
        assert_eq!(reason(Spread, &candidates[..1]), (1.0, SelectionReason::Only));
        assert_eq!(Spread.order(claim(&[], 1, 7)), []);
    }

    proptest! {
        #[test]
        fn every_candidate_is_tried_once_in_an_order_that_depends_on_the_arguments_alone(
            candidates in prop::collection::vec((0..30_u128, 0..3_i32, 0..3_i32), 0..20),
            rater: u128,
            seed: u64,
        ) {
            let mut candidates: Vec<Candidate> =
                candidates.into_iter().map(|(task, priority, taken)| candidate(task, priority, taken)).collect();
            candidates.sort_by_key(|candidate| candidate.task);
            candidates.dedup_by_key(|candidate| candidate.task);
            for policy in [Spread, FewestFirst] {
                let order = policy.order(claim(&candidates, rater, seed));

                let mut tasks: Vec<_> = order.iter().map(|choice| choice.task).collect();
                tasks.sort();
                prop_assert!(tasks.iter().eq(candidates.iter().map(|candidate| &candidate.task)));
                let sum: f64 = order.iter().map(|choice| choice.probability).sum();
                prop_assert!(candidates.is_empty() || (sum - 1.0).abs() < 1e-9);
                let mut reversed = candidates.clone();
                reversed.reverse();
                prop_assert_eq!(policy.order(claim(&reversed, rater, seed)), order);
            }
        }
    }
}
