//! Everything that answers: the API, the pages and their remote calls, the assets. Server only.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use leptos_axum::{LeptosRoutes, generate_route_list};
use server::State;

use crate::{App, assets, entrance, judge_shell, shell, upload};

/// Puts API, pages and assets together.
pub fn router(server: State) -> Router {
    let leptos = LeptosOptions::builder().output_name("touchstone").build();
    let (api, _) = server::rest::router(server.clone());
    let context = {
        let server = server.clone();
        move || provide_context(server.clone())
    };
    let judge = leptos_axum::render_app_async_with_context(context.clone(), judge_shell);
    let missing = leptos_axum::render_app_async_with_context(context.clone(), shell);
    let pages = Router::new()
        .leptos_routes_with_context(&leptos, generate_route_list(App), context, shell)
        .route("/projects/{project}/judge", get(judge))
        .fallback(missing)
        .with_state(leptos)
        .layer(from_fn_with_state(server.clone(), entrance::admit));
    let assets = Router::new()
        .route("/pkg/{file}", get(assets::serve))
        .route("/favicon.svg", get(assets::serve_icon));
    // Assets stand outside: they need no session.
    let pages = pages.merge(upload::routes(server.clone()));
    server::rest::with_sessions(pages.merge(api), &server).merge(assets)
}
