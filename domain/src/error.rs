//! Why a request is refused; safe to show to the person who asked.

use serde::{Deserialize, Serialize, Serializer};
use uuid::Uuid;

use crate::reason::Reason;

/// The result of a rule.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a request is refused. Pages get the reason as text in the reader's language; the API adds
/// its code and values.
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
        #[serde(serialize_with = "as_text")]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        reason: Reason,
    },
    /// The thing does not exist, or the actor may not know of it.
    #[error("{what} not found")]
    NotFound { what: String },
    /// A field of the request breaks a rule.
    #[error("{field}: {reason}")]
    Invalid {
        field: String,
        #[serde(serialize_with = "as_text")]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        reason: Reason,
    },
    /// The request conflicts with the current state.
    #[error("{reason}")]
    Conflict {
        #[serde(serialize_with = "as_text")]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        reason: Reason,
    },
    /// Nothing was done; the same request may succeed later.
    #[error("the server is busy; try again in {seconds} s")]
    Busy { seconds: u32 },
    /// Too many attempts at a password or a link: nothing was checked.
    #[error("too many attempts; try again in {seconds} s")]
    TooManyAttempts { seconds: u32 },
    /// A fault of the server, logged under `incident`.
    #[error("something went wrong on the server; its log has incident {incident}")]
    Internal { incident: Uuid },
}

impl Error {
    /// Every code of an error without a reason.
    pub const CODES: [&'static str; 5] =
        ["unauthenticated", "not_found", "busy", "too_many_attempts", "internal"];

    /// The stable code of the refusal: that of its reason, if it has one.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unauthenticated => "unauthenticated",
            Self::NotFound { .. } => "not_found",
            Self::Busy { .. } => "busy",
            Self::TooManyAttempts { .. } => "too_many_attempts",
            Self::Internal { .. } => "internal",
            Self::Forbidden { reason }
            | Self::Invalid { reason, .. }
            | Self::Conflict { reason } => reason.code(),
        }
    }

    /// The reason, if there is one beyond the kind of error.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Forbidden { reason }
            | Self::Invalid { reason, .. }
            | Self::Conflict { reason } => Some(reason),
            _ => None,
        }
    }

    /// Seconds to wait before the same request may succeed.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Busy { seconds } | Self::TooManyAttempts { seconds } => Some(*seconds),
            _ => None,
        }
    }

    /// `reason` says who may.
    pub fn forbidden(reason: Reason) -> Self {
        Self::Forbidden { reason }
    }

    /// `what` is the noun that was looked for.
    pub fn not_found(what: &str) -> Self {
        Self::NotFound { what: what.into() }
    }

    /// `field` is the name in the request, `reason` says what to do.
    pub fn invalid(field: impl Into<String>, reason: Reason) -> Self {
        Self::Invalid { field: field.into(), reason }
    }

    /// `reason` says what is in the way.
    pub fn conflict(reason: Reason) -> Self {
        Self::Conflict { reason }
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

/// The reason as pages read it.
fn as_text<S: Serializer>(reason: &Reason, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(reason)
}

/// [`Error`] as it is read. Finding the tag first takes a browser much more code than reading all
/// that may be there.
#[derive(Deserialize)]
struct Flat {
    error: Kind,
    what: Option<String>,
    field: Option<String>,
    reason: Option<String>,
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
        let reason = flat.reason.map(|text| Reason::Worded { text });
        let error = match flat.error {
            Kind::Unauthenticated => Some(Error::Unauthenticated),
            Kind::Forbidden => reason.map(|reason| Error::Forbidden { reason }),
            Kind::NotFound => flat.what.map(|what| Error::NotFound { what }),
            Kind::Invalid => {
                flat.field.zip(reason).map(|(field, reason)| Error::Invalid { field, reason })
            }
            Kind::Conflict => reason.map(|reason| Error::Conflict { reason }),
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
        let worded = || Reason::Worded { text: "It is archived.".to_owned() };
        let errors = [
            Error::Unauthenticated,
            Error::forbidden(worded()),
            Error::not_found("task"),
            Error::invalid("grade", worded()),
            Error::conflict(worded()),
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
