//! The formats that can be taken out.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::reason::Reason;

/// A layout of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ExportFormat))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// TRL's conversational preference data with provenance, for training.
    TrlPreference,
    /// TRL's conversational unpaired data (KTO): a response and whether it is good.
    TrlUnpaired,
    /// TRL's conversational data for supervised fine-tuning: the best response to each prompt.
    TrlSft,
    /// Every judgment and every skip, for analysis.
    JudgmentsJsonl,
    /// The same for spreadsheets: with a byte order mark, and no cell is run as a formula.
    JudgmentsCsv,
    /// The same for programs: every cell exactly as it is.
    JudgmentsCsvRaw,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 6] = [
        Format::TrlPreference,
        Format::TrlUnpaired,
        Format::TrlSft,
        Format::JudgmentsJsonl,
        Format::JudgmentsCsv,
        Format::JudgmentsCsvRaw,
    ];

    /// The format's name, as in the API and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::TrlPreference => "trl_preference",
            Format::TrlUnpaired => "trl_unpaired",
            Format::TrlSft => "trl_sft",
            Format::JudgmentsJsonl => "judgments_jsonl",
            Format::JudgmentsCsv => "judgments_csv",
            Format::JudgmentsCsvRaw => "judgments_csv_raw",
        }
    }

    /// Whether a row may rest on several tasks of a prompt.
    pub fn pools_prompts(self) -> bool {
        matches!(self, Format::TrlPreference | Format::TrlUnpaired | Format::TrlSft)
    }

    /// The media type of the file.
    pub fn content_type(self) -> &'static str {
        match self {
            Format::TrlPreference
            | Format::TrlUnpaired
            | Format::TrlSft
            | Format::JudgmentsJsonl => "application/x-ndjson",
            Format::JudgmentsCsv | Format::JudgmentsCsvRaw => "text/csv; charset=utf-8",
        }
    }

    /// The ending of the file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::TrlPreference
            | Format::TrlUnpaired
            | Format::TrlSft
            | Format::JudgmentsJsonl => "jsonl",
            Format::JudgmentsCsv | Format::JudgmentsCsvRaw => "csv",
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Format::ALL
            .into_iter()
            .find(|format| format.name() == name)
            .ok_or_else(|| Error::invalid("format", Reason::one_of(Format::ALL.map(Format::name))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_back_and_an_unknown_one_is_answered_with_all() {
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
            assert_eq!(serde_json::to_value(format).unwrap(), format.name());
        }

        let error = "parquet".parse::<Format>().unwrap_err().to_string();
        assert!(error.ends_with("judgments_jsonl, judgments_csv, judgments_csv_raw"), "{error}");
    }
}
