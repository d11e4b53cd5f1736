//! What the rater decided and the server has not acknowledged yet.

use std::collections::VecDeque;

use domain::id::TaskId;
use domain::judgment::{NewJudgment, NewSkip};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::retry::Retry;
use super::setback::Setback;
use crate::rpc;

/// What was decided about a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Judgment(NewJudgment),
    Skip(NewSkip),
}

/// A decision on its way to the server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unsent {
    pub task: TaskId,
    pub decision: Decision,
}

impl Unsent {
    /// The decision's id, made in the browser: sent again it is the same decision.
    pub fn id(&self) -> Uuid {
        match &self.decision {
            Decision::Judgment(judgment) => judgment.id.0,
            Decision::Skip(skip) => skip.id.0,
        }
    }
}

/// What became of a decision that was sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// The server has it.
    Saved,
    /// It stays here and is sent again.
    Kept(Setback),
    /// The server will never take it, for this reason.
    Refused(String),
}

/// Decisions in the order in which they were made, sent one after the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outbox {
    unsent: VecDeque<Unsent>,
    sending: bool,
    /// Whether the last one that was sent is still here.
    in_vain: bool,
    pub retry: Retry,
}

impl Outbox {
    /// How many decisions wait for the server's word.
    pub fn len(&self) -> usize {
        self.unsent.len()
    }

    /// Whether the server has all.
    pub fn is_empty(&self) -> bool {
        self.unsent.is_empty()
    }

    /// Whether what was sent last has to be sent again, for whatever reason.
    pub fn was_in_vain(&self) -> bool {
        self.in_vain
    }

    /// The tasks that the decisions are about.
    pub fn tasks(&self) -> impl Iterator<Item = TaskId> {
        self.unsent.iter().map(|unsent| unsent.task)
    }

    /// Takes a decision in, once.
    pub fn put(&mut self, unsent: Unsent) {
        if self.unsent.iter().all(|known| known.id() != unsent.id()) {
            self.unsent.push_back(unsent);
        }
    }

    /// The decision to send now; from here to [`Outbox::answered`] there is no other.
    pub fn next(&mut self, now_ms: f64) -> Option<Unsent> {
        if self.sending || self.retry.wait_ms(now_ms) > 0.0 {
            return None;
        }
        let next = self.unsent.front().cloned();
        self.sending = next.is_some();
        next
    }

    /// How long to wait before the next try; none if there is nothing to send or one is under way.
    pub fn wait_ms(&self, now_ms: f64) -> Option<f64> {
        (!self.sending && !self.unsent.is_empty()).then(|| self.retry.wait_ms(now_ms).max(0.0))
    }

    /// Notes the server's answer to a decision.
    pub fn answered(&mut self, id: Uuid, answer: rpc::Result<()>, now_ms: f64) -> Fate {
        self.sending = false;
        self.in_vain = false;
        let Err(error) = answer else {
            self.retry.succeed();
            self.remove(id);
            return Fate::Saved;
        };
        let setback = Setback::of(&error);
        match setback {
            Setback::Refused => {
                self.retry.succeed();
                self.remove(id);
                return Fate::Refused(error.to_string());
            }
            Setback::Fault => {
                // It may be this task alone: the others go first, and what corrects stays behind
                // what it corrects.
                let task = self.tasks().next();
                let (late, soon): (VecDeque<_>, _) =
                    self.unsent.drain(..).partition(|unsent| Some(unsent.task) == task);
                self.unsent = soon;
                self.unsent.extend(late);
                self.retry.fail(now_ms);
            }
            _ => setback.put_off(&mut self.retry, now_ms),
        }
        self.in_vain = true;
        Fate::Kept(setback)
    }

    fn remove(&mut self, id: Uuid) {
        self.unsent.retain(|unsent| unsent.id() != id);
    }
}
