//! One connection from its first byte to its last.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;
use tower::Service;

use super::activity::Activity;
use super::limits::Limits;
use super::patient_stream::PatientStream;
use super::request_body::RequestBody;
use super::response_body::ResponseBody;

/// Bytes of a request's headers, and of what is read ahead of a handler.
const BUFFER_BYTES: usize = 64 * 1024;

/// Answers the requests of one client until it leaves, breaks a limit, or we stop.
pub(super) async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    limits: &Limits,
    stopping: CancellationToken,
) {
    if let Err(cause) = stream.set_nodelay(true) {
        tracing::debug!(%cause, "cannot send small answers at once");
    }
    let address = peer.ip().to_canonical();
    let activity = Arc::new(Activity::default());
    let stream = PatientStream::new(stream, limits.write_stall, activity.clone());
    let service = service_fn(|request: Request<Incoming>| {
        answer(app.clone(), request, peer, limits, activity.clone())
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_read_from(address))
        .max_buf_size(BUFFER_BYTES)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);

    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stopping.cancelled() => {
            if activity.is_idle() {
                return;
            }
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(cause) = ended {
        tracing::debug!(client = %address, %cause, "a connection ended early");
    }
}

async fn answer(
    mut app: Router,
    request: Request<Incoming>,
    peer: SocketAddr,
    limits: &Limits,
    activity: Arc<Activity>,
) -> Result<Response<ResponseBody>, Infallible> {
    let under_way = activity.begin();
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(ConnectInfo(peer));
    let body = Body::new(RequestBody::new(body, limits.body_stall, activity));
    let response = app.call(Request::from_parts(parts, body)).await?;
    Ok(response.map(|body| ResponseBody::new(body, under_way)))
}
