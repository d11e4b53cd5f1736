//! What is wrong with a record, and where.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A record that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineError {
    /// The line in the file; 1 is the first.
    pub line: u64,
    /// The path of the field, as in `responses[1].text`, or `record` for the whole of it.
    pub field: String,
    /// What was expected, and what was found instead.
    pub reason: String,
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}: {}", self.line, self.field, self.reason)
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
    pub reason: String,
}

impl Fault {
    pub(super) fn new(field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { lines_down: 0, field: field.into(), reason: reason.into() }
    }

    /// `wanted` is a noun: «text», «a list of messages».
    pub(super) fn expected(field: impl Into<String>, wanted: &str, found: &Value) -> Self {
        Self::new(field, format!("expected {wanted}, found {}", describe(found)))
    }

    pub(super) fn missing(field: impl Into<String>, wanted: &str) -> Self {
        Self::new(field, format!("expected {wanted}, found nothing"))
    }

    pub(super) fn at(self, line: u64) -> LineError {
        LineError { line: line + self.lines_down, field: self.field, reason: self.reason }
    }
}

/// A value in a few words. Characters that do not show are escaped.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("{value} (a boolean)"),
        Value::Number(number) => format!("{number} (a number)"),
        Value::String(text) if text.trim().is_empty() => "blank text".to_owned(),
        Value::String(text) if text.chars().count() > 40 => {
            format!("{:?}… (text)", text.chars().take(40).collect::<String>())
        }
        Value::String(text) => format!("{text:?} (text)"),
        Value::Array(items) if items.is_empty() => "an empty list".to_owned(),
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(_) => "an object".to_owned(),
    }
}
