//! Which response is shown first, and undoing it.

use serde::{Deserialize, Serialize};

use crate::id::{ResponseId, TaskId};
use crate::judgment::Verdict;
use crate::random::{halves, mix};

/// How a task stood before its rater; stored with the assignment and with the judgment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentation {
    /// The responses in the order in which they were shown.
    pub order: Vec<ResponseId>,
    /// Whether the models' names were hidden.
    pub blind: bool,
}

/// What a judgment says once the sides are undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// One response over the other.
    Over {
        chosen: ResponseId,
        rejected: ResponseId,
    },
    Tie,
    BothBad,
    BothGood,
}

/// Lays out the responses of a pair for the rater who takes `slot` (1, 2, …) of the task.
///
/// A coin from seed and task decides for the first slot, and every further slot turns the sides
/// round: over the raters of one task either order is shown equally often, give or take one,
/// and over tasks the order is even by chance.
pub fn order(seed: i64, task: TaskId, slot: i32, responses: &[ResponseId]) -> Presentation {
    let [high, low] = halves(task.0);
    let coin = mix(&[seed.cast_unsigned(), high, low]) & 1 == 1;
    let mut order = responses.to_vec();
    if coin ^ (slot % 2 == 0) {
        order.reverse();
    }
    Presentation { order, blind: true }
}

impl Presentation {
    /// Undoes the sides of a verdict. None if fewer than two responses were shown.
    pub fn undo(&self, verdict: Verdict) -> Option<Preference> {
        let [a, b] = self.order[..] else { return None };
        Some(match verdict {
            Verdict::A => Preference::Over { chosen: a, rejected: b },
            Verdict::B => Preference::Over { chosen: b, rejected: a },
            Verdict::Tie => Preference::Tie,
            Verdict::BothBad => Preference::BothBad,
            Verdict::BothGood => Preference::BothGood,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn pair() -> [ResponseId; 2] {
        [ResponseId(Uuid::from_u128(1)), ResponseId(Uuid::from_u128(2))]
    }

    #[test]
    fn either_order_is_shown_equally_often_over_tasks() {
        let first = (0..10_000)
            .filter(|n| order(7, TaskId(Uuid::from_u128(*n)), 1, &pair()).order == pair())
            .count();

        assert!((4_800..5_200).contains(&first), "{first} of 10,000");
    }

    proptest! {
        #[test]
        fn neighbouring_slots_see_opposite_sides(seed: i64, task: u128, slot in 1..99) {
            let task = TaskId(Uuid::from_u128(task));
            let mut other = order(seed, task, slot + 1, &pair()).order;
            other.reverse();

            prop_assert_eq!(order(seed, task, slot, &pair()).order, other);
        }

        #[test]
        fn swapping_sides_never_changes_the_chosen_response(seed: i64, task: u128, slot in 1..99) {
            let shown = order(seed, TaskId(Uuid::from_u128(task)), slot, &pair());
            let swapped = Presentation { order: shown.order.iter().rev().copied().collect(), blind: true };

            prop_assert_eq!(shown.undo(Verdict::A), swapped.undo(Verdict::B));
            prop_assert_eq!(shown.undo(Verdict::B), swapped.undo(Verdict::A));
            prop_assert_eq!(shown.undo(Verdict::Tie), swapped.undo(Verdict::Tie));
        }
    }
}
