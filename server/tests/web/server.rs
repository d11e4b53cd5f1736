//! A server on a port of its own, with handlers that can be held.

use std::future::pending;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, State};
use axum::routing::{get, post};
use server::serve::{Limits, listen, serve};
use server::web::{WebSettings, layers};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

use crate::client::Client;

/// Short times, so that tests of them are short.
pub fn limits() -> Limits {
    Limits {
        header_read: Duration::from_millis(200),
        body_stall: Duration::from_millis(200),
        write_stall: Duration::from_millis(200),
        drain: Duration::from_secs(10),
        ..Limits::default()
    }
}

pub struct Server {
    pub address: SocketAddr,
    /// Told when the handler of `/held` begins.
    pub begun: Arc<Notify>,
    /// Lets the handler of `/held` end.
    pub release: Arc<Notify>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<anyhow::Result<()>>,
}

impl Server {
    pub async fn start(limits: Limits) -> Self {
        let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        let (begun, release) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let app = layers(routes(begun.clone(), release.clone()), &WebSettings::default());
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(serve(listener, app, limits, async {
            let _ = stopped.await;
        }));
        Self { address, begun, release, stop, task }
    }

    pub async fn client(&self) -> Client {
        Client::connect(self.address).await
    }

    /// Begins to stop; the end is the end of the task.
    pub fn stop(self) -> JoinHandle<anyhow::Result<()>> {
        self.stop.send(()).unwrap();
        self.task
    }
}

fn routes(begun: Arc<Notify>, release: Arc<Notify>) -> Router {
    let held = async |State((begun, release)): State<(Arc<Notify>, Arc<Notify>)>| {
        begun.notify_one();
        release.notified().await;
        "held and done"
    };
    Router::new()
        .route("/", get(async || "hello"))
        .route("/peer", get(async |peer: ConnectInfo<SocketAddr>| peer.0.ip().to_string()))
        .route("/text", post(async |text: Bytes| format!("{} bytes", text.len())))
        .route("/held", get(held))
        .route("/ever", get(async || pending::<&'static str>().await))
        .route("/much", get(async || Body::from(vec![b'x'; 64 << 20])))
        .with_state((begun, release))
}
