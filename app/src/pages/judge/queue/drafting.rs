//! What the rater has in mind for the task in front.

use domain::id::TaskId;

use super::{Draft, Queue};
use crate::components::choice::Choice;

impl Queue {
    /// What is drafted for the task in front.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Drafts a verdict for the task in front.
    pub fn choose(&mut self, choice: Choice) {
        if self.front.is_some() {
            self.draft.choice = Some(choice);
        }
    }

    /// Drafts why.
    pub fn explain(&mut self, rationale: String) {
        if self.front.is_some() {
            self.draft.rationale = rationale;
        }
    }

    /// What is drafted for the task in front, unless it is a correction.
    pub fn draft_to_keep(&self) -> Option<(TaskId, &Draft)> {
        let front = self.front.as_ref().filter(|_| self.aside.is_none())?;
        Some((front.task.task_id, &self.draft))
    }

    /// Takes up what was drafted for the task in front before the page was loaded anew.
    pub fn redraft(&mut self, task: TaskId, draft: Draft) {
        if self.front.as_ref().is_some_and(|front| front.task.task_id == task) {
            self.draft = draft;
        }
    }
}
