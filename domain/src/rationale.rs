//! Rationales: whether raters are asked why, of which tasks, and how much they must say.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::TaskId;
use crate::random::{halves, mix};
use crate::reason::Reason;

/// The longest rationale, in characters.
pub const MAX_RATIONALE: usize = 10_000;

/// The largest number of characters that may be required.
pub const MAX_REQUIRED: i32 = 1_000;

/// Keeps this draw apart from the one that decides which response stands first.
const DRAW: u64 = u64::from_be_bytes(*b"why-this");

/// Whether raters may or must say why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    Off,
    Optional,
    Required,
}

impl Ask {
    /// Every way, from the least to the most.
    pub const ALL: [Ask; 3] = [Ask::Off, Ask::Optional, Ask::Required];

    /// The name, as in the database and the API.
    pub fn name(self) -> &'static str {
        match self {
            Ask::Off => "off",
            Ask::Optional => "optional",
            Ask::Required => "required",
        }
    }
}

/// What a protocol asks for beside the verdict, once that is drafted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rationale {
    pub ask: Ask,
    /// Of how many tasks in a hundred it is required, 1 to 100; of the others it is optional.
    #[serde(default = "all")]
    pub share: i32,
    /// The least number of characters where it is required, 1 to 1,000, without the blanks
    /// around it.
    #[serde(default = "one")]
    pub min_length: i32,
}

fn all() -> i32 {
    100
}

fn one() -> i32 {
    1
}

impl Default for Rationale {
    /// Nobody is asked.
    fn default() -> Self {
        Self { ask: Ask::Off, share: all(), min_length: one() }
    }
}

impl Rationale {
    /// Checks share and length.
    pub fn check(&self) -> Result<()> {
        if !(1..=100).contains(&self.share) {
            return Err(Error::invalid("share", Reason::ShareOutOfRange));
        }
        if !(1..=MAX_REQUIRED).contains(&self.min_length) {
            return Err(Error::invalid("min_length", Reason::MinLengthOutOfRange));
        }
        Ok(())
    }

    /// How many characters a rationale of this task needs at least: 0 where it may be left out,
    /// none where it is not asked for.
    ///
    /// A draw from seed and task decides whether it is among the share; all raters of a task are
    /// asked alike.
    pub fn wanted(&self, seed: i64, task: TaskId) -> Option<i32> {
        match self.ask {
            Ask::Off => None,
            Ask::Optional => Some(0),
            Ask::Required => {
                let [high, low] = halves(task.0);
                let draw = mix(&[seed.cast_unsigned(), high, low, DRAW]) % 100;
                Some(if draw < u64::try_from(self.share).unwrap_or(0) {
                    self.min_length
                } else {
                    0
                })
            }
        }
    }
}

/// How many characters a rationale has, without the blanks around it.
pub fn length(text: &str) -> usize {
    text.trim().chars().count()
}

/// How long a rationale is that is shorter than what is [wanted](Rationale::wanted) of its task,
/// and how long it has to be, in characters; none for one that is long enough.
pub fn lack(text: &str, wanted: Option<i32>) -> Option<(usize, usize)> {
    let least = usize::try_from(wanted.unwrap_or(0)).unwrap_or(0);
    let length = length(text);
    (length < least).then_some((length, least))
}

/// Checks a rationale against what is [wanted](Rationale::wanted) of its task.
pub fn check(text: Option<&str>, wanted: Option<i32>) -> Result<()> {
    let reason = match lack(text.unwrap_or_default(), wanted) {
        None => return Ok(()),
        Some((0, least)) => Reason::MissingRationale { least },
        Some((length, least)) => Reason::ShortRationale { least, length },
    };
    Err(Error::invalid("rationale", reason))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn task(n: u128) -> TaskId {
        TaskId(Uuid::from_u128(n))
    }

    #[test]
    fn the_share_is_kept_over_many_tasks() {
        for share in [1, 30, 99] {
            let rule = Rationale { ask: Ask::Required, share, min_length: 20 };
            let asked = (0..10_000).filter(|n| rule.wanted(7, task(*n)) == Some(20)).count();

            let expected = usize::try_from(share).unwrap() * 100;
            assert!(asked.abs_diff(expected) < 150, "{share} %: {asked} of 10,000");
        }
    }

    #[test]
    fn the_draw_has_nothing_to_do_with_the_sides() {
        let rule = Rationale { ask: Ask::Required, share: 50, min_length: 1 };
        let pair = [1, 2].map(|n| crate::id::ResponseId(Uuid::from_u128(n)));
        let both = (0..10_000)
            .filter(|n| {
                let turned = crate::presentation::order(7, task(*n), 1, &pair).order != pair;
                turned && rule.wanted(7, task(*n)) == Some(1)
            })
            .count();

        assert!(both.abs_diff(2_500) < 150, "{both} of 10,000");
    }

    #[test]
    fn length_is_counted_in_characters_without_the_blanks_around() {
        let wanted = Some(5);

        assert!(check(Some("  früh \n"), wanted).is_err());
        assert!(check(Some("früh."), wanted).is_ok());
        assert!(check(None, wanted).is_err());
        assert!(check(None, Some(0)).is_ok());
        assert!(check(Some("unasked"), None).is_ok());
    }

    #[test]
    fn a_share_and_a_length_out_of_range_are_refused() {
        let rule = Rationale::default();

        assert!(Rationale { share: 0, ..rule }.check().is_err());
        assert!(Rationale { share: 101, ..rule }.check().is_err());
        assert!(Rationale { min_length: 0, ..rule }.check().is_err());
        assert!(Rationale { min_length: 1_001, ..rule }.check().is_err());
        assert!(rule.check().is_ok());
    }

    proptest! {
        #[test]
        fn everybody_is_asked_alike_and_all_where_it_is_all(seed: i64, n: u128) {
            let rule = Rationale { ask: Ask::Required, share: 100, min_length: 3 };

            prop_assert_eq!(rule.wanted(seed, task(n)), Some(3));
        }
    }
}
