//! Assignments: which task comes next, and which of its slots a rater takes.

use crate::id::{AccountId, TaskId};
use crate::random::{halves, mix};

/// How many tasks ahead of a rater are looked at when one is chosen.
pub const WINDOW: i64 = 16;

/// How many tasks a rater may hold at once: the one in front and those fetched ahead.
pub const MAX_HELD: i64 = 8;

/// A task with free slots that the rater has not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Candidate {
    pub task_id: TaskId,
    /// Judgments still wanted and not in anybody's hands, at least 1.
    pub open_slots: i32,
}

/// Puts candidates in the order in which to try them: what is nearest to completion first, and
/// among equals by a throw of seed, rater and task, so that raters who come at once do not all
/// reach for the same task.
pub fn choose(mut candidates: Vec<Candidate>, rater: AccountId, seed: i64) -> Vec<Candidate> {
    let [rater_high, rater_low] = halves(rater.0);
    candidates.sort_by_key(|candidate| {
        let [high, low] = halves(candidate.task_id.0);
        let throw = mix(&[seed.cast_unsigned(), rater_high, rater_low, high, low]);
        (candidate.open_slots, throw)
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

    fn candidate(n: u128, open_slots: i32) -> Candidate {
        Candidate { task_id: TaskId(Uuid::from_u128(n)), open_slots }
    }

    #[test]
    fn what_is_nearest_to_completion_comes_first() {
        let candidates = vec![candidate(1, 3), candidate(2, 1), candidate(3, 2)];

        let chosen = choose(candidates, AccountId(Uuid::nil()), 0);

        assert_eq!(chosen.iter().map(|c| c.open_slots).collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn raters_spread_over_equal_tasks() {
        let candidates: Vec<_> = (0..16).map(|n| candidate(n, 2)).collect();

        let firsts: std::collections::HashSet<_> = (0..200)
            .map(|n| choose(candidates.clone(), AccountId(Uuid::from_u128(n)), 0)[0].task_id)
            .collect();

        assert_eq!(firsts.len(), 16);
    }

    #[test]
    fn slots_are_filled_from_below_and_never_beyond_the_overlap() {
        assert_eq!(free_slot(&[], 3), Some(1));
        assert_eq!(free_slot(&[1, 3], 3), Some(2));
        assert_eq!(free_slot(&[1, 2, 3], 3), None);
    }
}
