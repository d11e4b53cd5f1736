//! Which response is shown first. [`outcome`](crate::outcome) undoes it.

use serde::{Deserialize, Serialize};

use crate::id::{ResponseId, TaskId};
use crate::random::{halves, mix};

/// How a task was shown to its rater. Stored with the assignment and with the judgment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentation {
    /// The responses in the order in which they were shown.
    pub order: Vec<ResponseId>,
    /// Whether the models' names were hidden.
    pub blind: bool,
}

/// Lays out the responses of a task for the rater who takes `slot` (1, 2, …) of it.
///
/// Seed and task decide a first order. The slots then go through the rows of a Williams square: over
/// the raters of a task, each response is shown at each place equally often and follows each other
/// response equally often, up to one round. For a pair this is a random order for the first slot,
/// and every further slot turns the sides.
///
/// E. J. Williams, "Experimental designs balanced for the estimation of residual effects of
/// treatments", Australian Journal of Scientific Research A 2 (1949).
pub fn order(seed: i64, task: TaskId, slot: i32, responses: &[ResponseId]) -> Presentation {
    let shuffled = shuffle(seed, task, responses);
    let row = usize::try_from(slot.saturating_sub(1)).unwrap_or(0);
    let order = williams(shuffled.len(), row).into_iter().map(|place| shuffled[place]).collect();
    Presentation { order, blind: true }
}

/// Fisher and Yates, from the end to the front.
fn shuffle(seed: i64, task: TaskId, responses: &[ResponseId]) -> Vec<ResponseId> {
    let [high, low] = halves(task.0);
    let mut shuffled = responses.to_vec();
    let mut dice = mix(&[seed.cast_unsigned(), high, low]);
    for last in (1..shuffled.len()).rev() {
        let choices = u64::try_from(last + 1).expect("a task has few responses");
        let other = usize::try_from(dice % choices).expect("below the number of responses");
        shuffled.swap(last, other);
        dice = mix(&[dice]);
    }
    shuffled
}

/// A row of a Williams square for `n` things. An odd number needs two squares, of which the second
/// is the mirror image of the first.
fn williams(n: usize, row: usize) -> Vec<usize> {
    if n == 0 {
        return Vec::new();
    }
    let zigzag = |place: usize| if place % 2 == 1 { place.div_ceil(2) } else { n - place / 2 };
    let mut places: Vec<usize> = (0..n).map(|place| (zigzag(place) + row) % n).collect();
    if n % 2 == 1 && (row / n) % 2 == 1 {
        places.reverse();
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::outcome::DisplayOrder;

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

    #[test]
    fn over_a_square_each_stands_everywhere_and_follows_each_other_equally_often() {
        for n in 2..=9_usize {
            let rows = if n % 2 == 0 { n } else { 2 * n };
            let mut stands = vec![vec![0; n]; n];
            let mut follows = vec![vec![0; n]; n];
            for row in 0..rows {
                let places = williams(n, row);
                for (place, thing) in places.iter().enumerate() {
                    stands[*thing][place] += 1;
                }
                for two in places.windows(2) {
                    follows[two[0]][two[1]] += 1;
                }
            }

            for thing in 0..n {
                assert!(stands[thing].iter().all(|count| *count == rows / n), "{n}: {stands:?}");
                for other in (0..n).filter(|other| *other != thing) {
                    assert_eq!(follows[thing][other], rows / n, "{n}: {follows:?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn all_responses_are_shown_and_can_be_put_back(seed: i64, task: u128, slot in 1..99, n in 1..10_u128) {
            let responses: Vec<_> = (0..n).map(|n| ResponseId(Uuid::from_u128(n))).collect();
            let shown = order(seed, TaskId(Uuid::from_u128(task)), slot, &responses);

            let undone = DisplayOrder::of(&shown, &responses).unwrap();
            prop_assert_eq!(undone.in_task_order(&shown.order), responses);
        }

        #[test]
        fn neighbouring_slots_see_opposite_sides(seed: i64, task: u128, slot in 1..99) {
            let task = TaskId(Uuid::from_u128(task));
            let mut other = order(seed, task, slot + 1, &pair()).order;
            other.reverse();

            prop_assert_eq!(order(seed, task, slot, &pair()).order, other);
        }

    }
}
