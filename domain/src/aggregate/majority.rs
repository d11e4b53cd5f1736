//! The outcome that more than half of a task's raters chose.

use serde::{Deserialize, Serialize};

use crate::outcome::Outcome;
use crate::unit::{Counts, Units};

/// How many tasks have which outcome by majority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tally {
    pub first: i64,
    pub second: i64,
    pub tie: i64,
    /// Tasks on which no outcome has more than half of the votes.
    pub none: i64,
    /// Ties in which more than half of the raters called both responses bad.
    pub both_bad: i64,
    /// Ties in which more than half of the raters called both responses good.
    pub both_good: i64,
}

/// Finds the outcome with more than half of the votes.
///
/// `None` if raters are split: a split is a finding, so no coin is flipped. A single vote is a
/// majority.
pub fn majority(counts: Counts) -> Option<Outcome> {
    let total = counts.total();
    Outcome::CATEGORIES.into_iter().find(|&outcome| 2 * counts.of(outcome) > total)
}

/// Counts the majorities of all tasks that have a vote.
pub fn tally(units: &Units) -> Tally {
    let mut tally = Tally::default();
    for (_, counts) in units.counts() {
        match majority(counts) {
            Some(Outcome::First) => tally.first += 1,
            Some(Outcome::Second) => tally.second += 1,
            Some(_) => tally.tie += 1,
            None => tally.none += 1,
        }
        tally.both_bad += i64::from(2 * counts.both_bad > counts.total());
        tally.both_good += i64::from(2 * counts.both_good > counts.total());
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_half_decides_and_half_does_not() {
        let table = [
            ([1, 0, 0], Some(Outcome::First)),
            ([1, 2, 0], Some(Outcome::Second)),
            ([0, 1, 2], Some(Outcome::Tie)),
            ([1, 1, 0], None),
            ([2, 1, 1], None),
            ([1, 1, 1], None),
            ([0, 0, 0], None),
        ];

        for ([first, second, tie], expected) in table {
            let counts = Counts { first, second, tie, ..Counts::default() };
            assert_eq!(majority(counts), expected, "{first} {second} {tie}");
        }
    }
}
