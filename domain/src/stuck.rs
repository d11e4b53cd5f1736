//! Tasks that nobody is left to judge, as those who run a project see them.

use serde::{Deserialize, Serialize};

use crate::id::TaskId;
use crate::judgment::SkipReason;
use crate::task::TaskState;

/// A task that needs somebody to decide about it: nobody is left to judge it, or it was retired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StuckTask {
    pub id: TaskId,
    /// The task's id in the file that it came from.
    pub external_id: String,
    pub state: TaskState,
    /// How the last message of the prompt begins: at most 300 characters.
    pub prompt: String,
    /// Judgments that fill what is wanted.
    pub judgments: i64,
    /// Judgments that the project asks for.
    pub wanted: i32,
    /// The skips that stand, the oldest first.
    pub skips: Vec<StuckSkip>,
}

/// Why somebody skipped a task that is stuck.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StuckSkip {
    pub rater_name: String,
    pub reason: SkipReason,
    pub comment: Option<String>,
}
