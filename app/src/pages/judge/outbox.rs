//! What the rater decided and the server has not acknowledged yet.

use std::collections::VecDeque;

use domain::id::AssignmentId;
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
    Judgment(Box<NewJudgment>),
    Skip(NewSkip),
}

/// A decision on its way to the server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unsent {
    pub task: AssignmentId,
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

/// Whether a decision that is not acknowledged outlives the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// Not known yet: it is being written, and not sent before that is done.
    Pending,
    /// The browser keeps it.
    Kept,
    /// It is in this tab alone.
    Loose,
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
    unsent: VecDeque<(Unsent, Safety)>,
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
    pub fn tasks(&self) -> impl Iterator<Item = AssignmentId> {
        self.unsent.iter().map(|(unsent, _)| unsent.task)
    }

    /// Takes a decision in that has just been made.
    pub fn put(&mut self, unsent: Unsent) {
        self.add(unsent, Safety::Pending);
    }

    /// Takes in decisions that were found in the browser, among the others in the order of their
    /// ids: what corrects comes after what it corrects.
    pub fn restore(&mut self, found: Vec<Unsent>) {
        for unsent in found {
            self.add(unsent, Safety::Kept);
        }
        self.unsent.make_contiguous().sort_by_key(|(unsent, _)| unsent.id());
    }

    /// Notes whether a decision outlives the tab; from then on it may be sent.
    pub fn settle(&mut self, id: Uuid, kept: bool) {
        let known = self.unsent.iter_mut().find(|(unsent, _)| unsent.id() == id);
        if let Some((_, safety)) = known {
            *safety = if kept { Safety::Kept } else { Safety::Loose };
        }
    }

    /// How safe a decision is; none if the outbox does not hold it.
    pub fn safety(&self, id: Uuid) -> Option<Safety> {
        let known = self.unsent.iter().find(|(unsent, _)| unsent.id() == id);
        known.map(|(_, safety)| *safety)
    }

    /// How many decisions are lost if the tab is closed now.
    pub fn n_loose(&self) -> usize {
        self.unsent.iter().filter(|(_, safety)| *safety == Safety::Loose).count()
    }

    /// Whether the next decision is being written.
    pub fn is_pending(&self) -> bool {
        matches!(self.unsent.front(), Some((_, Safety::Pending)))
    }

    /// The decision to send now; from here to [`Outbox::answered`] there is no other.
    pub fn next(&mut self, now_ms: f64) -> Option<Unsent> {
        if self.sending || self.is_pending() || self.retry.wait_ms(now_ms) > 0.0 {
            return None;
        }
        let next = self.unsent.front().map(|(unsent, _)| unsent.clone());
        self.sending = next.is_some();
        next
    }

    /// How long to wait before the next try; none if there is nothing to send, or not before
    /// something else has happened.
    pub fn wait_ms(&self, now_ms: f64) -> Option<f64> {
        let waits = !self.sending && !self.is_pending() && !self.unsent.is_empty();
        waits.then(|| self.retry.wait_ms(now_ms).max(0.0))
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
                return Fate::Refused(error.sentence());
            }
            Setback::Fault => {
                // It may be this task alone: the others go first, and what corrects stays behind
                // what it corrects.
                let of =
                    |(unsent, _): &(Unsent, Safety)| (unsent.id() == id).then_some(unsent.task);
                let task = self.unsent.iter().find_map(of);
                let (late, soon): (VecDeque<_>, _) =
                    self.unsent.drain(..).partition(|(unsent, _)| Some(unsent.task) == task);
                self.unsent = soon;
                self.unsent.extend(late);
                self.retry.fail(now_ms);
            }
            _ => setback.put_off(&mut self.retry, now_ms),
        }
        self.in_vain = true;
        Fate::Kept(setback)
    }

    fn add(&mut self, unsent: Unsent, safety: Safety) {
        if self.safety(unsent.id()).is_none() {
            self.unsent.push_back((unsent, safety));
        }
    }

    fn remove(&mut self, id: Uuid) {
        self.unsent.retain(|(unsent, _)| unsent.id() != id);
    }
}
