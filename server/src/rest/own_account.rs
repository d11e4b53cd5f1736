//! The account of the one who asks: its password, sessions and tokens.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{Account, NewToken, Token, WithSecret};
use domain::id::TokenId;
use domain::keys::Command;
use domain::work::{Clock, Work};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path, Query};
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::password::Password;
use crate::session::Browser;
use crate::{account, keys, session, token, work};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(find_own_account))
        .routes(routes!(find_own_work))
        .routes(routes!(find_own_keys, change_own_keys))
        .routes(routes!(change_password))
        .routes(routes!(sign_out_everywhere))
        .routes(routes!(list_tokens, create_token))
        .routes(routes!(revoke_token))
}

/// A change of password.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct PasswordChange {
    current: String,
    new: String,
}

/// Your account.
#[utoipa::path(
    get, path = "/account", tag = "account",
    responses((status = 200, body = Account), Refusals)
)]
async fn find_own_account(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Account>> {
    Ok(Json(account::find(&state.db, &actor).await?))
}

/// The clock that decides when a day starts.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ByClock {
    /// Minutes ahead of UTC, such as 120 for Berlin in summer. Default: 0.
    #[serde(default)]
    utc_offset: i32,
}

/// Counts your judgments: today, in total, and on each of the last 14 days.
#[utoipa::path(
    get, path = "/account/work", tag = "account", params(ByClock),
    responses((status = 200, body = Work), Refusals)
)]
async fn find_own_work(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Query(by): Query<ByClock>,
) -> Result<Json<Work>> {
    Ok(Json(work::find(&state.db, &actor, Clock::ahead_by(by.utc_offset)?).await?))
}

/// Returns the keys of the judge page: a letter for each command.
#[utoipa::path(
    get, path = "/account/keys", tag = "account",
    responses((status = 200, body = BTreeMap<Command, char>), Refusals)
)]
async fn find_own_keys(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<BTreeMap<Command, char>>> {
    Ok(Json(keys::find(&state.db, &actor).await?.by_command()))
}

/// Changes the keys of the judge page. Commands that you leave out get their default letter; `{}`
/// resets all keys. Two commands cannot share a letter.
#[utoipa::path(
    put, path = "/account/keys", tag = "account",
    responses((status = 200, body = BTreeMap<Command, char>), Refusals)
)]
async fn change_own_keys(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Json(chosen): Json<BTreeMap<Command, String>>,
) -> Result<Json<BTreeMap<Command, char>>> {
    Ok(Json(keys::change(&state.db, &actor, &chosen).await?.by_command()))
}

/// Changes the password, ends all sessions of the account and starts a new one for this browser.
#[utoipa::path(
    put, path = "/account/password", tag = "account",
    responses((status = 204, description = "The new password counts."), Refusals)
)]
async fn change_password(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    browser: Browser,
    Json(change): Json<PasswordChange>,
) -> Result<StatusCode> {
    let (current, new) = (Password::from(change.current), Password::from(change.new));
    account::change_password(&state.db, &actor, &current, &new).await?;
    session::start(&state, &browser, actor.account_id()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends every session of the account, including this one. Tokens keep working.
#[utoipa::path(
    delete, path = "/account/sessions", tag = "account",
    responses((status = 204, description = "Every session is over."), Refusals)
)]
async fn sign_out_everywhere(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<StatusCode> {
    account::sign_out_everywhere(&state.db, &actor).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists the tokens of the account, newest first, without their secrets.
#[utoipa::path(
    get, path = "/account/tokens", tag = "account",
    responses((status = 200, body = [Token]), Refusals)
)]
async fn list_tokens(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Vec<Token>>> {
    Ok(Json(token::list(&state.db, &actor).await?))
}

/// Creates a token. Its secret is only in this answer.
#[utoipa::path(
    post, path = "/account/tokens", tag = "account",
    responses((status = 201, body = WithSecret<Token>), Refusals)
)]
async fn create_token(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewToken>,
) -> Result<(StatusCode, Json<WithSecret<Token>>)> {
    let token = token::create(&state.db, &actor, &new).await?;
    Ok((StatusCode::CREATED, Json(token)))
}

/// Revokes a token permanently.
#[utoipa::path(
    delete, path = "/account/tokens/{token}", tag = "account", params(("token" = TokenId, Path)),
    responses((status = 204, description = "The token no longer works."), Refusals)
)]
async fn revoke_token(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(token): Path<TokenId>,
) -> Result<StatusCode> {
    token::revoke(&state.db, &actor, token).await?;
    Ok(StatusCode::NO_CONTENT)
}
