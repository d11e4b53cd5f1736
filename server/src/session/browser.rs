//! The browser behind a request, as signing in and out needs it.

use std::convert::Infallible;
use std::net::IpAddr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tower_cookies::Cookies;
use tower_sessions::Session;

use crate::web::ClientAddress;

/// A browser: its session, its cookies and where it comes from.
#[derive(Debug, Clone)]
pub struct Browser {
    pub(super) session: Session,
    pub(super) cookies: Cookies,
    pub(crate) address: IpAddr,
}

impl Browser {
    /// The browser that sent a request.
    pub fn of(parts: &Parts) -> Self {
        let session = parts.extensions.get::<Session>();
        let cookies = parts.extensions.get::<Cookies>();
        Self {
            session: session.expect("the session layer is around every route").clone(),
            cookies: cookies.expect("the session layer brings the cookies").clone(),
            address: ClientAddress::of_parts(parts).0,
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}
