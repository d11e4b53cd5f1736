//! The settings of the layers.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use super::origin::PublicOrigin;
use super::security_headers::Hsts;

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
    /// Bytes of a request body, for routes outside [`bulk`](super::bulk).
    pub body_bytes: u64,
    /// Time until an answer begins, for routes outside [`bulk`](super::bulk).
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
