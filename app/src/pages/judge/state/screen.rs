//! What the page shows.

use std::sync::Arc;

use domain::id::{JudgmentId, SkipId};
use domain::task::{NextTask, TaskToJudge};

use crate::rpc::Error;

/// A task with the ids of its future decision. Submitting twice creates one decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub task: TaskToJudge,
    pub judgment: JudgmentId,
    pub skip: SkipId,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    Task(Arc<Shown>),
    Loading,
    /// There is no task, for this reason.
    Nothing(NextTask),
    /// The next task could not be fetched.
    Trouble(Error),
}

/// The connection between page and server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Connection {
    #[default]
    Fine,
    Offline,
    SignedOut,
}
