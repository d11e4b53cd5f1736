//! Why a request failed: what the person may know, or what only we may know.

use std::sync::Arc;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

/// The result of a core function.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal, which is for the person who asked, or a fault, which is for the log.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Refused(#[from] domain::Error),
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::from(Arc::new(error))
    }
}

/// An error of the database that several requests met together.
impl From<Arc<sqlx::Error>> for Error {
    fn from(error: Arc<sqlx::Error>) -> Self {
        if crate::db::fault::is_passing(&error) {
            tracing::warn!(%error, "the database is busy or away");
            return Self::Refused(domain::Error::Busy { seconds: 2 });
        }
        Self::Internal(anyhow::Error::new(error).context("database"))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl Error {
    /// What may leave the server. A fault gets an incident number and its one line in the log.
    pub fn for_people(self) -> domain::Error {
        match self {
            Self::Refused(error) => error,
            Self::Internal(error) => {
                let incident = crate::time::new_id();
                tracing::error!(%incident, error = format!("{error:#}"), "a request failed");
                domain::Error::Internal { incident }
            }
        }
    }
}

/// The status code of a refusal.
pub fn status(error: &domain::Error) -> StatusCode {
    match error {
        domain::Error::Unauthenticated => StatusCode::UNAUTHORIZED,
        domain::Error::Forbidden { .. } => StatusCode::FORBIDDEN,
        domain::Error::NotFound { .. } => StatusCode::NOT_FOUND,
        domain::Error::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        domain::Error::Conflict { .. } => StatusCode::CONFLICT,
        domain::Error::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
        domain::Error::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        domain::Error::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> axum::response::Response {
        let error = self.for_people();
        respond(status(&error), &error)
    }
}

/// A refusal as it is sent, under a status that may say more than [`status`] knows.
pub(crate) fn respond(status: StatusCode, error: &domain::Error) -> axum::response::Response {
    let mut response = (status, Json(envelope(error))).into_response();
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The body of a refusal: the error's own fields, its code and values, and a message for people.
pub(crate) fn envelope(error: &domain::Error) -> serde_json::Value {
    let mut body = serde_json::to_value(error).expect("an error is plain data");
    let reason = serde_json::to_value(error.reason()).expect("a reason is plain data");
    for (name, value) in reason.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    body["code"] = error.code().into();
    body["message"] = error.to_string().into();
    body
}

/// Turns the violation of a key into a refusal.
pub trait ResultExt<T> {
    /// What to say when the row would be there twice.
    fn on_duplicate(self, refusal: impl FnOnce() -> domain::Error) -> Result<T>;
}

impl<T> ResultExt<T> for std::result::Result<T, sqlx::Error> {
    fn on_duplicate(self, refusal: impl FnOnce() -> domain::Error) -> Result<T> {
        self.map_err(|error| match error.as_database_error() {
            Some(violation) if violation.is_unique_violation() => refusal().into(),
            _ => error.into(),
        })
    }
}
