//! Requests that another site makes a browser send: those that change something are refused.
//!
//! The scheme is the one of Go 1.25. `Sec-Fetch-Site`, which a page cannot forge, decides when it
//! is there: `same-origin` and `none` pass. Otherwise `Origin` has to name the Host of the request
//! or the public origin. A request with neither passes, cookie or not: every browser has sent
//! `Origin` with a POST since 2020, so no page made a browser send this one, and refusing it
//! would shut out programs. `SameSite` on the cookie stands behind for browsers older than that.
//!
//! Where browsers come by TLS, a page without it is another site, though its name is ours: anybody
//! on the way can write such a page. The check below compares names alone, so this comes before it.
//!
//! A request with a bearer token and without a cookie needs no such check, wherever it comes from:
//! no browser adds a token by itself.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::Error;
use domain::reason::Reason;
use http::header::{AUTHORIZATION, COOKIE, ORIGIN};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use tower_http::csrf::{CsrfLayer, ProtectionError, ResponseForProtectionError};

use crate::web::origin::PublicOrigin;
use crate::web::refusal::Form;

/// The layer that answers 403 to what another site sent.
pub(super) fn layer(public_origin: Option<&PublicOrigin>) -> CsrfLayer<Refuse> {
    let layer = CsrfLayer::new().with_rejection_response(Refuse);
    match public_origin {
        Some(origin) => layer
            .add_trusted_origin(origin.to_string())
            .expect("a public origin is http or https, a name and a port"),
        None => layer,
    }
}

/// Takes from a program's request what would make it look like a page's.
pub(super) async fn excuse_programs(mut request: Request, next: Next) -> Response {
    if is_from_program(request.headers()) {
        request.headers_mut().remove(ORIGIN);
        request.headers_mut().remove("sec-fetch-site");
    }
    next.run(request).await
}

/// Answers 403 to what a page without TLS sent to a server whose pages come by it; `is_secure` when
/// they do. Pages of this machine are as safe without.
pub(super) async fn refuse_plain_pages(
    State(is_secure): State<bool>,
    request: Request,
    next: Next,
) -> Response {
    let is_change = ![Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    if is_secure && is_change && request.headers().get(ORIGIN).is_some_and(is_plain) {
        tracing::warn!("refused a request from a page without TLS");
        return refuse();
    }
    next.run(request).await
}

/// Whether an Origin is one of `http://` and not of this machine.
fn is_plain(origin: &HeaderValue) -> bool {
    let origin = origin.to_str().ok().and_then(|origin| origin.parse::<PublicOrigin>().ok());
    origin.is_some_and(|origin| !origin.is_secure() && !origin.is_loopback())
}

fn is_from_program(headers: &HeaderMap) -> bool {
    let is_bearer =
        |value: &[u8]| value.get(..7).is_some_and(|s| s.eq_ignore_ascii_case(b"bearer "));
    let token = headers.get(AUTHORIZATION);
    !headers.contains_key(COOKIE) && token.is_some_and(|token| is_bearer(token.as_bytes()))
}

/// Answers for the layer, and says so in the log.
#[derive(Debug, Clone, Copy)]
pub(super) struct Refuse;

impl ResponseForProtectionError<Body> for Refuse {
    fn response_for_protection_error(&mut self, cause: ProtectionError) -> Response {
        tracing::warn!(%cause, "refused a request from another site");
        refuse()
    }
}

fn refuse() -> Response {
    let error = Error::forbidden(Reason::OtherSite);
    Form::Json.refuse(StatusCode::FORBIDDEN, &error)
}
