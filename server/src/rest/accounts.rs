//! All accounts, for site admins.

use axum::extract::State;
use domain::account::{Account, AccountChanges};
use domain::id::AccountId;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path};
use super::problem::Refusals;
use crate::account;
use crate::actor::SignedIn;
use crate::error::Result;

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new().routes(routes!(list_accounts)).routes(routes!(update_account))
}

/// Lists all accounts by email.
#[utoipa::path(
    get, path = "/accounts", tag = "accounts",
    responses((status = 200, body = [Account]), Refusals)
)]
async fn list_accounts(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Vec<Account>>> {
    Ok(Json(account::list(&state.db, &actor).await?))
}

/// Changes an account and ends its sessions.
#[utoipa::path(
    patch, path = "/accounts/{account}", tag = "accounts", params(("account" = AccountId, Path)),
    responses((status = 200, body = Account), Refusals)
)]
async fn update_account(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(account): Path<AccountId>,
    Json(changes): Json<AccountChanges>,
) -> Result<Json<Account>> {
    Ok(Json(account::update(&state.db, &actor, account, &changes).await?))
}
