//! REST: the same core functions as the pages, under `/api/v1`, described by OpenAPI.
//!
//! A handler takes its arguments, calls one core function and names the status.

use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get};
use axum::{Json, Router};
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::web::allowance::raise;
use crate::{State, session};

mod accounts;
mod documentation;
mod exports;
mod extract;
mod health;
mod imports;
mod invitations;
mod judgments;
mod members;
mod own_account;
mod password_resets;
mod problem;
mod projects;
mod sessions;
mod set_up;
mod tasks;
mod upload;

/// Every route of the API, and its description. Sessions are put on by [`with_sessions`].
pub fn router(state: State) -> (Router, OpenApi) {
    let version_1 = OpenApiRouter::new()
        .merge(set_up::routes())
        .merge(sessions::routes())
        .merge(own_account::routes())
        .merge(accounts::routes())
        .merge(password_resets::routes())
        .merge(projects::routes())
        .merge(members::routes())
        .merge(invitations::routes())
        .merge(tasks::routes())
        .merge(judgments::routes())
        .merge(bulk(imports::routes(), state.config.max_import_bytes))
        .merge(bulk(exports::routes(), 0));
    let (api, document) = OpenApiRouter::with_openapi(documentation::head(&state.config))
        .nest("/api/v1", version_1)
        .merge(health::routes())
        .split_for_parts();
    let described = Json(document.clone());
    let router = api
        .route("/api/v1/openapi.json", get(async || described))
        .route("/api/", any(problem::unknown_path))
        .route("/api/{*unknown}", any(problem::unknown_path))
        .method_not_allowed_fallback(problem::wrong_method)
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .with_state(state);
    (router, document)
}

/// Lets routes take large bodies, and all the time they need.
fn bulk(routes: OpenApiRouter<State>, body_bytes: u64) -> OpenApiRouter<State> {
    routes.layer(DefaultBodyLimit::disable()).layer(from_fn_with_state(body_bytes, raise))
}

/// Lets routes know their browser by its session: those of the API and the pages alike.
pub fn with_sessions(router: Router, state: &State) -> Router {
    router.layer(session::layer(state))
}
