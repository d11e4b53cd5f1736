//! Signing in and out, the first admin, invitations and reset links.

use domain::account::{Account, InvitationNotice, PasswordResetNotice};
#[cfg(feature = "ssr")]
use domain::reason::Reason;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::json::Json;
#[cfg(feature = "ssr")]
use crate::language::{LANGUAGES, Language};

/// Who is looking at a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// None for somebody who is not signed in.
    pub account: Option<Account>,
    /// The first admin is still to be made.
    pub needs_set_up: bool,
}

/// Who is looking.
#[server(name = FindVisit, prefix = "/rpc", endpoint = "visit", input = Json, output = Json)]
pub async fn visit() -> Result<Visit, Error> {
    let (state, actor) = context::visitor().await?;
    let account = match actor {
        Some(actor) => Some(server::account::find(&state.db, &actor).await?),
        None => None,
    };
    let needs_set_up = account.is_none() && server::account::needs_set_up(&state.db).await?;
    Ok(Visit { account, needs_set_up })
}

/// Signs the browser in; answers with the page to go on to.
#[server(prefix = "/rpc", endpoint = "sign-in", output = Json)]
pub async fn sign_in(email: String, password: String, next: String) -> Result<String, Error> {
    let state = context::state()?;
    let password = server::password::Password::from(password);
    server::session::sign_in(&state, &context::browser()?, &email, &password).await?;
    Ok(go_on(&next))
}

/// Ends the browser's session.
#[server(prefix = "/rpc", endpoint = "sign-out", output = Json)]
pub async fn sign_out() -> Result<String, Error> {
    server::session::sign_out(&context::browser()?).await?;
    Ok(go_on("/sign-in"))
}

/// Chooses the language of the pages in this browser, by its code; answers with the page to go on
/// to, which is loaded again.
#[server(prefix = "/rpc", endpoint = "choose-language", output = Json)]
pub async fn choose_language(code: String, next: String) -> Result<String, Error> {
    let Some(language) = Language::of(&code) else {
        let codes = LANGUAGES.iter().map(|language| language.code);
        return Err(domain::Error::invalid("code", Reason::one_of(codes)).into());
    };
    context::set_language(language);
    Ok(go_on(&next))
}

/// Makes the first admin and signs the browser in.
#[server(prefix = "/rpc", endpoint = "set-up", output = Json)]
pub async fn set_up(
    code: String,
    name: String,
    email: String,
    password: String,
) -> Result<String, Error> {
    let state = context::state()?;
    let password = server::password::Password::from(password);
    let new = server::account::NewAccount { email, name, password };
    let account = server::account::set_up(&state, &code, &new).await?;
    server::session::start(&state, &context::browser()?, account.id).await?;
    Ok(go_on("/"))
}

/// What an invitation link leads to.
#[server(prefix = "/rpc", endpoint = "invitation", output = Json)]
pub async fn invitation(secret: String) -> Result<InvitationNotice, Error> {
    Ok(server::invitation::notice(&context::state()?.db, &secret).await?)
}

/// Accepts an invitation with a new account and signs the browser in.
#[server(prefix = "/rpc", endpoint = "accept-as-new", output = Json)]
pub async fn accept_as_new(
    secret: String,
    name: String,
    email: String,
    password: String,
) -> Result<String, Error> {
    let state = context::state()?;
    let password = server::password::Password::from(password);
    let new = server::account::NewAccount { email, name, password };
    let account = server::invitation::accept_as_new(&state.db, &secret, &new).await?;
    server::session::start(&state, &context::browser()?, account.id).await?;
    Ok(go_on("/"))
}

/// Accepts an invitation with the account that is signed in.
#[server(prefix = "/rpc", endpoint = "accept", output = Json)]
pub async fn accept(secret: String) -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let project = server::invitation::accept(&state.db, &actor, &secret).await?;
    Ok(go_on(&format!("/projects/{project}")))
}

/// Whose password a reset link lets its holder choose.
#[server(name = FindPasswordReset, prefix = "/rpc", endpoint = "password-reset", output = Json)]
pub async fn password_reset(secret: String) -> Result<PasswordResetNotice, Error> {
    let state = context::state()?;
    Ok(server::password_reset::notice(&state.db, &context::browser()?, &secret).await?)
}

/// Chooses a new password by a reset link and signs the browser in.
#[server(prefix = "/rpc", endpoint = "choose-password", output = Json)]
pub async fn choose_password(secret: String, password: String) -> Result<String, Error> {
    let state = context::state()?;
    let browser = context::browser()?;
    let password = server::password::Password::from(password);
    let account = server::password_reset::redeem(&state.db, &browser, &secret, &password).await?;
    server::session::start(&state, &browser, account.id).await?;
    Ok(go_on("/"))
}

/// Sends a plain browser on and tells the other where to go. Only to pages of ours: anything
/// that a browser could take for another site leads home.
#[cfg(feature = "ssr")]
fn go_on(next: &str) -> String {
    // An address has no other characters, and a header could not carry them.
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let ours = next.starts_with('/') && !next.starts_with("//") && is_plain;
    let next = if ours { next } else { "/" };
    context::go_on(next);
    next.to_owned()
}
