//! What a rater has in mind for a task and has not sent.

use domain::answers::Answers;
use serde::{Deserialize, Serialize};

use crate::components::choice::Choice;

/// A drafted judgment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub choice: Option<Choice>,
    /// All else that was asked; in a ranking 0 is a response that is not placed yet.
    pub answers: Answers,
    /// Why, as it is typed.
    pub rationale: String,
    /// The step that is in front, by its place among the steps.
    pub at: usize,
}
