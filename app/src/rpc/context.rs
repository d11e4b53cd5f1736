//! What a remote call knows about its request. Server only.

use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use domain::actor::Actor;
use leptos::nonce::use_nonce;
use leptos::prelude::use_context;
use leptos::server_fn::error::ServerFnUrlError;
use leptos_axum::ResponseOptions;
use leptos_router::location::RequestUrl;
use server::State;
use server::session::Browser;

use super::error::{Error, Result};
use super::status;
use crate::language::{COOKIE, Language};

pub mod note;

/// The server's state; fails where the browser has left the page that asks.
pub fn state() -> Result<State> {
    use_context::<State>().ok_or_else(left)
}

/// The state and who is asking; refuses whoever is not signed in.
pub async fn signed_in() -> Result<(State, Actor)> {
    let (state, actor) = visitor().await?;
    Ok((state, actor.ok_or(domain::Error::Unauthenticated)?))
}

/// The state and who is asking, if anybody is signed in.
pub async fn visitor() -> Result<(State, Option<Actor>)> {
    let state = state()?;
    let actor = server::actor::find(&parts()?, &state).await?;
    Ok((state, actor))
}

/// The browser that asks.
pub fn browser() -> Result<Browser> {
    Ok(Browser::of(&parts()?))
}

/// The path of the page or call under way.
pub fn path() -> Result<String> {
    Ok(parts()?.uri.path().to_owned())
}

/// Keeps the language that is chosen in the browser, for a year.
pub fn set_language(language: &Language) {
    let is_secure = state().is_ok_and(|state| state.config.cookies_are_secure());
    let secure = if is_secure { "; Secure" } else { "" };
    let code = language.code;
    let cookie =
        format!("{COOKIE}={code}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}");
    if let (Some(response), Ok(cookie)) =
        (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie))
    {
        response.append_header(header::SET_COOKIE, cookie);
    }
}

/// Why a plain form was refused, where the browser was sent back to the page under way.
pub fn refusal_of_form() -> Option<Error> {
    let url = use_context::<RequestUrl>()?.parse().ok()?;
    let error = url.search_params().get("__err")?;
    Some(ServerFnUrlError::decode_err(&error))
}

/// Scheme and host under which this server is known, as in `https://judge.example.org`.
pub fn origin() -> Result<String> {
    if let Some(origin) = &state()?.config.public_origin {
        return Ok(origin.to_string());
    }
    let host = text(&parts()?, &header::HOST).unwrap_or_else(|| "localhost".into());
    Ok(format!("http://{host}"))
}

/// Sends a browser without scripts on to another page of ours; one with scripts goes by itself.
pub fn go_on(path: &str) {
    if status::is_plain() {
        leptos_axum::redirect(path);
    }
}

/// Marks the page under way as not found.
pub fn set_missing() {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::NOT_FOUND);
    }
}

/// Says what the page under way may load and run: what comes from here, and no inline script
/// but those that carry this response's nonce.
pub fn protect_page() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

fn text(parts: &Parts, name: &HeaderName) -> Option<String> {
    parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

fn parts() -> Result<Parts> {
    use_context::<Parts>().ok_or_else(left)
}

/// Nobody reads this: what a page asks for goes with the page when its browser leaves.
fn left() -> Error {
    Error::Transport("the page was left".into())
}
