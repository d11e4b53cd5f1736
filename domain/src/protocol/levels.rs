//! Levels: how good one response is, by itself.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::reason::Reason;
use crate::text::check_nul;

/// The longest label, in characters.
const MAX_LABEL: usize = 60;

/// How levels look to a rater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Down or up, as unpaired training data wants it: 1 is down, 2 is up.
    Thumbs,
    /// One star or more.
    Stars,
    /// Points with a label each.
    Labels,
}

impl Look {
    /// Every look, in the order in which they are offered.
    pub const ALL: [Look; 3] = [Look::Thumbs, Look::Stars, Look::Labels];

    /// The name, as in the database and the API.
    pub fn name(self) -> &'static str {
        match self {
            Look::Thumbs => "thumbs",
            Look::Stars => "stars",
            Look::Labels => "labels",
        }
    }
}

/// What one response is rated by: 1 is the worst.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Levels {
    pub look: Look,
    /// How many there are, 2 to 9; 2 of thumbs.
    pub count: u8,
    /// What each is called, from the worst to the best; none but for labels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
}

impl Levels {
    /// Every number of levels that there may be: as many as there are digits on a keyboard.
    pub const COUNT: RangeInclusive<u8> = 2..=9;

    /// Thumbs down and up.
    pub const THUMBS: Levels = Levels { look: Look::Thumbs, count: 2, labels: Vec::new() };

    /// So many stars.
    pub fn stars(count: u8) -> Self {
        Self { look: Look::Stars, count, labels: Vec::new() }
    }

    /// Checks number and labels; `field` is what an error names.
    pub(super) fn check(&self, field: &str) -> Result<()> {
        let wrong = |reason: Reason| Err(Error::invalid(field, reason));
        if !Self::COUNT.contains(&self.count) {
            return wrong(Reason::LevelCountOutOfRange);
        }
        if self.look == Look::Thumbs && self.count != 2 {
            return wrong(Reason::ThumbsNeedTwoLevels);
        }
        let labels = if self.look == Look::Labels { usize::from(self.count) } else { 0 };
        if self.labels.len() != labels {
            return wrong(Reason::LabelPerLevel);
        }
        for label in &self.labels {
            check_nul(field, label)?;
            if !(1..=MAX_LABEL).contains(&label.trim().chars().count()) {
                return wrong(Reason::LabelLength { most: MAX_LABEL });
            }
        }
        Ok(())
    }

    /// The levels from the worst to the best.
    pub fn all(&self) -> RangeInclusive<u8> {
        1..=self.count
    }
}
