//! REST.

use axum::Router;
use utoipa::openapi::OpenApi;

use crate::{State, session};

/// Every route of the API, and its description.
pub fn router(_state: State) -> (Router, OpenApi) {
    (Router::new(), OpenApi::default())
}

/// Lets routes know their browser by its session.
pub fn with_sessions(router: Router, state: &State) -> Router {
    router.layer(session::layer(state))
}
