//! Assignments: which task comes next, and which of its slots a rater takes.

use serde::{Deserialize, Serialize};

use crate::id::TaskId;
use crate::random::{halves, mix};

/// How many tasks a rater may hold at once: the one in front and those fetched ahead.
pub const MAX_HELD: i64 = 8;

/// The most tasks that are counted of those that a rater could still take.
pub const MOST_COUNTED: i64 = 1_000;

/// How much is left for a rater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Left {
    /// The tasks in hand, and up to 1,000 that could be claimed.
    pub tasks: i64,
    /// Whether there may be more than were counted.
    pub more: bool,
}

/// Puts the tasks that a rater may take in the order in which to try them: a throw of `seed`,
/// so that raters who come at once do not all reach for the same task, and so that none of the
/// tasks ahead waits for long.
pub fn choose(mut candidates: Vec<TaskId>, seed: u64) -> Vec<TaskId> {
    candidates.sort_by_key(|task| {
        let [high, low] = halves(task.0);
        mix(&[seed, high, low])
    });
    candidates
}

/// The lowest free slot of a task, from 1 to `overlap`; none if all are taken.
pub fn free_slot(taken: &[i32], overlap: i32) -> Option<i32> {
    (1..=overlap).find(|slot| !taken.contains(slot))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn raters_who_come_at_once_spread_over_the_tasks_ahead() {
        let candidates: Vec<_> = (0..16).map(|n| TaskId(Uuid::from_u128(n))).collect();

        let firsts: std::collections::HashSet<_> =
            (0..200).map(|seed| choose(candidates.clone(), seed)[0]).collect();

        assert_eq!(firsts.len(), 16);
    }

    #[test]
    fn slots_are_filled_from_below_and_never_beyond_the_overlap() {
        assert_eq!(free_slot(&[], 3), Some(1));
        assert_eq!(free_slot(&[1, 3], 3), Some(2));
        assert_eq!(free_slot(&[1, 2, 3], 3), None);
    }
}
