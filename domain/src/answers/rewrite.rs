//! Rewrites: a better response in the rater's own words.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::reason::Reason;

/// The longest rewrite, in characters.
pub const MAX_REWRITE: usize = 100_000;

/// A response that a rater has made better, or written anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rewrite {
    /// The response it was made from, by its place as shown, from 0; none where it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u8>,
    /// Exactly as it was written.
    pub text: String,
}

impl Rewrite {
    /// Checks the text, and that there is such a response.
    pub(super) fn check(&self, responses: usize) -> Result<()> {
        if self.of.is_some_and(|place| usize::from(place) >= responses) {
            return Err(Error::invalid("rewrite", "there is no response at this place"));
        }
        if self.text.trim().is_empty() {
            return Err(Error::invalid("rewrite", Reason::EmptyRewrite));
        }
        if self.text.chars().count() > MAX_REWRITE || self.text.contains('\0') {
            return Err(Error::invalid("rewrite", Reason::TooLong { most: MAX_REWRITE }));
        }
        Ok(())
    }
}
