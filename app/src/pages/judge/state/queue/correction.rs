//! Reopening earlier decisions and changing them. The page has the latest ones, the server has all.

use std::sync::Arc;

use domain::id::{AssignmentId, JudgmentId};
use domain::judgment::Earlier;
use uuid::Uuid;

use super::Queue;
use crate::language::judge as t;
use crate::pages::judge::state::history::{Before, DecisionId, Past, Suspended};
use crate::pages::judge::state::screen::Shown;
use crate::rpc::{self, Error};

/// How many decisions stay in the page, where they reopen at once and without a network.
const REMEMBERED: usize = 20;

impl Queue {
    /// Whether an earlier decision is being corrected.
    pub fn is_correcting(&self) -> bool {
        self.suspended.is_some()
    }

    /// Whether an earlier skip is being undone.
    pub fn takes_back(&self) -> bool {
        matches!(self.suspended, Some(Suspended { changes: DecisionId::Skipped(_), .. }))
    }

    /// Whether there is a decision to reopen.
    pub fn can_reopen(&self) -> bool {
        self.earlier().is_some() || self.before != Before::Nothing
    }

    /// Records that the server has decisions from earlier visits.
    pub fn expect_earlier(&mut self) {
        self.before = Before::Something;
    }

    /// Reopens the previous decision, or the one before the one that is open. The current task is
    /// suspended. `judgment` is the id of the new decision.
    ///
    /// If the page does not have that decision, nothing changes yet. The answer is then the tasks
    /// that the server should leave out.
    pub fn reopen(&mut self, judgment: JudgmentId, now_ms: f64) -> Option<Vec<AssignmentId>> {
        self.missed = None;
        if let Some(past) = self.earlier().cloned() {
            self.show(past, judgment, now_ms);
            return None;
        }
        let was = self.before;
        if was == Before::Nothing {
            return None;
        }
        self.before = Before::Requested { wanted: true };
        let past = self.past.iter().map(|past| past.shown.task.assignment_id);
        (was == Before::Something).then(|| past.chain(self.outbox.tasks()).collect())
    }

    /// Handles the server's answer with an earlier decision, and opens it if the rater still waits.
    pub fn recalled(
        &mut self,
        answer: rpc::Result<Option<Earlier>>,
        correction: JudgmentId,
        now_ms: f64,
    ) {
        let wanted = self.before == Before::Requested { wanted: true };
        self.before = Before::Something;
        match answer {
            Ok(Some(Earlier { task, decision })) => {
                self.past.push_front(Past::of(task, &decision));
                if wanted {
                    self.reopen(correction, now_ms);
                }
            }
            Ok(None) => {
                self.before = Before::Nothing;
                self.announcement = t::announce_no_earlier();
            }
            Err(error) => self.missed = Some(error).filter(|_| wanted),
        }
    }

    /// Why an earlier decision could not be fetched.
    pub fn missed(&self) -> Option<&Error> {
        self.missed.as_ref()
    }

    /// Stops waiting for an earlier decision, because the rater has moved on.
    pub(super) fn stop_waiting(&mut self) {
        self.missed = None;
        if let Before::Requested { wanted } = &mut self.before {
            *wanted = false;
        }
    }

    /// Stores a decision in place of the one that it changes.
    pub(super) fn remember(&mut self, past: Past) {
        match self.place_of_changed() {
            Some(place) => self.past[place] = past,
            None => self.past.push_back(past),
        }
        if self.past.len() > REMEMBERED {
            self.past.pop_front();
            self.look_further();
        }
    }

    /// Removes a decision that the server refused. The server's own version can be fetched.
    pub(super) fn forget(&mut self, id: Uuid) {
        self.past.retain(|past| past.stands.id() != id);
        self.look_further();
    }

    /// The server may have a decision that is not here any more.
    fn look_further(&mut self) {
        if self.before == Before::Nothing {
            self.before = Before::Something;
        }
    }

    fn show(&mut self, past: Past, judgment: JudgmentId, now_ms: f64) {
        let waiting = match self.suspended.take() {
            Some(suspended) => Suspended { changes: past.stands, ..suspended },
            None => Suspended {
                changes: past.stands,
                front: self.front.take(),
                draft: std::mem::take(&mut self.draft),
                active_ms: self.stopwatch.elapsed_ms(now_ms),
            },
        };
        self.suspended = Some(waiting);
        self.front = Some(Arc::new(Shown { judgment, ..(*past.shown).clone() }));
        self.draft = past.draft;
        self.stopwatch.restart(past.active_ms, now_ms);
        self.announcement = match self.takes_back() {
            true => t::announce_skipped(),
            false => t::announce_reopened(),
        };
    }

    /// Cancels a correction. The recorded decision stays.
    pub fn cancel(&mut self, now_ms: f64) {
        if self.suspended.is_some() {
            self.advance(now_ms);
        }
    }

    /// The next decision to reopen.
    fn earlier(&self) -> Option<&Past> {
        let changed = self.place_of_changed();
        let place = changed.unwrap_or(self.past.len()).checked_sub(1)?;
        self.past.get(place)
    }

    fn place_of_changed(&self) -> Option<usize> {
        let changed = self.suspended.as_ref()?.changes;
        self.past.iter().position(|past| past.stands == changed)
    }
}
