//! Who is asking: found once per request, by token or by session.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use domain::Error as Refusal;
use domain::actor::Actor;
use tower_sessions::Session;

use crate::error::{Error, Result};
use crate::proof::Proof;
use crate::{State, session, token};

/// An [`Actor`] as an argument of a handler: add it to require that somebody is signed in.
#[derive(Debug, Clone, Copy)]
pub struct SignedIn(pub Actor);

impl<S> FromRequestParts<S> for SignedIn
where
    State: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let state = State::from_ref(state);
        find(parts, &state).await?.map(Self).ok_or_else(|| Refusal::Unauthenticated.into())
    }
}

/// The actor of a request, if it has one.
///
/// A request that carries a token is judged by its token alone, never by a cookie beside it.
pub async fn find(parts: &Parts, state: &State) -> Result<Option<Actor>> {
    if let Some(header) = parts.headers.get(header::AUTHORIZATION) {
        let secret = header.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
        let Some(secret) = secret else { return Ok(None) };
        return Ok(token::prove(&state.db, secret.trim()).await?.map(actor));
    }
    let Some(session) = parts.extensions.get::<Session>() else { return Ok(None) };
    Ok(session::prove(state, session).await?.map(actor))
}

fn actor(proof: Proof) -> Actor {
    Actor::authenticated(proof.account, proof.site_admin, proof.scope)
}
