//! One's own account, and for site admins everybody's.

use std::collections::BTreeMap;

use domain::account::{Account, PasswordReset, Token};
use domain::actor::Scope;
use domain::id::{AccountId, PasswordResetId, TokenId};
use domain::keys::{Command, Keys};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::done::Done;
use super::json::Json;

/// Changes one's password; other sessions end, this one goes on.
#[server(prefix = "/rpc", endpoint = "change-password", output = Json)]
pub async fn change_password(current: String, password: String) -> Result<(), Error> {
    let (state, actor) = context::signed_in().await?;
    let [current, password] = [current, password].map(server::password::Password::from);
    server::account::change_password(&state.db, &actor, &current, &password).await?;
    server::session::start(&state, &context::browser()?, actor.account_id()).await?;
    context::go_on("/account?done=password");
    Ok(())
}

/// Ends all of one's sessions, this one included.
#[server(prefix = "/rpc", endpoint = "sign-out-everywhere", output = Json)]
pub async fn sign_out_everywhere() -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    server::account::sign_out_everywhere(&state.db, &actor).await?;
    context::go_on("/sign-in");
    Ok("/sign-in".into())
}

/// The last reset links for one's own account.
#[server(name = OwnPasswordResets, prefix = "/rpc", endpoint = "password-resets", output = Json)]
pub async fn password_resets() -> Result<Resets, Error> {
    let (state, actor) = context::signed_in().await?;
    let resets = server::password_reset::list_own(&state.db, &actor).await?;
    Ok(Resets { resets, link: None, now: server::time::now() })
}

/// Revokes a reset link for one's own account.
#[server(prefix = "/rpc", endpoint = "revoke-own-password-reset", output = Json)]
pub async fn revoke_own_password_reset(reset: PasswordResetId) -> Result<(), Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::password_reset::revoke_own(&state.db, &actor, reset).await?)
}

/// One's own keys of the judge page.
#[server(name = OwnKeys, prefix = "/rpc", endpoint = "keys", output = Json)]
pub async fn keys() -> Result<Keys, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::keys::find(&state.db, &actor).await?)
}

/// Changes one's keys; without any the usual ones come back.
#[server(prefix = "/rpc", endpoint = "change-keys", output = Json)]
pub async fn change_keys(
    #[server(default)] chosen: BTreeMap<Command, String>,
) -> Result<Keys, Error> {
    let (state, actor) = context::signed_in().await?;
    let keys = server::keys::change(&state.db, &actor, &chosen).await?;
    context::go_on("/account?done=keys#keys");
    Ok(keys)
}

/// One's own tokens.
#[server(prefix = "/rpc", endpoint = "tokens", output = Json)]
pub async fn tokens() -> Result<Vec<Token>, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::token::list(&state.db, &actor).await?)
}

/// The secret of a token just made, and where it is good.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MadeToken {
    /// Shown once.
    pub secret: String,
    /// Scheme and host of this server, as the browser knows it.
    pub origin: String,
}

/// Makes a token; `days` is empty for one that lasts.
#[server(prefix = "/rpc", endpoint = "create-token", output = Json)]
pub async fn create_token(
    name: String,
    scope: Scope,
    days: Option<i32>,
) -> Result<MadeToken, Error> {
    let (state, actor) = context::signed_in().await?;
    let new = domain::account::NewToken { name, scope, days };
    let secret = server::token::create(&state.db, &actor, &new).await?.secret;
    context::note::leave("/account", &secret);
    Ok(MadeToken { secret, origin: context::origin()? })
}

/// The token that a browser without scripts has just made; asked for once, while the page that
/// it was sent back to is rendered.
#[server(name = TakeMadeToken, prefix = "/rpc", endpoint = "made-token", output = Json)]
pub async fn made_token() -> Result<Option<MadeToken>, Error> {
    context::signed_in().await?;
    let secret = context::note::take("/account");
    let made = |secret| Ok(MadeToken { secret, origin: context::origin()? });
    secret.map(made).transpose()
}

/// Revokes a token of one's own.
#[server(prefix = "/rpc", endpoint = "revoke-token", output = Json)]
pub async fn revoke_token(token: TokenId) -> Result<Done, Error> {
    let (state, actor) = context::signed_in().await?;
    server::token::revoke(&state.db, &actor, token).await?;
    Ok(Done::TokenRevoked.on("/account"))
}

/// Every account, for site admins.
#[server(prefix = "/rpc", endpoint = "accounts", output = Json)]
pub async fn accounts() -> Result<Vec<Account>, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::account::list(&state.db, &actor).await?)
}

/// Changes one thing about an account, for site admins.
#[server(prefix = "/rpc", endpoint = "change-account", output = Json)]
pub async fn change_account(
    account: AccountId,
    site_admin: Option<bool>,
    disabled: Option<bool>,
) -> Result<Done, Error> {
    let (state, actor) = context::signed_in().await?;
    let changes = domain::account::AccountChanges { site_admin, disabled };
    server::account::update(&state.db, &actor, account, &changes).await?;
    let done = match (disabled, site_admin) {
        (Some(true), _) => Done::AccountDisabled,
        (_, Some(true)) => Done::AdminMade,
        (_, Some(false)) => Done::AdminRemoved,
        (_, None) => Done::AccountEnabled,
    };
    Ok(done.on("/accounts"))
}

/// Reset links.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resets {
    pub resets: Vec<PasswordReset>,
    /// A link that was created just now without scripts; shown this once.
    pub link: Option<String>,
    /// Links that expire before this moment have expired.
    pub now: domain::timestamp::Timestamp,
}

/// The reset links that still work, for site admins.
#[server(
    name = OpenPasswordResets, prefix = "/rpc", endpoint = "open-password-resets", output = Json
)]
pub async fn open_password_resets() -> Result<Resets, Error> {
    let (state, actor) = context::signed_in().await?;
    let resets = server::password_reset::list_open(&state.db, &actor).await?;
    let link = context::note::take("/accounts").map(|secret| reset_link(&secret)).transpose()?;
    Ok(Resets { resets, link, now: server::time::now() })
}

/// Creates a reset link for an account, for site admins; answers with the link, which is shown
/// this once.
#[server(prefix = "/rpc", endpoint = "create-password-reset", output = Json)]
pub async fn create_password_reset(account: AccountId) -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let secret = server::password_reset::create(&state.db, &actor, account).await?.secret;
    context::note::leave("/accounts", &secret);
    context::go_on("/accounts");
    reset_link(&secret)
}

/// Revokes an account's reset link, for site admins.
#[server(prefix = "/rpc", endpoint = "revoke-password-reset", output = Json)]
pub async fn revoke_password_reset(
    account: AccountId,
    reset: PasswordResetId,
) -> Result<(), Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::password_reset::revoke(&state.db, &actor, account, reset).await?)
}

#[cfg(feature = "ssr")]
fn reset_link(secret: &str) -> Result<String, Error> {
    Ok(format!("{}/password-resets/{secret}", context::origin()?))
}
