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
pub mod settings;
pub mod tls;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};

pub use self::allowance::bulk;
pub use self::client_address::ClientAddress;
pub use self::origin::PublicOrigin;
pub use self::security_headers::Hsts;
pub use self::settings::WebSettings;

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
