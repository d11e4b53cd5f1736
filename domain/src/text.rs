//! Text that people and programs send.

use crate::error::{Error, Result};
use crate::reason::Reason;

/// Refuses the one character that not every database can store. `field` names the text in the
/// request.
pub fn check_nul(field: &str, text: &str) -> Result<()> {
    match text.contains('\0') {
        true => Err(Error::invalid(field, Reason::NulCharacter)),
        false => Ok(()),
    }
}

/// Refuses a text that is longer than `most` characters or that no database can store.
pub fn check_length(field: &str, text: &str, most: usize) -> Result<()> {
    check_nul(field, text)?;
    match text.chars().count() > most {
        true => Err(Error::invalid(field, Reason::TooLong { most })),
        false => Ok(()),
    }
}
