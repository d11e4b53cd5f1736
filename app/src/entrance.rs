//! Decides where a visit leads before any of its page is rendered. Server only.
//!
//! The parts of a page are rendered on several threads at once, so none of them may still change
//! where the visit leads.

pub mod visit;
pub mod vouched;

use axum::extract::{MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use server::web::refusal::Form;

use self::visit::{Query, Visit, escaped};

/// The pages that people without a session may see. Every other page needs one.
pub const OPEN_PAGES: [&str; 3] = ["/api", "/invitations/{secret}", "/password-resets/{secret}"];

/// Lets a visit through to its page, or sends it to where it has to go first.
pub async fn admit(State(server): State<server::State>, request: Request, next: Next) -> Response {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return vouched::note(&server, next.run(request).await);
    }
    let form = Form::of(&request);
    let (parts, body) = request.into_parts();
    let visit = Visit {
        path: parts.uri.path(),
        query: Query::of(&parts.uri),
        page: parts.extensions.get().map(MatchedPath::as_str),
    };
    if let Some(address) = vouched::without_stray_error(&server, &parts.headers, &visit) {
        return Redirect::to(&address).into_response();
    }
    let has_token = parts.headers.contains_key(header::AUTHORIZATION);
    match destination(&server, &parts, &visit).await {
        Ok(None) => next.run(Request::from_parts(parts, body)).await,
        // A program that has a token reads the refusal; a person signs in.
        Ok(Some(_)) if has_token => refuse(Form::Json, domain::Error::Unauthenticated),
        Ok(Some(address)) => Redirect::to(&address).into_response(),
        Err(error) => refuse(form, error.for_people()),
    }
}

/// Where a visit has to go first; none if it may see its page.
async fn destination(
    server: &server::State,
    parts: &Parts,
    visit: &Visit<'_>,
) -> server::Result<Option<String>> {
    let Some(page) = visit.page.filter(|page| !is_open(page)) else {
        return Ok(None);
    };
    let is_entry = ["/sign-in", "/set-up"].contains(&page);
    if !is_entry && server::actor::find(parts, server).await?.is_some() {
        return Ok(None);
    }
    let needs_set_up = server::account::needs_set_up(&server.db).await?;
    Ok(match page {
        "/set-up" => (!needs_set_up).then(|| "/".to_owned()),
        _ if needs_set_up => Some("/set-up".to_owned()),
        "/sign-in" => None,
        _ => Some(format!("/sign-in?next={}", escaped(&visit.address()))),
    })
}

/// Remote calls have no page: what is wrong with asking for one is theirs to say.
fn is_open(page: &str) -> bool {
    OPEN_PAGES.contains(&page) || page.starts_with("/rpc/")
}

fn refuse(form: Form, error: domain::Error) -> Response {
    form.refuse(server::error::status(&error), &error)
}
