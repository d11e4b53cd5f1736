//! The way back for a forgotten password: links that site admins create.

use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{Account, PasswordReset, PasswordResetNotice, WithSecret};
use domain::id::{AccountId, PasswordResetId};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path};
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::password::Password;
use crate::session::Browser;
use crate::{password_reset, session};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(list_open_resets))
        .routes(routes!(create_reset))
        .routes(routes!(revoke_reset))
        .routes(routes!(list_own_resets))
        .routes(routes!(revoke_own_reset))
        .routes(routes!(find_reset))
        .routes(routes!(choose_password))
}

/// A new password.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewPassword {
    password: String,
}

/// Lists the valid reset links, newest first, without their secrets.
#[utoipa::path(
    get, path = "/password-resets", tag = "accounts",
    responses((status = 200, body = [PasswordReset]), Refusals)
)]
async fn list_open_resets(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Vec<PasswordReset>>> {
    Ok(Json(password_reset::list_open(&state.db, &actor).await?))
}

/// Creates a password reset link, valid for 24 hours and one use. Its secret is only in this
/// answer. Earlier links of the account stop working.
#[utoipa::path(
    post, path = "/accounts/{account}/password-resets", tag = "accounts",
    params(("account" = AccountId, Path)),
    responses((status = 201, body = WithSecret<PasswordReset>), Refusals)
)]
async fn create_reset(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(account): Path<AccountId>,
) -> Result<(StatusCode, Json<WithSecret<PasswordReset>>)> {
    let reset = password_reset::create(&state.db, &actor, account).await?;
    Ok((StatusCode::CREATED, Json(reset)))
}

/// Revokes a valid reset link.
#[utoipa::path(
    delete, path = "/accounts/{account}/password-resets/{reset}", tag = "accounts",
    responses((status = 204, description = "The link no longer works."), Refusals)
)]
async fn revoke_reset(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((account, reset)): Path<(AccountId, PasswordResetId)>,
) -> Result<StatusCode> {
    password_reset::revoke(&state.db, &actor, account, reset).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists the last reset links for your account, newest first: who created them, and whether they
/// were used.
#[utoipa::path(
    get, path = "/account/password-resets", tag = "account",
    responses((status = 200, body = [PasswordReset]), Refusals)
)]
async fn list_own_resets(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Vec<PasswordReset>>> {
    Ok(Json(password_reset::list_own(&state.db, &actor).await?))
}

/// Revokes a valid reset link for your account.
#[utoipa::path(
    delete, path = "/account/password-resets/{reset}", tag = "account",
    params(("reset" = PasswordResetId, Path)),
    responses((status = 204, description = "The link no longer works."), Refusals)
)]
async fn revoke_own_reset(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(reset): Path<PasswordResetId>,
) -> Result<StatusCode> {
    password_reset::revoke_own(&state.db, &actor, reset).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Returns the account that a reset link belongs to.
#[utoipa::path(
    get, path = "/password-resets/{secret}", tag = "accounts", security(()),
    params(("secret" = String, Path)),
    responses((status = 200, body = PasswordResetNotice), Refusals)
)]
async fn find_reset(
    State(state): State<crate::State>,
    browser: Browser,
    Path(secret): Path<String>,
) -> Result<Json<PasswordResetNotice>> {
    Ok(Json(password_reset::notice(&state.db, &browser, &secret).await?))
}

/// Chooses a new password, ends all sessions of the account and signs the browser in.
#[utoipa::path(
    post, path = "/password-resets/{secret}/password", tag = "accounts", security(()),
    params(("secret" = String, Path)),
    responses((status = 201, body = Account), Refusals)
)]
async fn choose_password(
    State(state): State<crate::State>,
    browser: Browser,
    Path(secret): Path<String>,
    Json(new): Json<NewPassword>,
) -> Result<(StatusCode, Json<Account>)> {
    let new = Password::from(new.password);
    let account = password_reset::redeem(&state.db, &browser, &secret, &new).await?;
    session::start(&state, &browser, account.id).await?;
    Ok((StatusCode::CREATED, Json(account)))
}
