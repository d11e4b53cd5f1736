//! The long table as CSV for programs.

use super::description::{Description, FileType};
use super::encoding::CSV;
use super::judgments;
use super::target::{File, Target};

/// The long table as CSV for programs.
pub(super) const DESCRIPTION: Description = Description {
    name: "judgments_csv_raw",
    file_type: FileType::CSV,
    pools_prompts: false,
    leaves_out: &[],
};

/// The files and rows of the format.
pub(super) const TARGET: Target = Target {
    description: &DESCRIPTION,
    files: &[File { suffix: "", encoding: &CSV, columns: judgments::columns }],
    rows: judgments::rows,
};
