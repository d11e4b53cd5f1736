//! The executable: puts pages, REST and assets together and hands them to the command line.

use app::{App, assets, shell};
use axum::Router;
use axum::extract::FromRef;
use axum::routing::get;
use leptos::config::LeptosOptions;
use leptos_axum::{LeptosRoutes, generate_route_list};

/// The state behind pages: what the server needs, and what Leptos wants to know.
#[derive(Debug, Clone, FromRef)]
struct PageState {
    server: server::State,
    leptos: LeptosOptions,
}

fn main() -> std::process::ExitCode {
    server::cli::main(router)
}

/// Everything that answers: the API, the pages and their remote calls, the assets.
fn router(server: server::State) -> Router {
    let leptos = LeptosOptions::builder().output_name("touchstone").build();
    let state = PageState { server: server.clone(), leptos };
    let context = {
        let server = server.clone();
        move || leptos::context::provide_context(server.clone())
    };
    let pages = Router::new()
        .leptos_routes_with_context(&state, generate_route_list(App), context, shell)
        .fallback(leptos_axum::render_app_async_with_context(
            {
                let server = server.clone();
                move || leptos::context::provide_context(server.clone())
            },
            shell,
        ))
        .with_state(state);
    let assets = Router::new()
        .route("/pkg/{file}", get(assets::serve))
        .route("/favicon.svg", get(assets::serve));
    server::rest::with_pages(server, pages.merge(assets))
}
