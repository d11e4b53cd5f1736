//! What browsers are told not to do with an answer.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

/// For every answer.
const ALWAYS: [(HeaderName, &str); 6] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    // Not `no-referrer`: it makes browsers send `Origin: null` with our own forms.
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
         gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
         publickey-credentials-create=(), serial=(), usb=(), xr-spatial-tracking=()",
    ),
];

/// For answers that say nothing else of the matter: pages bring a policy of their own, files of
/// the client their time to live.
const UNLESS_SET: [(HeaderName, &str); 2] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (CACHE_CONTROL, "no-store"),
];

/// What browsers that have come by TLS once are told: never to come without it, for a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Hsts {
    /// This name and all names below it.
    Subdomains,
    /// Only this name, if a name below it is not served over TLS.
    Host,
    /// None, if the proxy sends the header.
    Off,
}

impl Hsts {
    pub(super) fn header(self) -> Option<&'static str> {
        match self {
            Self::Subdomains => Some("max-age=31536000; includeSubDomains"),
            Self::Host => Some("max-age=31536000"),
            Self::Off => None,
        }
    }
}

/// Adds the headers; `hsts` where browsers come by TLS.
pub(super) async fn add(
    State(hsts): State<Option<&'static str>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    set(response.headers_mut(), hsts);
    response
}

fn set(headers: &mut HeaderMap, hsts: Option<&'static str>) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in UNLESS_SET {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Some(hsts) = hsts {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(hsts));
    }
}
