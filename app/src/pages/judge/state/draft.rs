//! A judgment that is not sent yet.

use domain::answers::Answers;
use domain::judgment::OwnJudgment;
use domain::task::TaskToJudge;
use serde::{Deserialize, Serialize};

use crate::components::choice::Choice;

/// A draft of a judgment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub choice: Option<Choice>,
    /// Every other answer. In a ranking, 0 is a response without a rank.
    pub answers: Answers,
    /// The rationale as typed.
    pub rationale: String,
    /// The current step, by its index.
    pub at: usize,
}

impl Draft {
    /// The draft that a judgment was sent from, at its last step.
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
