//! The parts of the queue's state that the page shows.

use domain::id::JudgmentId;

use super::Queue;
use crate::pages::judge::state::screen::{Connection, Screen};

impl Queue {
    /// What the page shows.
    pub fn screen(&self) -> Screen {
        if let Some(front) = &self.front {
            return Screen::Task(front.clone());
        }
        match (&self.trouble, &self.nothing) {
            (Some(error), _) => Screen::Trouble(error.clone()),
            (None, Some(reason)) => Screen::Nothing(reason.clone()),
            (None, None) => Screen::Loading,
        }
    }

    /// The id of the judgment of the current task.
    pub fn judgment(&self) -> Option<JudgmentId> {
        self.front.as_ref().map(|front| front.judgment)
    }

    /// The number of tasks judged or skipped since the page was opened.
    pub fn decided(&self) -> usize {
        self.decided
    }

    /// Whether there was a decision or a correction since the page was opened.
    pub fn has_spoken(&self) -> bool {
        self.spoken
    }

    /// The number of unconfirmed decisions.
    pub fn unsent(&self) -> usize {
        self.outbox.len()
    }

    /// How many of them only this tab has.
    pub fn tab_only(&self) -> usize {
        self.outbox.n_tab_only()
    }

    /// The connection between page and server.
    pub fn connection(&self) -> Connection {
        self.connection
    }

    /// Why the server refused decisions, until the rater has read it.
    pub fn refusals(&self) -> &[String] {
        &self.refusals
    }

    /// The last change, for screen readers.
    pub fn announcement(&self) -> &'static str {
        self.announcement
    }
}
