//! What is wrong with a record, and where.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::flaw::{Flaw, Found, Wanted};

/// A record that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineError {
    /// The line in the file; 1 is the first, 0 stands for the file as a whole.
    pub line: u64,
    /// The path of the field, as in `responses[1].text`, or `record` for the whole of it.
    pub field: String,
    /// What was expected, and what was found instead.
    pub reason: String,
    /// The same for programs, and for people of other languages; reports of old have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flaw: Option<Flaw>,
}

/// The field name of an error that concerns the file as a whole.
const FILE: &str = "file";

impl LineError {
    /// What is wrong with the file as a whole.
    pub fn of_file(flaw: Flaw) -> Self {
        Self::new(0, FILE, flaw)
    }

    /// What is wrong with a field of the record on a line.
    pub fn new(line: u64, field: impl Into<String>, flaw: Flaw) -> Self {
        Fault::new(field, flaw).at(line)
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        write!(f, "{}: {}", self.field, self.reason)
    }
}

/// The field name of an error that concerns the record as a whole.
pub(super) const RECORD: &str = "record";

/// A line error that does not know its line yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// Lines below the one on which the record starts.
    pub lines_down: u64,
    pub field: String,
    pub flaw: Flaw,
}

impl Fault {
    pub(super) fn new(field: impl Into<String>, flaw: Flaw) -> Self {
        Self { lines_down: 0, field: field.into(), flaw }
    }

    pub(super) fn expected(field: impl Into<String>, wanted: Wanted, found: &Value) -> Self {
        Self::new(field, Flaw::Expected { wanted, found: found.into() })
    }

    pub(super) fn missing(field: impl Into<String>, wanted: Wanted) -> Self {
        Self::new(field, Flaw::Expected { wanted, found: Found::Nothing })
    }

    pub(super) fn at(self, line: u64) -> LineError {
        let Fault { lines_down, field, flaw } = self;
        LineError { line: line + lines_down, field, reason: flaw.to_string(), flaw: Some(flaw) }
    }
}
