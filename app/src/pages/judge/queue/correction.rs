//! Going back to what was judged in this sitting, and correcting it.

use std::sync::Arc;

use domain::id::JudgmentId;

use super::{Draft, Queue, Shown};
use crate::language::judge as say;

/// How many judgments of this sitting can be reopened.
pub const REMEMBERED: usize = 20;

/// A task that was judged in this sitting, with the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    pub shown: Arc<Shown>,
    pub draft: Draft,
    /// The judgment that stands.
    pub judgment: JudgmentId,
    pub active_ms: f64,
}

/// What waits while a judgment is corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct Aside {
    /// The judgment that is corrected.
    pub revises: JudgmentId,
    pub front: Option<Arc<Shown>>,
    pub draft: Draft,
    pub active_ms: f64,
}

impl Queue {
    /// Whether the task in front was judged before, and that judgment is corrected.
    pub fn is_correcting(&self) -> bool {
        self.aside.is_some()
    }

    /// Whether there is a judgment to reopen.
    pub fn can_reopen(&self) -> bool {
        self.earlier().is_some()
    }

    /// Brings the last judgment back with its answer, or the one before the one that is corrected
    /// already. `judgment` is the id of the correction. What was in front waits.
    pub fn reopen(&mut self, judgment: JudgmentId, now_ms: f64) {
        let Some(past) = self.earlier().cloned() else { return };
        let waiting = match self.aside.take() {
            Some(aside) => Aside { revises: past.judgment, ..aside },
            None => Aside {
                revises: past.judgment,
                front: self.front.take(),
                draft: std::mem::take(&mut self.draft),
                active_ms: self.stopwatch.elapsed_ms(now_ms),
            },
        };
        self.aside = Some(waiting);
        self.front = Some(Arc::new(Shown { judgment, ..(*past.shown).clone() }));
        self.draft = past.draft;
        self.stopwatch.restart(past.active_ms, now_ms);
        self.announcement = say::announce_reopened();
    }

    /// Leaves a correction; what was recorded stays.
    pub fn cancel(&mut self, now_ms: f64) {
        if self.aside.is_some() {
            self.advance(now_ms);
        }
    }

    /// The judgment that is next to be reopened.
    fn earlier(&self) -> Option<&Past> {
        let corrected = self.place_of(self.aside.as_ref().map(|aside| aside.revises));
        let place = corrected.unwrap_or(self.past.len()).checked_sub(1)?;
        self.past.get(place)
    }

    pub(super) fn place_of(&self, judgment: Option<JudgmentId>) -> Option<usize> {
        self.past.iter().position(|past| Some(past.judgment) == judgment)
    }
}
