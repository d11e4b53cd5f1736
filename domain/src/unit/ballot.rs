//! Votes as they are kept: small, and with numbers in place of ids.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use super::vote::{Says, Vote};
use crate::assignment::Purpose;
use crate::outcome::Outcome;

/// The number of a model whose name is not known.
pub(super) const NO_MODEL: u32 = u32::MAX;

/// A vote in 8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ballot {
    pub rater: u32,
    pub says: Says,
    /// Bit 0: counts. Bits 1 and 2: nothing, 0 or 1 shown first. From bit 3 on: the purpose.
    bits: u8,
}

impl Ballot {
    pub(super) fn new(rater: u32, vote: &Vote<'_>) -> Self {
        let shown_first = match vote.shown_first {
            None => 0,
            Some(0) => 1,
            Some(_) => 2,
        };
        let purpose = Purpose::ALL.iter().position(|purpose| *purpose == vote.purpose);
        let purpose = u8::try_from(purpose.unwrap_or_default()).expect("purposes are few");
        Self {
            rater,
            says: vote.says,
            bits: (purpose << 3) | (shown_first << 1) | u8::from(vote.counts),
        }
    }

    pub(super) fn counts(self) -> bool {
        self.bits & 1 == 1
    }

    pub(super) fn shown_first(self) -> Option<usize> {
        usize::from((self.bits >> 1) & 3).checked_sub(1)
    }

    pub(super) fn purpose(self) -> Purpose {
        Purpose::ALL[usize::from(self.bits >> 3)]
    }

    /// The outcome of a vote on a pair.
    pub(super) fn outcome(self) -> Option<Outcome> {
        match self.says {
            Says::Outcome { outcome, .. } => Some(outcome),
            Says::Rank(_) | Says::Level { .. } => None,
        }
    }
}

/// Numbers for names, in the order in which they came.
#[derive(Debug)]
pub(super) struct Numbering<T> {
    names: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Numbering<T> {
    fn default() -> Self {
        Self { names: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash + Ord> Numbering<T> {
    /// The number of a name.
    pub(super) fn number<Q>(&mut self, name: &Q) -> u32
    where
        T: Borrow<Q>,
        Q: ToOwned<Owned = T> + Eq + Hash + ?Sized,
    {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).expect("names are far fewer than 2^32");
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// All names by their numbers.
    pub(super) fn into_names(self) -> Vec<T> {
        self.names
    }

    /// The names in order, and the place of each number among them.
    pub(super) fn sorted(self) -> (Vec<T>, Vec<u32>) {
        let mut sorted = self.names.clone();
        sorted.sort_unstable();
        let place = |name: &T| {
            let place = sorted.binary_search(name).expect("all names were copied");
            u32::try_from(place).expect("names are far fewer than 2^32")
        };
        let places = self.names.iter().map(place).collect();
        (sorted, places)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::{RaterId, TaskId};

    #[test]
    fn a_vote_takes_eight_bytes_and_keeps_everything() {
        assert_eq!(size_of::<Ballot>(), 8);
        let id = Uuid::from_u128(1);
        let vote = Vote::on_pair(TaskId(id), RaterId(id), Outcome::Second);

        for purpose in Purpose::ALL {
            for shown_first in [None, Some(0), Some(1)] {
                for counts in [false, true] {
                    let ballot = Ballot::new(7, &Vote { purpose, shown_first, counts, ..vote });

                    assert_eq!((ballot.rater, ballot.says), (7, vote.says));
                    assert_eq!(ballot.purpose(), purpose);
                    assert_eq!((ballot.shown_first(), ballot.counts()), (shown_first, counts));
                }
            }
        }
    }
}
