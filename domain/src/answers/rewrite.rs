//! Rewrites: a better response in the rater's own words.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::reason::Reason;
use crate::text::check_length;

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
            return Err(Error::invalid("rewrite", Reason::UnknownResponse));
        }
        if self.text.trim().is_empty() {
            return Err(Error::invalid("rewrite", Reason::EmptyRewrite));
        }
        check_length("rewrite", &self.text, MAX_REWRITE)
    }

    /// Whether the text is that of a response, white space aside. `responses` are the texts of all
    /// responses of the task, in any order.
    pub fn is_unchanged<'a>(&self, responses: impl IntoIterator<Item = &'a str>) -> bool {
        responses.into_iter().any(|response| is_same_text(&self.text, response))
    }

    /// Refuses a text that a response of the task has already.
    pub fn check_changed<'a>(&self, responses: impl IntoIterator<Item = &'a str>) -> Result<()> {
        match self.is_unchanged(responses) {
            true => Err(Error::invalid("rewrite", Reason::UnchangedRewrite)),
            false => Ok(()),
        }
    }
}

/// Whether two texts have the same words: white space aside, they are equal.
pub fn is_same_text(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rewrite_that_changes_no_word_of_a_response_is_refused() {
        let rewrite = |text: &str| Rewrite { of: Some(0), text: text.to_owned() };
        let shown = ["The capital\nis Lima.", "Cusco."];

        for unchanged in ["The capital\nis Lima.", " The  capital\u{2003}is Lima.\r\n", "Cusco. "] {
            let refused = Error::invalid("rewrite", Reason::UnchangedRewrite);
            assert_eq!(rewrite(unchanged).check_changed(shown), Err(refused), "{unchanged:?}");
        }
        for changed in ["The capital is Lima", "Lima.", "the capital is Lima.", "Cus co."] {
            assert_eq!(rewrite(changed).check_changed(shown), Ok(()), "{changed:?}");
        }
    }
}
