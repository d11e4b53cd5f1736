//! One name and one line in the log per request.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument, Span};

use crate::web::client_address::ClientAddress;
use crate::web::request_id::{self, REQUEST_ID};
use crate::web::settings::WebSettings;

/// Names the request, finds its client's address, and logs how it ended.
///
/// Neither query strings nor paths are logged, but the route: both may hold secrets such as an
/// invitation's.
pub(super) async fn observe(
    State(settings): State<Arc<WebSettings>>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let name = request_id::of(request.headers());
    let client = ClientAddress::of_request(&request, &settings.trusted_proxies);
    let span = span(&request, name.to_str().unwrap_or_default(), client);
    request.headers_mut().insert(REQUEST_ID, name.clone());
    request.extensions_mut().insert(client);
    let is_probe = matches!(request.uri().path(), "/healthz" | "/readyz");

    let mut response = next.run(request).instrument(span.clone()).await;

    let _entered = span.enter();
    let status = response.status().as_u16();
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match is_probe {
        true => tracing::debug!(status, ms, "answered"),
        false => tracing::info!(status, ms, "answered"),
    }
    response.headers_mut().insert(REQUEST_ID, name);
    response
}

fn span(request: &Request, id: &str, client: ClientAddress) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("(none)", MatchedPath::as_str);
    let method = request.method();
    tracing::info_span!("request", id, %method, route, client = %client.0)
}
