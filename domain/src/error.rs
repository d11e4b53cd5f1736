//! Why a request is refused; safe to show to the person who asked.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::reason::Reason;

/// The result of a rule.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a request is refused. Serialised to both clients; the text is for the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "error", rename_all = "snake_case", try_from = "Flat")]
pub enum Error {
    /// Nobody is signed in, or the session has ended.
    #[error("sign in to continue")]
    Unauthenticated,
    /// The actor is known and may not do this.
    #[error("{reason}")]
    Forbidden {
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        reason: Reason,
    },
    /// There is no such thing, or the actor may not know of it.
    #[error("no such {what}")]
    NotFound { what: String },
    /// A field of the request breaks a rule.
    #[error("{field}: {reason}")]
    Invalid {
        field: String,
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        reason: Reason,
    },
    /// The request is well formed and does not fit the state of things.
    #[error("{reason}")]
    Conflict {
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        reason: Reason,
    },
    /// Nothing was done; the same request may succeed later.
    #[error("the server is busy; try again in {seconds} s")]
    Busy { seconds: u32 },
    /// Somebody guesses, or seems to: nothing was checked, and the next attempt has to wait.
    #[error("too many attempts; try again in {seconds} s")]
    TooManyAttempts { seconds: u32 },
    /// A fault of ours, logged under `incident`.
    #[error("something went wrong on our side ({incident})")]
    Internal { incident: Uuid },
}

impl Error {
    /// Seconds to wait before the same request may succeed.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Busy { seconds } | Self::TooManyAttempts { seconds } => Some(*seconds),
            _ => None,
        }
    }

    /// `reason` says who may.
    pub fn forbidden(reason: impl Into<Reason>) -> Self {
        Self::Forbidden { reason: reason.into() }
    }

    /// `what` is the noun that was looked for.
    pub fn not_found(what: &str) -> Self {
        Self::NotFound { what: what.into() }
    }

    /// `field` is the name in the request, `reason` says what to do.
    pub fn invalid(field: impl Into<String>, reason: impl Into<Reason>) -> Self {
        Self::Invalid { field: field.into(), reason: reason.into() }
    }

    /// `reason` says what stands in the way.
    pub fn conflict(reason: impl Into<Reason>) -> Self {
        Self::Conflict { reason: reason.into() }
    }

    /// The same refusal for a reason made of its own, where it has one.
    pub fn map_reason(self, change: impl FnOnce(Reason) -> Reason) -> Self {
        match self {
            Self::Forbidden { reason } => Self::Forbidden { reason: change(reason) },
            Self::Invalid { field, reason } => Self::Invalid { field, reason: change(reason) },
            Self::Conflict { reason } => Self::Conflict { reason: change(reason) },
            other => other,
        }
    }
}

/// [`Error`] as it is read. Finding the tag first takes a browser much more code than reading all
/// that may be there.
#[derive(Deserialize)]
struct Flat {
    error: Kind,
    what: Option<String>,
    field: Option<String>,
    reason: Option<Reason>,
    seconds: Option<u32>,
    incident: Option<Uuid>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Unauthenticated,
    Forbidden,
    NotFound,
    Invalid,
    Conflict,
    Busy,
    TooManyAttempts,
    Internal,
}

impl TryFrom<Flat> for Error {
    type Error = &'static str;

    fn try_from(flat: Flat) -> std::result::Result<Self, &'static str> {
        let error = match flat.error {
            Kind::Unauthenticated => Some(Error::Unauthenticated),
            Kind::Forbidden => flat.reason.map(|reason| Error::Forbidden { reason }),
            Kind::NotFound => flat.what.map(|what| Error::NotFound { what }),
            Kind::Invalid => {
                flat.field.zip(flat.reason).map(|(field, reason)| Error::Invalid { field, reason })
            }
            Kind::Conflict => flat.reason.map(|reason| Error::Conflict { reason }),
            Kind::Busy => flat.seconds.map(|seconds| Error::Busy { seconds }),
            Kind::TooManyAttempts => flat.seconds.map(|seconds| Error::TooManyAttempts { seconds }),
            Kind::Internal => flat.incident.map(|incident| Error::Internal { incident }),
        };
        error.ok_or("an error without its particulars")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_is_read_as_it_was_written() {
        let errors = [
            Error::Unauthenticated,
            Error::forbidden("only managers may"),
            Error::not_found("task"),
            Error::invalid("grade", "choose one"),
            Error::conflict("it is archived"),
            Error::Busy { seconds: 2 },
            Error::TooManyAttempts { seconds: 30 },
            Error::Internal { incident: Uuid::nil() },
        ];

        for error in errors {
            let text = serde_json::to_string(&error).unwrap();
            assert_eq!(serde_json::from_str::<Error>(&text).unwrap(), error, "{text}");
        }
        assert!(serde_json::from_str::<Error>(r#"{"error": "busy"}"#).is_err());
    }
}
