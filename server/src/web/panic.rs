//! A panic in a handler: one answer of ours, not a cut connection.

use std::panic::AssertUnwindSafe;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use domain::Error;
use futures::FutureExt;
use http::StatusCode;

use crate::web::refusal::Form;

/// Answers 500 when the handler panics. The place stands in the log under the same request id.
pub(super) async fn catch(request: Request, next: Next) -> Response {
    let form = Form::of(&request);
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_) => {
            let incident = crate::time::new_id();
            tracing::error!(%incident, "a handler panicked");
            form.refuse(StatusCode::INTERNAL_SERVER_ERROR, &Error::Internal { incident })
        }
    }
}
