//! What every request passes on its way in, and every answer on its way out.
//!
//! From the outside in: request id and log line, security headers, panics, Host, TLS, cross-site
//! requests, size and time.

pub mod allowance;
pub mod client_address;
pub mod cross_site;
pub mod file_form;
pub mod host;
pub mod observation;
pub mod origin;
pub mod panic;
pub mod refusal;
pub mod request_id;
pub mod security_headers;
pub mod tls;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};

pub use self::allowance::bulk;
pub use self::client_address::ClientAddress;
pub use self::origin::PublicOrigin;
pub use self::security_headers::Hsts;

/// What the layers need to know.
#[derive(Debug, Clone)]
pub struct WebSettings {
    /// The address listened on; its Host is answered.
    pub listen: SocketAddr,
    /// Where browsers find the server.
    pub public_origin: Option<PublicOrigin>,
    /// Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// What browsers are told about TLS, where they come by it.
    pub hsts: Hsts,
    /// Bytes of a request body, for routes outside [`bulk`].
    pub body_bytes: u64,
    /// Time until an answer begins, for routes outside [`bulk`].
    pub handler_time: Duration,
}

impl Default for WebSettings {
    fn default() -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 3000).into(),
            public_origin: None,
            trusted_proxies: Vec::new(),
            hsts: Hsts::Subdomains,
            body_bytes: 2 * 1024 * 1024,
            handler_time: Duration::from_secs(30),
        }
    }
}

/// Puts the layers around everything the router answers, its fallback included.
///
/// Routes added afterwards are outside: call it last.
pub fn layers(router: Router, settings: &WebSettings) -> Router {
    let settings = Arc::new(settings.clone());
    let is_secure = settings.public_origin.as_ref().is_some_and(PublicOrigin::is_secure);
    let hsts = if is_secure { settings.hsts.header() } else { None };
    router
        .layer(from_fn_with_state(settings.clone(), allowance::limit))
        .layer(cross_site::layer(settings.public_origin.as_ref()))
        .layer(from_fn_with_state(is_secure, cross_site::refuse_plain_pages))
        .layer(from_fn(cross_site::excuse_programs))
        .layer(from_fn_with_state(settings.clone(), tls::require))
        .layer(from_fn_with_state(settings.clone(), host::check))
        .layer(from_fn(panic::catch))
        .layer(from_fn_with_state(hsts, security_headers::add))
        .layer(from_fn_with_state(settings, observation::observe))
}

#[cfg(test)]
mod tests;
