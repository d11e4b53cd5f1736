//! Where SQLite's writer and whoever talks to it run: on one processor.
//!
//! Every query is a talk between two threads that wait for each other. Between two processors
//! each word of it costs a wake-up across, which is more than the query itself; on one, the
//! threads merely take turns. The short transactions that everybody waits for, claims and
//! judgments, go through here: twice across for the whole of them.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use anyhow::Context;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
use tokio::runtime::{Builder, Handle};
use tokio::sync::{mpsc, oneshot};
use tracing::{Instrument, Span};

/// A thread on one processor that runs what it is given; ends with the last clone.
#[derive(Debug, Clone)]
pub struct Lane {
    runtime: Handle,
    _alive: Arc<mpsc::Sender<()>>,
}

impl Lane {
    /// Starts the thread.
    pub async fn start() -> anyhow::Result<Self> {
        let (sender, started) = oneshot::channel();
        let (alive, mut ended) = mpsc::channel(1);
        let run = move || {
            stay_on_one_processor();
            match Builder::new_current_thread().enable_all().build() {
                Ok(runtime) => {
                    // Whoever asked may have gone; then nobody holds the other end either.
                    _ = sender.send(Ok(runtime.handle().clone()));
                    runtime.block_on(ended.recv());
                }
                Err(error) => _ = sender.send(Err(error)),
            }
        };
        thread::Builder::new().name("writer".into()).spawn(run)?;
        let runtime = started.await.context("the writer's thread has ended")??;
        Ok(Self { runtime, _alive: Arc::new(alive) })
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

/// Keeps this thread, and those that it starts, on the last processor that they may use. Where
/// the system does not allow that, everything works, slower.
fn stay_on_one_processor() {
    let Ok(allowed) = sched_getaffinity(None) else { return };
    let Some(last) = (0..CpuSet::MAX_CPU).rev().find(|cpu| allowed.is_set(*cpu)) else { return };
    let mut one = CpuSet::new();
    one.set(last);
    if let Err(error) = sched_setaffinity(None, &one) {
        tracing::debug!(%error, "the writer is not kept on one processor");
    }
}
