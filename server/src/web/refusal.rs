//! The answer of a layer that lets a request go no further, in the form its client reads.

use axum::Json;
use axum::extract::Request;
use axum::response::{Html, IntoResponse, Response};
use domain::Error;
use http::header::{ACCEPT, RETRY_AFTER};
use http::{HeaderValue, StatusCode};

use crate::error::envelope;

/// What the client reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A program: the error as JSON.
    Json,
    /// A person's browser on its way to a page.
    Page,
}

impl Form {
    /// A page for those who ask for HTML outside the API, JSON for everybody else.
    pub fn of(request: &Request) -> Self {
        let accepts_pages = request
            .headers()
            .get(ACCEPT)
            .is_some_and(|value| value.as_bytes().windows(9).any(|word| word == b"text/html"));
        if accepts_pages && !request.uri().path().starts_with("/api/") {
            Self::Page
        } else {
            Self::Json
        }
    }

    /// The answer that says why. The error must hold nothing the client sent.
    pub fn refuse(self, status: StatusCode, error: &Error) -> Response {
        let mut response = match self {
            Self::Json => (status, Json(envelope(error))).into_response(),
            Self::Page => (status, Html(page(status, error))).into_response(),
        };
        if let Some(seconds) = error.retry_after() {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

fn page(status: StatusCode, error: &Error) -> String {
    let reason = error.to_string().replace('&', "&amp;").replace('<', "&lt;");
    let title = status.canonical_reason().unwrap_or("Refused");
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <main><h1>{title}</h1><p>{reason}</p></main></html>"
    )
}
