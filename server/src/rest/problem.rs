//! Refusals as the API describes them, and those that no core function makes.

use axum::http::StatusCode;
use axum::response::Response;
use domain::Error as Refusal;
use domain::reason::Reason;
use serde::Serialize;
use utoipa::openapi::schema::Type;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::error::respond;

/// An error: why a request was refused.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    #[serde(flatten)]
    error: Refusal,
    code: Code,
    /// The error in English.
    message: String,
}

/// The code of a refusal. It never changes, unlike the texts beside it. Values that a text names
/// are beside it under their own names.
#[derive(Debug, Serialize)]
pub struct Code(&'static str);

impl PartialSchema for Code {
    fn schema() -> RefOr<Schema> {
        let codes = Refusal::CODES.iter().chain(Reason::codes()).copied();
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "The code of the refusal. It never changes, unlike the texts beside it. Values \
                 that a text names have fields of their own.",
            ))
            .enum_values(Some(codes))
            .into()
    }
}

impl ToSchema for Code {}

/// The refusals that any operation may answer with.
#[derive(utoipa::IntoResponses)]
#[expect(dead_code, reason = "the fields are the schemas of the description")]
pub enum Refusals {
    /// You are not signed in, or the token is invalid.
    #[response(status = 401)]
    Unauthenticated(Problem),
    /// The account lacks permission, or the token lacks the required scope.
    #[response(status = 403)]
    Forbidden(Problem),
    /// Not found, or not visible to the account.
    #[response(status = 404)]
    NotFound(Problem),
    /// Conflicts with the current state.
    #[response(status = 409)]
    Conflict(Problem),
    /// A field is not valid.
    #[response(status = 422)]
    Invalid(Problem),
    /// Too many attempts at a password or a link. Try again after `Retry-After` seconds.
    #[response(status = 429)]
    TooManyAttempts(Problem),
    /// The server is busy and did nothing. Try again after `Retry-After` seconds.
    #[response(status = 503)]
    Busy(Problem),
}

/// Answers for every path that there is not.
pub(super) async fn unknown_path() -> Response {
    respond(StatusCode::NOT_FOUND, &Refusal::not_found("path"))
}

/// Answers for a path that there is, asked for with a method that it does not know.
pub(super) async fn wrong_method() -> Response {
    respond(StatusCode::METHOD_NOT_ALLOWED, &Refusal::invalid("method", Reason::WrongMethod))
}
