//! Decisions that the server has not confirmed.

use std::collections::VecDeque;

use domain::id::AssignmentId;
use domain::judgment::{NewJudgment, NewSkip};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::pages::judge::state::call_failure::CallFailure;
use crate::pages::judge::state::retry::Retry;
use crate::rpc;

/// A judgment or a skip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Judgment(Box<NewJudgment>),
    Skip(NewSkip),
}

/// A decision to be sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unsent {
    pub task: AssignmentId,
    pub decision: Decision,
}

impl Unsent {
    /// The decision's id, made in the browser. Sending it again is safe.
    pub fn id(&self) -> Uuid {
        match &self.decision {
            Decision::Judgment(judgment) => judgment.id.0,
            Decision::Skip(skip) => skip.id.0,
        }
    }
}

/// Whether an unconfirmed decision survives closing the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// Being written. It is sent after that.
    Pending,
    /// Stored in the browser.
    Stored,
    /// Only in this tab.
    TabOnly,
}

/// The result of sending a decision.
#[derive(Debug, Clone, PartialEq)]
pub enum SendOutcome {
    /// The server has it.
    Saved,
    /// It stays in the outbox and is sent again.
    Queued(CallFailure),
    /// The server refused it for this reason.
    Refused(String),
}

/// Unconfirmed decisions, sent one at a time in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outbox {
    unsent: VecDeque<(Unsent, Persistence)>,
    sending: bool,
    /// Whether the last attempt failed and its decision is still here.
    in_vain: bool,
    pub retry: Retry,
}

impl Outbox {
    /// The number of unconfirmed decisions.
    pub fn len(&self) -> usize {
        self.unsent.len()
    }

    /// Whether the server has confirmed everything.
    pub fn is_empty(&self) -> bool {
        self.unsent.is_empty()
    }

    /// Whether the last decision sent must be sent again.
    pub fn was_in_vain(&self) -> bool {
        self.in_vain
    }

    /// The tasks of the decisions.
    pub fn tasks(&self) -> impl Iterator<Item = AssignmentId> {
        self.unsent.iter().map(|(unsent, _)| unsent.task)
    }

    /// Adds a new decision.
    pub fn put(&mut self, unsent: Unsent) {
        self.add(unsent, Persistence::Pending);
    }

    /// Adds decisions found in the browser. All are sorted by id, so that a correction follows the
    /// decision that it corrects.
    pub fn restore(&mut self, found: Vec<Unsent>) {
        for unsent in found {
            self.add(unsent, Persistence::Stored);
        }
        self.unsent.make_contiguous().sort_by_key(|(unsent, _)| unsent.id());
    }

    /// Records whether a decision is stored. After that it may be sent.
    pub fn settle(&mut self, id: Uuid, kept: bool) {
        let known = self.unsent.iter_mut().find(|(unsent, _)| unsent.id() == id);
        if let Some((_, persistence)) = known {
            *persistence = if kept { Persistence::Stored } else { Persistence::TabOnly };
        }
    }

    /// Whether a decision is stored. None if it is not in the outbox.
    pub fn persistence(&self, id: Uuid) -> Option<Persistence> {
        let known = self.unsent.iter().find(|(unsent, _)| unsent.id() == id);
        known.map(|(_, persistence)| *persistence)
    }

    /// The number of decisions that closing the tab would lose.
    pub fn n_tab_only(&self) -> usize {
        self.unsent.iter().filter(|(_, persistence)| *persistence == Persistence::TabOnly).count()
    }

    /// Whether the next decision is still being written.
    pub fn is_pending(&self) -> bool {
        matches!(self.unsent.front(), Some((_, Persistence::Pending)))
    }

    /// The decision to send now. No other is sent until [`Outbox::answered`].
    pub fn next(&mut self, now_ms: f64) -> Option<Unsent> {
        if self.sending || self.is_pending() || self.retry.wait_ms(now_ms) > 0.0 {
            return None;
        }
        let next = self.unsent.front().map(|(unsent, _)| unsent.clone());
        self.sending = next.is_some();
        next
    }

    /// Milliseconds until the next attempt. None if nothing is due without another event.
    pub fn wait_ms(&self, now_ms: f64) -> Option<f64> {
        let waits = !self.sending && !self.is_pending() && !self.unsent.is_empty();
        waits.then(|| self.retry.wait_ms(now_ms).max(0.0))
    }

    /// Handles the server's answer to a decision.
    pub fn answered(&mut self, id: Uuid, answer: rpc::Result<()>, now_ms: f64) -> SendOutcome {
        self.sending = false;
        self.in_vain = false;
        let Err(error) = answer else {
            self.retry.succeed();
            self.remove(id);
            return SendOutcome::Saved;
        };
        let call_failure = CallFailure::of(&error);
        match call_failure {
            CallFailure::Refused => {
                self.retry.succeed();
                self.remove(id);
                return SendOutcome::Refused(error.sentence());
            }
            CallFailure::Fault => {
                // Only this task may be affected, so the others go first. A correction stays behind
                // the decision that it corrects.
                let of = |(unsent, _): &(Unsent, Persistence)| {
                    (unsent.id() == id).then_some(unsent.task)
                };
                let task = self.unsent.iter().find_map(of);
                let (late, soon): (VecDeque<_>, _) =
                    self.unsent.drain(..).partition(|(unsent, _)| Some(unsent.task) == task);
                self.unsent = soon;
                self.unsent.extend(late);
                self.retry.fail(now_ms);
            }
            _ => call_failure.put_off(&mut self.retry, now_ms),
        }
        self.in_vain = true;
        SendOutcome::Queued(call_failure)
    }

    fn add(&mut self, unsent: Unsent, persistence: Persistence) {
        if self.persistence(unsent.id()).is_none() {
            self.unsent.push_back((unsent, persistence));
        }
    }

    fn remove(&mut self, id: Uuid) {
        self.unsent.retain(|(unsent, _)| unsent.id() != id);
    }
}
