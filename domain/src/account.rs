//! Accounts: who can sign in; the links that invite them, and the tokens of their programs.

use serde::{Deserialize, Serialize};

use crate::actor::{Role, Scope};
use crate::error::{Error, Result};
use crate::id::{AccountId, InvitationId, PasswordResetId, TokenId};
use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// A person who can sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    /// Looks after the whole site.
    pub site_admin: bool,
    pub created_at: Timestamp,
    /// Since when the account may not sign in.
    pub disabled_at: Option<Timestamp>,
}

/// What may be changed about an account by a site admin; a missing field stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountChanges {
    pub site_admin: Option<bool>,
    pub disabled: Option<bool>,
}

/// An account in a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    pub account_id: AccountId,
    pub email: String,
    pub name: String,
    pub role: Role,
    /// When the account became a member.
    pub created_at: Timestamp,
}

/// An invitation without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    pub id: InvitationId,
    pub role: Role,
    pub created_at: Timestamp,
    /// 24 hours after its making.
    pub expires_at: Timestamp,
    pub accepted_at: Option<Timestamp>,
}

/// What somebody who opens an invitation link is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationNotice {
    pub project_name: String,
    pub role: Role,
    pub expires_at: Timestamp,
}

/// A link to choose a new password, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordReset {
    pub id: PasswordResetId,
    /// Whose password it changes.
    pub account_id: AccountId,
    /// The name of the site admin who created it; none for the command line.
    pub created_by: Option<String>,
    pub created_at: Timestamp,
    /// 24 hours after its creation.
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

/// What somebody who opens a reset link is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordResetNotice {
    pub email: String,
    pub name: String,
    pub expires_at: Timestamp,
}

/// A token without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Token {
    pub id: TokenId,
    pub name: String,
    pub scope: Scope,
    pub created_at: Timestamp,
    pub expires_at: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

/// A secret that is shown once, beside what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithSecret<T> {
    /// Only its hash is kept: there is no second look.
    pub secret: String,
    #[serde(flatten)]
    pub of: T,
}

/// A token to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    pub scope: Scope,
    /// Days until it stops working, 1 to 366; none for never.
    #[serde(default)]
    pub days: Option<i32>,
}

impl NewToken {
    /// Checks name and days.
    pub fn check(&self) -> Result<()> {
        check_name(&self.name)?;
        if self.days.is_some_and(|days| !(1..=366).contains(&days)) {
            return Err(Error::invalid("days", Reason::TokenDaysOutOfRange));
        }
        Ok(())
    }
}

/// An e-mail address in the form in which accounts are kept: trimmed, lower case.
///
/// Checked for its shape only, because nothing but a mail proves that it works.
pub fn parse_email(text: &str) -> Result<String> {
    let email = text.trim().to_lowercase();
    let shaped = email.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.is_empty() && !host.contains('@') && !host.starts_with('.')
    });
    let clean = !email.chars().any(|c| c.is_whitespace() || c.is_control());
    if shaped && clean && email.len() <= 254 {
        return Ok(email);
    }
    Err(Error::invalid("email", Reason::EmailInvalid))
}

/// Checks a person's or a token's name: 1 to 100 characters, none of them a control character.
pub fn check_name(name: &str) -> Result<()> {
    let length = name.trim().chars().count();
    if (1..=100).contains(&length) && !name.chars().any(char::is_control) {
        return Ok(());
    }
    Err(Error::invalid("name", Reason::NameLength { most: 100 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_one_form() {
        assert_eq!(parse_email("  Ann@Example.ORG ").unwrap(), "ann@example.org");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["", "ann", "@example.org", "ann@", "a b@example.org", "a@b@c", "a@.org"] {
            assert!(parse_email(text).is_err(), "{text:?}");
        }
    }
}
