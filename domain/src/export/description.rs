//! Descriptions of formats: everything about a format except its code.
//!
//! Pages that list formats need no more than this, so that a browser does not load the writers.

use super::Reason;

/// Everything about a format except its code.
#[derive(Debug)]
pub struct Description {
    /// The name in the API and on the command line.
    pub name: &'static str,
    /// The type of its first file.
    pub file_type: FileType,
    /// Whether a row may rest on several tasks of a prompt, so that all of them must come together.
    pub pools_prompts: bool,
    /// Reasons for which judgments are left out, in the ledger's order. A format that keeps
    /// everything has none.
    pub leaves_out: &'static [Reason],
}

/// A type of files.
#[derive(Debug, Clone, Copy)]
pub struct FileType {
    /// The end of a file's name, without the dot.
    pub extension: &'static str,
    /// The media type.
    pub content_type: &'static str,
    /// Whether readers infer the type of a column from its values. Columns without a value must then
    /// be left out.
    pub infers_types: bool,
}

impl FileType {
    /// JSON Lines.
    pub const JSON_LINES: FileType =
        FileType { extension: "jsonl", content_type: "application/x-ndjson", infers_types: true };

    /// CSV.
    pub const CSV: FileType =
        FileType { extension: "csv", content_type: "text/csv; charset=utf-8", infers_types: false };
}
