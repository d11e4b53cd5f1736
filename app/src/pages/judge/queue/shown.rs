//! What the queue has for the page: the task in front, or why there is none.

use std::sync::Arc;

use domain::id::{JudgmentId, SkipId};
use domain::task::{NextTask, TaskToJudge};

use super::Queue;
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

impl Queue {
    /// What the page shows.
    pub fn scene(&self) -> Scene {
        if let Some(front) = &self.front {
            return Scene::Task(front.clone());
        }
        match (&self.trouble, &self.nothing) {
            (Some(error), _) => Scene::Trouble(error.clone()),
            (None, Some(reason)) => Scene::Nothing(reason.clone()),
            (None, None) => Scene::Loading,
        }
    }

    /// The id of what will be judged about the task in front.
    pub fn judgment(&self) -> Option<JudgmentId> {
        self.front.as_ref().map(|front| front.judgment)
    }

    /// How many tasks were judged or skipped since the page was opened.
    pub fn decided(&self) -> usize {
        self.decided
    }

    /// Whether anything was decided, be it anew, since the page was opened.
    pub fn has_spoken(&self) -> bool {
        self.spoken
    }

    /// How many decisions the server has not acknowledged.
    pub fn unsent(&self) -> usize {
        self.outbox.len()
    }

    /// How many of them are in this tab alone.
    pub fn loose(&self) -> usize {
        self.outbox.n_loose()
    }

    /// How things stand between the page and the server.
    pub fn connection(&self) -> Connection {
        self.connection
    }

    /// Why the server would not take decisions, until the rater has read it.
    pub fn refusals(&self) -> &[String] {
        &self.refusals
    }

    /// What a screen reader says of the last change.
    pub fn announcement(&self) -> &'static str {
        self.announcement
    }
}
