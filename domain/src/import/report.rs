//! What became of the records of a file.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{LineError, Remark};

/// How many errors, and how many notices, a report lists; the counts go on.
pub const MAX_LISTED: usize = 1_000;

/// Something accepted that is worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// The line in the file; 1 is the first.
    pub line: u64,
    pub text: String,
    /// The same for programs, and for people of other languages; reports of old have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Remark>,
}

impl Notice {
    /// A remark about the record on a line.
    pub fn new(line: u64, remark: Remark) -> Self {
        Self { line, text: remark.to_string(), remark: Some(remark) }
    }
}

/// What became of each record of a file. Every record is in exactly one of the counts below
/// `total`; reports of earlier versions have zeros throughout.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Records {
    /// Records in the file.
    pub total: u64,
    /// Records that are new.
    pub new: u64,
    /// Records that the project had already, with the same content.
    pub already_there: u64,
    /// Records whose id the project had already, with other content. The old content stays.
    pub changed: u64,
    /// Records that repeat an earlier one of the same file.
    pub repeated: u64,
    /// Records with an error.
    pub wrong: u64,
    /// Records without an error that were not imported because others have one.
    pub held_back: u64,
}

impl Records {
    /// Whether every record is accounted for.
    pub fn add_up(&self) -> bool {
        let Self { total, new, already_there, changed, repeated, wrong, held_back } = *self;
        total == new + already_there + changed + repeated + wrong + held_back
    }
}

impl fmt::Display for Records {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { total, new, already_there, changed, repeated, wrong, held_back } = *self;
        write!(f, "{total} records: {new} new, {already_there} already there, ")?;
        write!(f, "{changed} changed (earlier content kept), {repeated} repeated in the file, ")?;
        write!(f, "{wrong} with errors, {held_back} not imported")
    }
}

/// What became of a file: of its records, and of the tasks made from them. A record of a file of
/// outputs is one answer, and several of them make a task; otherwise a record is a task.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    #[serde(default)]
    pub records: Records,
    /// Tasks that are new.
    pub created: u64,
    /// Tasks that were there with the same content.
    pub already_there: u64,
    /// Tasks whose id was there with other content; they stay as they were.
    pub changed: u64,
    /// Prompts that are new.
    pub prompts: u64,
    /// Prompts with an answer in the file that make no task, each with a notice that says why.
    #[serde(default)]
    pub without_task: u64,
    /// The first [`MAX_LISTED`] notices.
    pub notices: Vec<Notice>,
    /// All notices.
    pub n_notices: u64,
    /// The first [`MAX_LISTED`] errors.
    pub errors: Vec<LineError>,
    /// All errors.
    pub n_errors: u64,
}

impl Report {
    /// Counts an error, and lists it while there is room.
    pub fn error(&mut self, error: LineError) {
        self.n_errors += 1;
        if self.errors.len() < MAX_LISTED {
            self.errors.push(error);
        }
    }

    /// Brings what is listed into the order of the file.
    pub fn sort(&mut self) {
        self.errors.sort_by_key(|error| error.line);
        self.notices.sort_by_key(|notice| notice.line);
    }

    /// Counts a notice, and lists it while there is room.
    pub fn notice(&mut self, notice: Notice) {
        self.n_notices += 1;
        if self.notices.len() < MAX_LISTED {
            self.notices.push(notice);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::fault::Fault;
    use crate::import::flaw::Flaw;

    #[test]
    fn a_full_list_still_counts() {
        let mut report = Report::default();

        for line in 1..=1_500 {
            report.error(Fault::new("id", Flaw::BlankPrompt).at(line));
            report.notice(Notice::new(line, Remark::SameText));
        }

        assert_eq!((report.errors.len(), report.n_errors), (1_000, 1_500));
        assert_eq!((report.notices.len(), report.n_notices), (1_000, 1_500));
    }
}
