//! What the queue has for the page: the task in front, or why there is none.

use std::sync::Arc;

use domain::id::{JudgmentId, SkipId};
use domain::task::{NextTask, TaskToJudge};

use crate::rpc::Error;

/// A task with the ids of whatever will be decided about it: deciding twice is deciding once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub task: TaskToJudge,
    pub judgment: JudgmentId,
    pub skip: SkipId,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Scene {
    Task(Arc<Shown>),
    Loading,
    /// Nothing to judge, for this reason.
    Nothing(NextTask),
    /// The next task did not arrive.
    Trouble(Error),
}

/// How things stand between the page and the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Connection {
    #[default]
    Fine,
    Offline,
    SignedOut,
}
