//! Export: tasks and their judgments in, lines of a file out, and a ledger that adds up.
//!
//! A [`Writer`] writes the files of a [`Format`], one prompt after another, each with all of its
//! tasks.

mod cell;
mod column;
mod description;
mod encoding;
mod facts;
mod format;
mod judgments;
mod judgments_csv;
mod judgments_csv_raw;
mod judgments_jsonl;
mod key;
mod ledger;
mod pool;
mod survey;
mod target;
#[cfg(test)]
mod tests;
mod trl_preference;
mod trl_sft;
mod trl_unpaired;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::assignment::Purpose;
use crate::id::ResponseId;
use crate::judgment::{Judgment, Skip};
use crate::outcome::standing::{self, Revision};
use crate::outcome::{AsShown, Standing, Unblinded};
use crate::presentation::Presentation;
use crate::task::{Message, Task};

pub use column::{Column, ColumnKind};
pub use description::{Description, FileType};
pub use encoding::Encoding;
pub use facts::ProjectFacts;
pub use format::Format;
pub use ledger::{Ledger, LeftOut, Reason};
pub use survey::Survey;
pub use target::{File, Sink, Target, Writer};

/// A task with all its judgments and skips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub project: Arc<ProjectFacts>,
    pub task: Task,
    /// Every revision of every rater, in any order.
    pub judgments: Vec<Recorded>,
    pub skips: Vec<RecordedSkip>,
}

/// A judgment with its presentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub judgment: Judgment,
    pub presentation: Presentation,
    /// Why the rater had the task.
    pub purpose: Purpose,
    /// The rater's name in the file: a pseudonym.
    pub rater: String,
}

/// A skip, with its presentation if that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedSkip {
    pub skip: Skip,
    /// Whether a manager put the task back, which takes the skip back.
    pub put_back: bool,
    pub presentation: Option<Presentation>,
    /// The rater's name in the file: a pseudonym.
    pub rater: String,
}

/// The options of an export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ExportOptions))]
pub struct Options {
    /// Applies to preferences and unpaired data. The long table has judgments one by one, and
    /// supervised fine-tuning has one response a prompt.
    #[serde(default)]
    pub aggregation: Aggregation,
    /// How to treat texts that a rater flagged. The long table has all of them.
    #[serde(default)]
    pub flagged: Flagged,
}

/// How to treat flagged texts in training data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Flagged {
    /// No row contains them.
    #[default]
    LeaveOut,
    /// They are treated like any other text.
    Keep,
}

impl Source {
    /// The ids of the task's responses, in its own order.
    fn response_ids(&self) -> Vec<ResponseId> {
        self.task.responses.iter().map(|response| response.id).collect()
    }

    /// The standing of each judgment, in the same order.
    fn standing(&self) -> Vec<Standing> {
        standing::of_judgments(&self.revisions())
    }

    /// For each skip whether it stands.
    fn skips_stand(&self) -> Vec<bool> {
        let revisions = self.revisions();
        let stands = |RecordedSkip { skip, put_back, .. }: &RecordedSkip| {
            standing::skip_stands(skip.rater_id, *put_back, &revisions)
        };
        self.skips.iter().map(stands).collect()
    }

    fn revisions(&self) -> Vec<Revision> {
        self.judgments.iter().map(Recorded::revision).collect()
    }

    /// A judgment of the task in the task's own order. `None` if its rater saw other responses.
    fn unblind(&self, recorded: &Recorded) -> Option<Unblinded> {
        AsShown::of(&recorded.judgment, &recorded.presentation).unblind(&self.response_ids())
    }
}

impl Recorded {
    fn revision(&self) -> Revision {
        Revision {
            id: self.judgment.id,
            rater: self.judgment.rater_id,
            purpose: self.purpose,
            revision: self.judgment.revision,
            submitted_at: self.judgment.submitted_at,
            counted: self.judgment.counted,
        }
    }

    /// Orders judgments by time, and by id at the same time.
    fn age(&self) -> impl Ord + use<> {
        (self.judgment.submitted_at, self.judgment.id)
    }
}

impl Flagged {
    /// Both options, in the order in which they are offered.
    pub const ALL: [Flagged; 2] = [Flagged::LeaveOut, Flagged::Keep];

    /// The name in the API and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Flagged::LeaveOut => "leave_out",
            Flagged::Keep => "keep",
        }
    }
}

/// How judgments become rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// A row for each rater and every two texts of a prompt, or for each rater and response. Two
    /// raters may contradict each other. Rows of one rater are never contradictory or duplicate.
    PerJudgment,
    /// A row for every two texts of a prompt, or for each response, if more than half of the
    /// judgments agree. No two rows contradict or repeat each other.
    #[default]
    Majority,
}

impl Aggregation {
    /// All options, in the order in which they are offered.
    pub const ALL: [Aggregation; 2] = [Aggregation::Majority, Aggregation::PerJudgment];

    /// The name in the API and in files.
    pub fn name(self) -> &'static str {
        match self {
            Aggregation::PerJudgment => "per_judgment",
            Aggregation::Majority => "majority",
        }
    }
}

/// Equal for prompts that differ only in white space or in the composition of characters. Their
/// tasks belong together.
pub fn prompt_key(messages: &[Message]) -> [u8; 16] {
    key::of_prompt(messages)
}
