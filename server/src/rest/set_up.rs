//! The first admin.

use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Account;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::Json;
use super::problem::Refusals;
use crate::account::{self, NewAccount};
use crate::error::Result;
use crate::password::Password;
use crate::session::{self, Browser};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new().routes(routes!(find_set_up, set_up))
}

/// Whether the first admin account is still missing.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct SetUp {
    needed: bool,
}

/// The first admin account.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct FirstAdmin {
    /// Printed in the server's log.
    code: String,
    email: String,
    name: String,
    password: String,
}

/// Says whether the first admin account is still missing.
#[utoipa::path(
    get, path = "/set-up", tag = "set-up", security(()),
    responses((status = 200, body = SetUp), Refusals)
)]
async fn find_set_up(State(state): State<crate::State>) -> Result<Json<SetUp>> {
    let needed = account::needs_set_up(&state.db).await?;
    Ok(Json(SetUp { needed }))
}

/// Creates the first admin account and signs the browser in.
#[utoipa::path(
    post, path = "/set-up", tag = "set-up", security(()),
    responses((status = 201, body = Account), Refusals)
)]
async fn set_up(
    State(state): State<crate::State>,
    browser: Browser,
    Json(new): Json<FirstAdmin>,
) -> Result<(StatusCode, Json<Account>)> {
    let FirstAdmin { code, email, name, password } = new;
    let new = NewAccount { email, name, password: Password::from(password) };
    let account = account::set_up(&state, &code, &new).await?;
    session::start(&state, &browser, account.id).await?;
    Ok((StatusCode::CREATED, Json(account)))
}
