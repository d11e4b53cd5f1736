//! Arguments of handlers: as axum reads them, but what cannot be read is refused in our words.

use std::error::Error;

use axum::extract::path::ErrorKind;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use domain::Error as Refusal;
use domain::reason::Reason;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::respond;

/// A body of JSON.
pub struct Json<T>(pub T);

/// What the path of the request names.
pub struct Path<T>(pub T);

/// What stands behind the question mark.
pub struct Query<T>(pub T);

impl<S, T> FromRequest<S> for Json<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        match axum::Json::from_request(request, state).await {
            Ok(axum::Json(body)) => Ok(Self(body)),
            Err(rejection) => Err(refuse_json(&rejection)),
        }
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl<S, T> FromRequestParts<S> for Path<T>
where
    S: Send + Sync,
    T: DeserializeOwned + Send,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        match axum::extract::Path::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(path)) => Ok(Self(path)),
            Err(rejection) => Err(refuse_path(&rejection)),
        }
    }
}

impl<S, T> FromRequestParts<S> for Query<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        match axum::extract::Query::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(query)) => Ok(Self(query)),
            Err(rejection) => Err(refuse_query(&rejection)),
        }
    }
}

fn refuse_json(rejection: &JsonRejection) -> Response {
    let refusal = match rejection {
        JsonRejection::JsonDataError(error) => locate("body", error),
        JsonRejection::JsonSyntaxError(error) => {
            Refusal::invalid("body", Reason::NotJson { detail: cause(error) })
        }
        JsonRejection::MissingJsonContentType(_) => {
            Refusal::invalid("content-type", Reason::NotJsonType)
        }
        _ => too_large_or_cut(rejection.status()),
    };
    respond(rejection.status(), &refusal)
}

fn refuse_path(rejection: &PathRejection) -> Response {
    let PathRejection::FailedToDeserializePathParams(error) = rejection else {
        return respond(rejection.status(), &bad_value("path", rejection.body_text()));
    };
    let refusal = match error.kind() {
        ErrorKind::ParseErrorAtKey { key, value, .. }
        | ErrorKind::DeserializeError { key, value, .. } => {
            bad_value(key, format!("{value:?} is not a valid value"))
        }
        // The message is all that is known of a value of an enum, and it names the ones there are.
        kind => bad_value("path", kind.to_string()),
    };
    respond(rejection.status(), &refusal)
}

fn refuse_query(rejection: &QueryRejection) -> Response {
    respond(rejection.status(), &locate("query", rejection))
}

/// What to say of a body that could not be read to its end.
pub(super) fn too_large_or_cut(status: StatusCode) -> Refusal {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::invalid("body", Reason::BodyTooLarge),
        _ => Refusal::invalid("body", Reason::BodyCutOff),
    }
}

/// Names the field that an error of deserialisation concerns, `whole` where it names none.
fn locate(whole: &str, error: &(dyn Error + 'static)) -> Refusal {
    let text = cause(error);
    let named = |start: &str| {
        let (name, _) = text.strip_prefix(start)?.split_once('`')?;
        Some(name.to_owned())
    };
    if let Some(name) = named("missing field `") {
        return Refusal::invalid(&name, Reason::MissingField);
    }
    if let Some(name) = named("unknown field `") {
        return Refusal::invalid(&name, Reason::UnknownField);
    }
    match text.split_once(": ") {
        Some((path, detail)) if !path.contains(' ') => bad_value(path, detail.to_owned()),
        _ => bad_value(whole, text),
    }
}

fn bad_value(field: &str, detail: String) -> Refusal {
    Refusal::invalid(field, Reason::BadValue { detail })
}

/// The innermost error, which says what is wrong without saying where in axum it came up.
fn cause(error: &(dyn Error + 'static)) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
