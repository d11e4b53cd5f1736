//! What a rater has in mind for a task and has not sent.

use serde::{Deserialize, Serialize};

use crate::components::choice::Choice;

/// A drafted judgment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    pub choice: Option<Choice>,
    /// Why, as it is typed.
    pub rationale: String,
}
