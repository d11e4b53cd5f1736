//! Decisions that can be changed.

use std::sync::Arc;

use domain::id::{JudgmentId, SkipId};
use domain::judgment::Decided;
use domain::task::TaskToJudge;
use uuid::Uuid;

use crate::pages::judge::state::draft::Draft;
use crate::pages::judge::state::screen::Shown;

/// A decided task and its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    pub shown: Arc<Shown>,
    pub draft: Draft,
    /// The decision that currently counts.
    pub stands: DecisionId,
    pub active_ms: f64,
}

impl Past {
    /// A decision that the server sent.
    pub fn of(task: TaskToJudge, decision: &Decided) -> Self {
        let (stands, draft, active_ms) = match decision {
            Decided::Judgment(judgment) => {
                let active_ms = judgment.active_ms.unwrap_or(0) as f64;
                (DecisionId::Judged(judgment.id), Draft::of(judgment, &task), active_ms)
            }
            Decided::Skip(skip) => (DecisionId::Skipped(skip.id), Draft::default(), 0.0),
        };
        // A correction gets a new id.
        let (judgment, skip) = (JudgmentId(stands.id()), SkipId(stands.id()));
        Self { shown: Arc::new(Shown { task, judgment, skip }), draft, stands, active_ms }
    }
}

/// The id of a decision that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionId {
    Judged(JudgmentId),
    Skipped(SkipId),
}

impl DecisionId {
    /// The id itself.
    pub fn id(self) -> Uuid {
        match self {
            Self::Judged(judgment) => judgment.0,
            Self::Skipped(skip) => skip.0,
        }
    }
}

/// Whether the server has decisions older than those in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Before {
    #[default]
    Nothing,
    Something,
    /// The next one was requested. `wanted` is false once the rater has moved on.
    Requested {
        wanted: bool,
    },
}

/// The task that waits while a decision is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Suspended {
    /// The decision that is being changed.
    pub changes: DecisionId,
    pub front: Option<Arc<Shown>>,
    pub draft: Draft,
    pub active_ms: f64,
}
