//! The error of a remote call.

#[cfg(feature = "ssr")]
use axum::http::StatusCode;
use domain::reason::Reason;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

use super::json::Text;
#[cfg(feature = "ssr")]
use super::status;
use crate::language::common;

/// The result of a remote call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a remote call failed: the server refused it, or it never got there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Error {
    #[error(transparent)]
    Refused(domain::Error),
    #[error("the server cannot be reached ({0}); check your connection and try again")]
    Transport(String),
}

impl Error {
    /// The reason for one field of a form, if that field is what is wrong.
    pub fn of_field(&self, name: &str) -> Option<String> {
        match self {
            Error::Refused(domain::Error::Invalid { field, reason }) if field == name => {
                Some(reason.words().to_owned())
            }
            _ => None,
        }
    }

    /// What went wrong as a sentence, for a place that says by itself what it is about.
    pub fn sentence(&self) -> String {
        let error = match self {
            Error::Refused(error) => error,
            Error::Transport(reason) => return common::error_transport(reason),
        };
        match error {
            domain::Error::Unauthenticated => common::error_signed_out().to_owned(),
            domain::Error::NotFound { .. } => common::missing_text().to_owned(),
            domain::Error::Busy { seconds } => common::error_busy(*seconds),
            domain::Error::TooManyAttempts { seconds } => common::error_attempts(*seconds),
            domain::Error::Internal { incident } => common::error_internal(&incident.to_string()),
            domain::Error::Forbidden { reason }
            | domain::Error::Invalid { reason, .. }
            | domain::Error::Conflict { reason } => reason.words().to_owned(),
        }
    }

    /// Gives the page under way the status of this error; in the browser there is none to give.
    pub fn mark_page(&self) {
        #[cfg(feature = "ssr")]
        match self {
            Error::Refused(refusal) => status::refuse(refusal),
            Error::Transport(_) => status::set(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    /// Whether signing in would help.
    pub fn is_signed_out(&self) -> bool {
        matches!(self, Error::Refused(domain::Error::Unauthenticated))
    }
}

impl FromServerFnError for Error {
    type Encoder = Text;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            // An answer that is not ours came from something in between.
            ServerFnErrorErr::Deserialization(reason) if cfg!(not(feature = "ssr")) => {
                Error::Transport(reason)
            }
            ServerFnErrorErr::Args(reason)
            | ServerFnErrorErr::MissingArg(reason)
            | ServerFnErrorErr::Deserialization(reason) => {
                domain::Error::invalid("form", Reason::BadValue { detail: reason }).into()
            }
            error => Error::Transport(error.to_string()),
        }
    }
}

#[cfg(feature = "ssr")]
impl From<server::Error> for Error {
    fn from(error: server::Error) -> Self {
        error.for_people().into()
    }
}

impl From<domain::Error> for Error {
    /// On the server this is the one way out to a page, where a refusal is put in words.
    fn from(error: domain::Error) -> Self {
        #[cfg(feature = "ssr")]
        let error = crate::refusal::in_words(error);
        #[cfg(feature = "ssr")]
        status::answer(&error);
        Error::Refused(error)
    }
}
