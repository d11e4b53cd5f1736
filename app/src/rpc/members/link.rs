//! The link of an invitation, and its way to a page that is made without scripts.
//!
//! A plain form is answered with a redirect, which must not carry the secret in its address. It
//! travels in a cookie of a minute's life that only the members' page gets, once, so that it is
//! kept nowhere on the server.

use axum::http::{HeaderValue, header};
use domain::id::ProjectId;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use server::config::Config;

use super::context;

const COOKIE: &str = "invitation";

/// The whole link, to be sent to somebody.
pub fn of(secret: &str) -> String {
    format!("{}/invitations/{secret}", context::origin())
}

/// Sends the secret along, to be taken by the page that a plain form leads back to.
pub fn keep_for_page(config: &Config, project: ProjectId, secret: &str) {
    if !context::is_plain() {
        return;
    }
    set_cookie(config, project, secret, 60);
    context::go_on(&page(project));
}

/// The link that was sent along, which is then gone.
pub fn take(config: &Config, project: ProjectId) -> Option<String> {
    let secret = context::cookie(COOKIE)?;
    set_cookie(config, project, "", 0);
    let is_secret = !secret.is_empty()
        && secret.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_secret.then(|| of(&secret))
}

fn set_cookie(config: &Config, project: ProjectId, value: &str, seconds: u32) {
    let secure = if config.cookies_are_secure() { "; Secure" } else { "" };
    let cookie = format!(
        "{COOKIE}={value}; Path={}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}",
        page(project)
    );
    if let (Some(response), Ok(cookie)) =
        (use_context::<ResponseOptions>(), HeaderValue::try_from(cookie))
    {
        response.append_header(header::SET_COOKIE, cookie);
    }
}

fn page(project: ProjectId) -> String {
    format!("/projects/{project}/members")
}
