//! What a rater has in mind for a task and has not sent.

use domain::answers::Answers;
use domain::judgment::OwnJudgment;
use domain::task::TaskToJudge;
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

impl Draft {
    /// The draft that a judgment of a task was sent from; its last step is in front.
    pub fn of(judgment: &OwnJudgment, task: &TaskToJudge) -> Self {
        let steps = task.protocol.steps(task.responses.len(), judgment.verdict);
        Self {
            choice: Choice::of(judgment.verdict, judgment.grade),
            answers: judgment.answers.clone(),
            rationale: judgment.rationale.clone().unwrap_or_default(),
            at: steps.len().saturating_sub(1),
        }
    }
}
