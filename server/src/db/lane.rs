//! Where a connection to SQLite and whoever talks to it run: on one processor.
//!
//! Every query is a talk between two threads that wait for each other. Between two processors
//! each word of it costs a wake-up across, which is more than the query itself; on one, the
//! threads merely take turns. The short transactions that everybody waits for, claims and
//! judgments, have one lane: twice across for the whole of them. An export, with a word for each
//! row, has another.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use anyhow::Context;
use tokio::runtime::{Builder, Handle};
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};
use tracing::{Instrument, Span};

use super::scheduling;

/// A thread on one processor that runs what it is given; ends with the last clone.
#[derive(Debug, Clone)]
pub struct Lane {
    runtime: Handle,
    _alive: Arc<Alive>,
}

/// What ends with the last clone.
#[derive(Debug)]
struct Alive {
    _thread: mpsc::Sender<()>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Lane {
    /// Starts the thread on one of the processors that the process may use; they are counted
    /// from behind, and again from there when there are not so many. A permit is given back when
    /// the lane ends.
    pub async fn start(nth: usize, permit: Option<OwnedSemaphorePermit>) -> anyhow::Result<Self> {
        let (sender, started) = oneshot::channel();
        let (thread, mut ended) = mpsc::channel(1);
        let run = move || {
            scheduling::share_one_processor(nth);
            // Without the part for sockets and files its thread wakes up by a lock, not a poll.
            match Builder::new_current_thread().enable_time().build() {
                Ok(runtime) => {
                    // Whoever asked may have gone; then nobody holds the other end either.
                    _ = sender.send(Ok(runtime.handle().clone()));
                    runtime.block_on(ended.recv());
                }
                Err(error) => _ = sender.send(Err(error)),
            }
        };
        thread::Builder::new().name("lane".into()).spawn(run)?;
        let runtime = started.await.context("a lane's thread has ended")??;
        Ok(Self { runtime, _alive: Arc::new(Alive { _thread: thread, _permit: permit }) })
    }

    /// Does some work on the thread. It goes on to its end even if nobody waits for it any more.
    pub async fn run<F>(&self, work: F) -> F::Output
    where
        F: Future<Output: Send> + Send + 'static,
    {
        match self.runtime.spawn(work.instrument(Span::current())).await {
            Ok(output) => output,
            Err(error) if error.is_panic() => resume_unwind(error.into_panic()),
            // The thread ends after its last user, and this is one.
            Err(_) => std::future::pending().await,
        }
    }
}
