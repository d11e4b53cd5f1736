//! Flags: what is wrong with a task or with one of its responses, beside how good it is.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::protocol::Protocol;
use crate::reason::Reason;
use crate::text::check_length;

/// The longest comment on flags, in characters.
pub const MAX_COMMENT: usize = 1_000;

/// A reason for which a task or a response should be looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The response by its place as shown, from 0; none where it is the task as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<u8>,
    /// The key of the reason.
    pub reason: String,
}

/// Checks flags of a task of so many responses.
pub(super) fn check(
    flags: &[Flag],
    comment: Option<&str>,
    protocol: &Protocol,
    responses: usize,
) -> Result<()> {
    for (n, flag) in flags.iter().enumerate() {
        if !protocol.flags.iter().any(|known| known.key == flag.reason) {
            let keys = protocol.flags.iter().map(|known| &known.key);
            return Err(Error::invalid("flags", Reason::one_of(keys)));
        }
        if flag.response.is_some_and(|place| usize::from(place) >= responses) {
            return Err(Error::invalid("flags", Reason::UnknownResponse));
        }
        if flags[..n].contains(flag) {
            return Err(Error::invalid("flags", Reason::DuplicateFlag));
        }
    }
    let Some(comment) = comment else { return Ok(()) };
    if flags.is_empty() {
        return Err(Error::invalid("flag_comment", Reason::CommentWithoutFlag));
    }
    check_length("flag_comment", comment, MAX_COMMENT)
}
