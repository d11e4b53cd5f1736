//! The status of the answer under way. Server only.

use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use domain::Error as Refusal;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// Gives the answer to a remote call the status of its refusal. A form without scripts is left
/// alone: its browser is sent back to the page, which shows the reason.
pub fn answer(refusal: &Refusal) {
    if use_context::<Parts>().is_some() && !is_plain() {
        refuse(refusal);
    }
}

/// Sets the status of the page under way to that of a refusal.
pub fn refuse(refusal: &Refusal) {
    set(server::error::status(refusal));
    if let (Some(response), Some(seconds)) =
        (use_context::<ResponseOptions>(), refusal.retry_after())
    {
        response.insert_header(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
}

/// Sets the status of the page under way.
pub fn set(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// Whether the browser asks for a page, as it does for a form without scripts.
pub fn is_plain() -> bool {
    use_context::<Parts>().is_some_and(|parts| {
        let accepted = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
        accepted.is_some_and(|accepted| accepted.contains("text/html"))
    })
}
