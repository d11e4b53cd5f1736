//! Requests that came without TLS to a server whose browsers come by TLS.
//!
//! A trusted proxy says in `X-Forwarded-Proto` how its client came. Where it says `http`, a page is
//! asked for again by https and everything else is refused, for it was readable on its way.
//! Requests without the header pass: health checks on the same machine send none.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Error;
use domain::reason::Reason;
use http::header::LOCATION;
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, StatusCode};

use crate::web::host::PATHS_FOR_ANY_HOST;
use crate::web::origin::PublicOrigin;
use crate::web::refusal::Form;
use crate::web::settings::WebSettings;

/// Answers 308 to a page that was asked for without TLS, and 403 to anything else.
pub(super) async fn require(
    State(settings): State<Arc<WebSettings>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    match settings.public_origin.as_ref().filter(|origin| origin.is_secure()) {
        Some(origin) if came_plain(&settings, &request) && !PATHS_FOR_ANY_HOST.contains(&path) => {
            turn_away(origin, &request)
        }
        _ => next.run(request).await,
    }
}

fn turn_away(origin: &PublicOrigin, request: &Request) -> Response {
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    if is_read && !request.uri().path().starts_with("/api/") {
        let rest = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
        // Never fails: what was an address in one header is one in another.
        if let Ok(address) = HeaderValue::try_from(format!("{origin}{rest}")) {
            return (StatusCode::PERMANENT_REDIRECT, [(LOCATION, address)]).into_response();
        }
    }
    tracing::warn!("refused a request that came without TLS");
    let error = Error::forbidden(Reason::HttpsRequired);
    Form::of(request).refuse(StatusCode::FORBIDDEN, &error)
}

/// Whether a trusted proxy says that its client came without TLS. Of several proxies, the first
/// spoke to the client.
fn came_plain(settings: &WebSettings, request: &Request) -> bool {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map(|peer| peer.0.ip().to_canonical());
    let is_proxy = peer.is_some_and(|peer| settings.trusted_proxies.contains(&peer));
    let schemes = request.headers().get("x-forwarded-proto").and_then(|value| value.to_str().ok());
    let scheme = schemes.and_then(|schemes| schemes.split(',').next());
    is_proxy && scheme.is_some_and(|scheme| scheme.trim().eq_ignore_ascii_case("http"))
}
