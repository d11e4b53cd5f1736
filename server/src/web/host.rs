//! The Host a request names: ours, or the request goes no further.
//!
//! A page of another name that resolves to this address (DNS rebinding) is same-origin for its
//! browser; only the name gives it away. The check of cross-site requests compares with Host, so
//! Host is checked first.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::Error;
use domain::reason::Reason;
use http::StatusCode;
use http::header::HOST;
use http::uri::Authority;

use crate::web::origin::is_loopback;
use crate::web::refusal::Form;
use crate::web::settings::WebSettings;

/// Watchdogs and load balancers ask for these by address.
pub(super) const PATHS_FOR_ANY_HOST: [&str; 2] = ["/healthz", "/readyz"];

/// Answers 421 to a request for a name that is not ours.
pub(super) async fn check(
    State(settings): State<Arc<WebSettings>>,
    request: Request,
    next: Next,
) -> Response {
    if PATHS_FOR_ANY_HOST.contains(&request.uri().path()) || names_us(&settings, &request) {
        return next.run(request).await;
    }
    let host = request.headers().get(HOST).map(|host| String::from_utf8_lossy(host.as_bytes()));
    tracing::warn!(host = %host.unwrap_or_default(), "refused a request for another host");
    let reason = match settings.public_origin {
        Some(_) => Reason::UnknownHost,
        None => Reason::UnnamedHost,
    };
    Form::of(&request).refuse(StatusCode::MISDIRECTED_REQUEST, &Error::invalid("host", reason))
}

/// Whether every name in the request, there is at least one, is ours.
fn names_us(settings: &WebSettings, request: &Request) -> bool {
    let headers = request.headers().get_all(HOST).iter().map(|host| host.as_bytes());
    let target = request.uri().authority().map(|authority| authority.as_str().as_bytes());
    let mut names = headers.chain(target).peekable();
    names.peek().is_some() && names.all(|name| is_ours(settings, name))
}

fn is_ours(settings: &WebSettings, name: &[u8]) -> bool {
    let Ok(authority) = Authority::try_from(name) else {
        return false;
    };
    if authority.as_str().contains('@') {
        return false;
    }
    match &settings.public_origin {
        Some(origin) if origin.is_at(&authority) => true,
        Some(_) => is_loopback(authority.host()),
        None => is_loopback(authority.host()) || is_address(authority.host(), settings.listen),
    }
}

fn is_address(host: &str, listen: SocketAddr) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.parse::<IpAddr>().is_ok_and(|address| address == listen.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_name_and_loopback_names_are_ours() {
        let settings = WebSettings {
            public_origin: Some("https://rate.example.org".parse().unwrap()),
            listen: "192.0.2.1:3000".parse().unwrap(),
            ..WebSettings::default()
        };
        let table = [
            ("rate.example.org", true),
            ("RATE.example.org:443", true),
            ("localhost:3000", true),
            ("127.0.0.1:3000", true),
            ("[::1]:3000", true),
            ("rate.example.org:8443", false),
            ("rate.example.org.evil.example", false),
            ("evil.example@rate.example.org", false),
            ("192.0.2.1:3000", false),
            ("", false),
            ("a b", false),
        ];

        for (name, expected) in table {
            assert_eq!(is_ours(&settings, name.as_bytes()), expected, "{name}");
        }
    }

    #[test]
    fn without_a_public_name_the_address_listened_on_is_ours() {
        let listen = "192.0.2.1:3000".parse().unwrap();
        let settings = WebSettings { listen, ..WebSettings::default() };

        assert!(is_ours(&settings, b"192.0.2.1:3000"));
        assert!(!is_ours(&settings, b"192.0.2.2:3000"));
        assert!(!is_ours(&settings, b"rate.example.org"));
    }
}
