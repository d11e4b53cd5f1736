//! How many bytes a request may bring and how long its answer may take to begin.
//!
//! Layers run before routes, so the limits travel with the request, and a route may raise them
//! until the body is first read.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use domain::Error;
use domain::reason::Reason;
use http::StatusCode;
use http::header::CONNECTION;
use hyper::body::{Frame, SizeHint};

use crate::serve::Stalled;
use crate::web::refusal::Form;
use crate::web::settings::WebSettings;

/// The limits of one request, and whether it kept them.
#[derive(Debug, Clone)]
struct Allowance(Arc<Terms>);

#[derive(Debug)]
struct Terms {
    body_bytes: AtomicU64,
    is_unhurried: AtomicBool,
    is_exceeded: AtomicBool,
    is_stalled: AtomicBool,
}

/// A request brought more bytes than it may.
#[derive(Debug, thiserror::Error)]
#[error("the request body is too large")]
pub struct TooLarge;

/// Lets the routes take bodies of `body_bytes` and all the time they need.
///
/// A body that does not move is cut all the same, by the connection.
pub fn bulk<S>(routes: Router<S>, body_bytes: u64) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    routes.layer(DefaultBodyLimit::disable()).layer(from_fn_with_state(body_bytes, raise))
}

/// The middleware behind [`bulk`], for routers of another kind.
pub async fn raise(State(body_bytes): State<u64>, request: Request, next: Next) -> Response {
    if let Some(Allowance(terms)) = request.extensions().get() {
        terms.body_bytes.store(body_bytes, Ordering::Relaxed);
        terms.is_unhurried.store(true, Ordering::Relaxed);
    }
    next.run(request).await
}

/// Answers 413 to too many bytes, without reading them when the request owns up to their number;
/// 408 to a body that stopped coming; 503 when the handler is too slow.
pub(super) async fn limit(
    State(settings): State<Arc<WebSettings>>,
    request: Request,
    next: Next,
) -> Response {
    let form = Form::of(&request);
    let terms = Arc::new(Terms {
        body_bytes: settings.body_bytes.into(),
        is_unhurried: false.into(),
        is_exceeded: false.into(),
        is_stalled: false.into(),
    });
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(Allowance(terms.clone()));
    let body = Body::new(Limited { body, terms: terms.clone(), bytes: 0 });
    let mut answer = std::pin::pin!(next.run(Request::from_parts(parts, body)));

    let response = match tokio::time::timeout(settings.handler_time, answer.as_mut()).await {
        Ok(response) => response,
        Err(_) if terms.is_unhurried.load(Ordering::Relaxed) => answer.await,
        Err(_) => {
            tracing::warn!("a handler took too long and was stopped");
            return form.refuse(StatusCode::SERVICE_UNAVAILABLE, &Error::Busy { seconds: 5 });
        }
    };
    terms.explain(form, response)
}

impl Terms {
    /// Says what was wrong with the body where the handler could only say that it failed.
    fn explain(&self, form: Form, response: Response) -> Response {
        if response.status().is_success() {
            return response;
        }
        let (status, reason) = if self.is_exceeded.load(Ordering::Relaxed) {
            let most = self.body_bytes.load(Ordering::Relaxed);
            (StatusCode::PAYLOAD_TOO_LARGE, Reason::TooManyBytes { most })
        } else if self.is_stalled.load(Ordering::Relaxed) {
            (StatusCode::REQUEST_TIMEOUT, Reason::BodyStalled)
        } else {
            return response;
        };
        let mut response = form.refuse(status, &Error::invalid("body", reason));
        response.headers_mut().insert(CONNECTION, http::HeaderValue::from_static("close"));
        response
    }
}

struct Limited {
    body: Body,
    terms: Arc<Terms>,
    bytes: u64,
}

impl hyper::body::Body for Limited {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let most = self.terms.body_bytes.load(Ordering::Relaxed);
        if self.bytes.saturating_add(self.body.size_hint().lower()) > most {
            return Poll::Ready(Some(Err(self.exceed())));
        }
        let frame = match ready!(Pin::new(&mut self.body).poll_frame(context)) {
            Some(Ok(frame)) => frame,
            Some(Err(cause)) => {
                self.terms.is_stalled.store(Stalled::is_behind(&cause), Ordering::Relaxed);
                return Poll::Ready(Some(Err(cause)));
            }
            None => return Poll::Ready(None),
        };
        self.bytes += frame.data_ref().map_or(0, |data| data.len() as u64);
        if self.bytes > most {
            return Poll::Ready(Some(Err(self.exceed())));
        }
        Poll::Ready(Some(Ok(frame)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Limited {
    fn exceed(&self) -> axum::Error {
        self.terms.is_exceeded.store(true, Ordering::Relaxed);
        axum::Error::new(TooLarge)
    }
}
