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
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
use thread_priority::unix::{set_thread_priority_and_policy, thread_native_id};
use thread_priority::{
    NormalThreadSchedulePolicy, ThreadPriority, ThreadPriorityValue, ThreadSchedulePolicy,
};
use tokio::runtime::{Builder, Handle};
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};
use tracing::{Instrument, Span};

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
            stay_on_one_processor(nth);
            let_each_other_finish();
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

/// Keeps this thread, and those that it starts, on one processor. Where the system does not
/// allow that, everything works, slower.
fn stay_on_one_processor(nth: usize) {
    let Ok(allowed) = sched_getaffinity(None) else { return };
    let mut processors = (0..CpuSet::MAX_CPU).rev().filter(|cpu| allowed.is_set(*cpu)).cycle();
    let Some(processor) = processors.nth(nth) else { return };
    let mut one = CpuSet::new();
    one.set(processor);
    if let Err(error) = sched_setaffinity(None, &one) {
        tracing::debug!(%error, "a lane is not kept on one processor");
    }
}

/// Lets this thread, and those that it starts, not interrupt one another: a thread that is woken
/// waits until the one that woke it has to wait. Otherwise every row of an answer costs two
/// changes of thread, and every answer a few more.
fn let_each_other_finish() {
    let policy = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Batch);
    // Of 0 to 99, what the crate turns into the ordinary niceness, 0.
    let ordinary = ThreadPriorityValue::try_from(47_u8).expect("between 0 and 99");
    let priority = ThreadPriority::Crossplatform(ordinary);
    let set = set_thread_priority_and_policy(thread_native_id(), priority, policy);
    if let Err(error) = set {
        tracing::debug!(?error, "a lane's threads interrupt each other");
    }
}
