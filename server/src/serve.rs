//! Takes connections and ends them: HTTP/1.1 with limits on number, silence and time to stop.
//!
//! `axum::serve` installs no timer, so a client that sends its headers for ever stays for ever,
//! and waits without end for idle connections when it stops.

mod activity;
mod address_count;
mod connection;
mod limits;
mod open_files;
mod patient_stream;
mod request_body;
mod response_body;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use self::address_count::AddressCount;

pub use self::limits::Limits;
pub use self::open_files::raise_open_files;
pub use self::request_body::Stalled;

/// How long nothing is accepted after the process ran out of something.
const BREATHER: Duration = Duration::from_millis(200);

/// Connections the system keeps until we accept them. With the usual 128 a rush of clients waits
/// a second each for its second try.
const QUEUE: u32 = 4096;

/// Opens the port. To be called on the runtime that serves it.
pub fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let opened = || {
        let socket = match address {
            SocketAddr::V4(_) => TcpSocket::new_v4()?,
            SocketAddr::V6(_) => TcpSocket::new_v6()?,
        };
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(QUEUE)
    };
    opened().with_context(|| format!("cannot listen on {address}"))
}

/// Answers requests with `app` until `stop` is ready, then lets those under way finish.
///
/// Handlers find `ConnectInfo<SocketAddr>`. When stopping, idle and half-open connections are
/// closed at once, and what is not finished after `limits.drain` is cut.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let limits = Arc::new(limits);
    let room = Arc::new(Semaphore::new(limits.connections.min(Semaphore::MAX_PERMITS)));
    let addresses = Arc::new(AddressCount::default());
    let stopping = CancellationToken::new();
    let mut connections = JoinSet::new();
    let mut stop = std::pin::pin!(stop);

    loop {
        let (stream, peer, permit) = tokio::select! {
            biased;
            () = stop.as_mut() => break,
            Some(_) = connections.join_next() => continue,
            accepted = accept(&listener, &room) => accepted,
        };
        let address = peer.ip().to_canonical();
        let Some(admission) = addresses.admit(address, limits.connections_from(address)) else {
            tracing::warn!(client = %address, "closed a connection: too many from one address");
            continue;
        };
        let (app, limits, stopping) = (app.clone(), limits.clone(), stopping.clone());
        connections.spawn(async move {
            let _held = (permit, admission);
            connection::converse(stream, peer, app, &limits, stopping).await;
        });
    }

    drop(listener);
    stopping.cancel();
    drain(connections, limits.drain).await;
    Ok(())
}

/// Is ready when the process is asked to end, by SIGTERM or from the keyboard.
pub async fn termination() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// The next connection, as soon as there is room for it.
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    let permit = room.clone().acquire_owned().await.expect("the semaphore is never closed");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, permit),
            Err(cause) if is_of_one_connection(&cause) => {}
            Err(cause) => {
                // Out of files or memory: trying again at once would only burn the processor.
                tracing::warn!(%cause, "cannot accept connections for a moment");
                tokio::time::sleep(BREATHER).await;
            }
        }
    }
}

fn is_of_one_connection(cause: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};

    matches!(cause.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

async fn drain(mut connections: JoinSet<()>, patience: Duration) {
    let finished = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(patience, finished).await.is_err() {
        tracing::warn!(connections = connections.len(), "cut connections that did not finish");
        connections.shutdown().await;
    }
}
