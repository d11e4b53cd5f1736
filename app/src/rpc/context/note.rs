//! What a browser without scripts is to read on the page that it is sent back to. It carries the
//! note itself, in a cookie for that page alone, so that nothing is kept here. Server only.

use axum::http::{HeaderValue, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::{parts, state};
use crate::rpc::status::is_plain;

const NAME: &str = "touchstone_note";

/// Leaves a note of letters, digits, `-` and `_` for the page at `path`, good for a minute. A
/// browser with scripts has the answer in hand and gets none.
pub fn leave(path: &str, text: &str) {
    if is_plain() {
        set(path, text, 60);
    }
}

/// Takes the note, if there is one: the next look finds none.
pub fn take(path: &str) -> Option<String> {
    let parts = parts().ok()?;
    let cookies = parts.headers.get_all(header::COOKIE).into_iter();
    let text = cookies
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split("; "))
        .find_map(|cookie| cookie.strip_prefix(NAME)?.strip_prefix('='))?;
    set(path, "", 0);
    Some(text.to_owned())
}

fn set(path: &str, text: &str, seconds: u32) {
    let secure =
        if state().is_ok_and(|state| state.config.cookies_are_secure()) { "; Secure" } else { "" };
    let cookie =
        format!("{NAME}={text}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    let (Ok(cookie), Some(response)) =
        (HeaderValue::from_str(&cookie), use_context::<ResponseOptions>())
    else {
        return;
    };
    response.append_header(header::SET_COOKIE, cookie);
}
