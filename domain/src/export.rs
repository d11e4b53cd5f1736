//! Export: tasks and their judgments in, lines of a file out, and a ledger that adds up.
//!
//! [`start`] begins a file, [`write()`] adds one prompt after another, each with all of its tasks.
//! The same prompts in the same order give the same bytes.

mod cell;
mod facts;
mod format;
mod judgments;
mod judgments_csv;
mod judgments_jsonl;
mod key;
mod ledger;
mod pool;
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

pub use facts::ProjectFacts;
pub use format::Format;
pub use judgments::Survey;
pub use ledger::{Ledger, LeftOut, Reason};

/// A task with all that was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub project: Arc<ProjectFacts>,
    pub task: Task,
    /// Every revision of every rater, in any order.
    pub judgments: Vec<Recorded>,
    pub skips: Vec<RecordedSkip>,
}

/// A judgment with what is needed to undo its sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub judgment: Judgment,
    pub presentation: Presentation,
    /// Why the rater had the task.
    pub purpose: Purpose,
    /// What the file calls the rater: a pseudonym or a name.
    pub rater: String,
}

/// A skip, with how the task stood before its rater if that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedSkip {
    pub skip: Skip,
    /// Whether somebody put the task back, so that the skip stands no more.
    pub put_back: bool,
    pub presentation: Option<Presentation>,
    /// What the file calls the rater: a pseudonym or a name.
    pub rater: String,
}

/// What the person who exports may choose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ExportOptions))]
pub struct Options {
    /// Concerns preferences and unpaired data; the long table has judgments one by one, and a prompt
    /// has one best response.
    #[serde(default)]
    pub aggregation: Aggregation,
    /// What becomes of texts that a rater has flagged; the long table has all.
    #[serde(default)]
    pub flagged: Flagged,
}

/// What becomes of flagged texts in data for training.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Flagged {
    /// No row holds them.
    #[default]
    LeaveOut,
    /// They are rows like others.
    Keep,
}

impl Source {
    /// The ids of the task's responses, in its own order.
    fn response_ids(&self) -> Vec<ResponseId> {
        self.task.responses.iter().map(|response| response.id).collect()
    }

    /// What stands of the judgments, in the same order.
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
    /// Both ways, in the order in which they are offered.
    pub const ALL: [Flagged; 2] = [Flagged::LeaveOut, Flagged::Keep];

    /// The way's name, as in the API and on the command line.
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
    /// A row for each rater and every two texts of a prompt, or for each rater and response. Raters
    /// may contradict one another; none contradicts himself or says the same twice.
    PerJudgment,
    /// A row for every two texts of a prompt, or for each response, where more than half of the
    /// judgments say the same. No two rows contradict each other or say the same.
    #[default]
    Majority,
}

impl Aggregation {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Aggregation; 2] = [Aggregation::Majority, Aggregation::PerJudgment];

    /// The way's name, as in the API and in files.
    pub fn name(self) -> &'static str {
        match self {
            Aggregation::PerJudgment => "per_judgment",
            Aggregation::Majority => "majority",
        }
    }
}

/// Equal for two prompts whose tasks belong together: nothing but white space, or how characters
/// are composed, is different in them.
pub fn prompt_key(messages: &[Message]) -> [u8; 16] {
    key::of_prompt(messages)
}

/// Begins a file: appends the header, where the format has one.
pub fn start(format: Format, project: &ProjectFacts, buffer: &mut Vec<u8>) {
    match format {
        Format::TrlPreference | Format::TrlUnpaired | Format::TrlSft | Format::JudgmentsJsonl => {}
        Format::JudgmentsCsv => judgments_csv::start_safe(project, buffer),
        Format::JudgmentsCsvRaw => judgments_csv::start_raw(project, buffer),
    }
}

/// Appends the rows of one prompt to `buffer` and accounts for all judgments and skips. `prompt` has
/// all tasks of the prompt in any order; the long table takes them in parts, too.
pub fn write(
    format: Format,
    options: Options,
    prompt: &[Source],
    ledger: &mut Ledger,
    buffer: &mut Vec<u8>,
) {
    let one_by_one: fn(&Source, &mut Ledger, &mut Vec<u8>) = match format {
        Format::TrlPreference => return trl_preference::write(options, prompt, ledger, buffer),
        Format::TrlSft => return trl_sft::write(options, prompt, ledger, buffer),
        Format::TrlUnpaired => return trl_unpaired::write(options, prompt, ledger, buffer),
        Format::JudgmentsJsonl => judgments_jsonl::write,
        Format::JudgmentsCsv => judgments_csv::write_safe,
        Format::JudgmentsCsvRaw => judgments_csv::write_raw,
    };
    prompt.iter().for_each(|source| one_by_one(source, ledger, buffer));
}

/// Appends a value as one line of JSON.
fn write_line(buffer: &mut Vec<u8>, row: &impl Serialize) {
    serde_json::to_writer(&mut *buffer, row)
        .expect("writing text and numbers to memory does not fail");
    buffer.push(b'\n');
}
