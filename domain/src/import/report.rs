//! What became of the records of a file.

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
    pub(super) fn new(line: u64, remark: Remark) -> Self {
        Self { line, text: remark.to_string(), remark: Some(remark) }
    }
}

/// What became of the records of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// Tasks that are new.
    pub created: u64,
    /// Tasks that were there with the same content.
    pub already_there: u64,
    /// Tasks whose id was there with other content; they stay as they were.
    pub changed: u64,
    /// Prompts that are new.
    pub prompts: u64,
    /// The first [`MAX_LISTED`] notices.
    pub notices: Vec<Notice>,
    /// All notices.
    pub n_notices: u64,
    /// The first [`MAX_LISTED`] records that were left out.
    pub errors: Vec<LineError>,
    /// All records that were left out.
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
