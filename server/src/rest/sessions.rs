//! Signing in and out.

use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Account;
use domain::actor::Scope;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::Json;
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::password::Password;
use crate::session::Browser;
use crate::{account, session};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new().routes(routes!(find_session, sign_in, sign_out))
}

/// The account, and the scope of the session or token.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Visitor {
    account: Account,
    scope: Scope,
}

/// Email and password of an account.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Credentials {
    email: String,
    password: String,
}

/// Returns your account and scope.
#[utoipa::path(
    get, path = "/session", tag = "session",
    responses((status = 200, body = Visitor), Refusals)
)]
async fn find_session(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Visitor>> {
    let account = account::find(&state.db, &actor).await?;
    Ok(Json(Visitor { account, scope: actor.scope() }))
}

/// Signs the browser in.
#[utoipa::path(
    post, path = "/session", tag = "session", security(()),
    responses((status = 201, body = Account), Refusals)
)]
async fn sign_in(
    State(state): State<crate::State>,
    browser: Browser,
    Json(given): Json<Credentials>,
) -> Result<(StatusCode, Json<Account>)> {
    let password = Password::from(given.password);
    let account = session::sign_in(&state, &browser, &given.email, &password).await?;
    Ok((StatusCode::CREATED, Json(account)))
}

/// Signs the browser out. Does nothing if it is not signed in.
#[utoipa::path(
    delete, path = "/session", tag = "session", security(()),
    responses((status = 204, description = "The session is over."), Refusals)
)]
async fn sign_out(browser: Browser) -> Result<StatusCode> {
    session::sign_out(&browser).await?;
    Ok(StatusCode::NO_CONTENT)
}
