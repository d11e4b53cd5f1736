//! Refusals as the API describes them, and those that no core function makes.

use axum::http::StatusCode;
use axum::response::Response;
use domain::Error as Refusal;
use serde::Serialize;

use crate::error::respond;

/// Why a request was refused.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    #[serde(flatten)]
    error: Refusal,
    /// For people.
    message: String,
}

/// The refusals that any operation may answer with.
#[derive(utoipa::IntoResponses)]
#[expect(dead_code, reason = "the fields are the schemas of the description")]
pub enum Refusals {
    /// Nobody is signed in, or the token is not good.
    #[response(status = 401)]
    Unauthenticated(Problem),
    /// The account may not do this, or the token carries too little.
    #[response(status = 403)]
    Forbidden(Problem),
    /// There is no such thing, or the account may not know of it.
    #[response(status = 404)]
    NotFound(Problem),
    /// The request does not fit the state of things.
    #[response(status = 409)]
    Conflict(Problem),
    /// A field breaks a rule.
    #[response(status = 422)]
    Invalid(Problem),
    /// Too many attempts at a password or a link; the next one may come after `Retry-After` seconds.
    #[response(status = 429)]
    TooManyAttempts(Problem),
    /// Nothing was done; the same request may succeed after `Retry-After` seconds.
    #[response(status = 503)]
    Busy(Problem),
}

/// Answers for every path that there is not.
pub(super) async fn unknown_path() -> Response {
    respond(StatusCode::NOT_FOUND, &Refusal::not_found("page of the API"))
}

/// Answers for a path that there is, asked for with a method that it does not know.
pub(super) async fn wrong_method() -> Response {
    let reason = "this path does not know the method; the header Allow names those it does";
    respond(StatusCode::METHOD_NOT_ALLOWED, &Refusal::invalid("method", reason))
}
