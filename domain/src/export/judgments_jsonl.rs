//! The long table as JSON Lines.

use super::description::{Description, FileType};
use super::encoding::JSON_LINES;
use super::judgments;
use super::target::{File, Target};

/// The long table as JSON Lines.
pub(super) const DESCRIPTION: Description = Description {
    name: "judgments_jsonl",
    file_type: FileType::JSON_LINES,
    pools_prompts: false,
    leaves_out: &[],
};

/// The files and rows of the format.
pub(super) const TARGET: Target = Target {
    description: &DESCRIPTION,
    files: &[File { suffix: "", encoding: &JSON_LINES, columns: judgments::columns }],
    rows: judgments::rows,
};
