//! The state of the page, without browser and network, so that every case can be tested.

/// When to suggest a break.
pub mod break_timer;
/// Why a call failed, as far as the next step depends on it.
pub mod call_failure;
/// A judgment that is not sent yet.
pub mod draft;
/// Decisions that can be changed.
pub mod history;
/// Decisions that the server has not confirmed.
pub mod outbox;
/// The current task, the tasks fetched ahead, and what is being sent.
pub mod queue;
/// A ranking while it is made.
pub mod ranks;
/// Pauses between attempts.
pub mod retry;
/// What the page shows.
pub mod screen;
/// Active time on a task.
pub mod stopwatch;
