//! Whether the server is up, and whether it can work.

use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::error::Result;

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new().routes(routes!(show_health)).routes(routes!(show_readiness))
}

/// Says whether the process is running.
#[utoipa::path(
    get, path = "/healthz", tag = "health", security(()),
    responses((status = 204, description = "It is."))
)]
async fn show_health() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Says whether the database answers.
#[utoipa::path(
    get, path = "/readyz", tag = "health", security(()),
    responses(
        (status = 204, description = "It does."),
        (status = 503, description = "It does not, or not now.", body = super::problem::Problem),
    )
)]
async fn show_readiness(State(state): State<crate::State>) -> Result<StatusCode> {
    state.db.ping().await?;
    Ok(StatusCode::NO_CONTENT)
}
