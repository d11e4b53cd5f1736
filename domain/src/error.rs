//! Why a request is refused; safe to show to the person who asked.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The result of a rule.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a request is refused. Serialised to both clients; the text is for the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "error", rename_all = "snake_case")]
pub enum Error {
    /// Nobody is signed in, or the session has ended.
    #[error("sign in to continue")]
    Unauthenticated,
    /// The actor is known and may not do this.
    #[error("only {who} may {what}")]
    Forbidden { who: String, what: String },
    /// There is no such thing, or the actor may not know of it.
    #[error("no such {what}")]
    NotFound { what: String },
    /// A field of the request breaks a rule.
    #[error("{field}: {reason}")]
    Invalid { field: String, reason: String },
    /// The request is well formed and does not fit the state of things.
    #[error("{reason}")]
    Conflict { reason: String },
    /// Nothing was done; the same request may succeed later.
    #[error("the server is busy; try again in {seconds} s")]
    Busy { seconds: u32 },
    /// A fault of ours, logged under `incident`.
    #[error("something went wrong on our side ({incident})")]
    Internal { incident: Uuid },
}

impl Error {
    /// `who` is a plural («managers of the project»), `what` a verb with its object.
    pub fn forbidden(who: &str, what: &str) -> Self {
        Self::Forbidden { who: who.into(), what: what.into() }
    }

    /// `what` is the noun that was looked for.
    pub fn not_found(what: &str) -> Self {
        Self::NotFound { what: what.into() }
    }

    /// `field` is the name in the request, `reason` says what to do.
    pub fn invalid(field: &str, reason: impl Into<String>) -> Self {
        Self::Invalid { field: field.into(), reason: reason.into() }
    }

    /// `reason` is a sentence without capital and full stop.
    pub fn conflict(reason: impl Into<String>) -> Self {
        Self::Conflict { reason: reason.into() }
    }
}
