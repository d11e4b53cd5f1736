//! The list of formats in which judgments can be exported.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::description::Description;
use super::target::Target;
use super::{
    judgments_csv, judgments_csv_raw, judgments_jsonl, trl_preference, trl_sft, trl_unpaired,
};
use crate::error::Error;
use crate::reason::Reason;

/// Declares [`Format`] with the file that defines each format. This is the one list of formats.
macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident => $file:ident,)*) => {
        /// A format of exported files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(as = ExportFormat))]
        #[serde(rename_all = "snake_case")]
        pub enum Format {
            $($(#[$doc])* $name,)*
        }

        impl Format {
            /// All formats, in the order in which they are offered.
            pub const ALL: [Format; [$(Format::$name),*].len()] = [$(Format::$name),*];

            /// The name of the format, its needs, and what it leaves out.
            pub fn description(self) -> &'static Description {
                match self {
                    $(Format::$name => const { &$file::DESCRIPTION },)*
                }
            }

            /// The files and rows of the format.
            pub fn target(self) -> &'static Target {
                match self {
                    $(Format::$name => const { &$file::TARGET },)*
                }
            }
        }
    };
}

formats! {
    /// TRL's conversational preference data with provenance, for training.
    TrlPreference => trl_preference,
    /// TRL's conversational unpaired data (KTO): a response and whether it is good.
    TrlUnpaired => trl_unpaired,
    /// TRL's conversational data for supervised fine-tuning: the best response to each prompt.
    TrlSft => trl_sft,
    /// Every judgment and every skip, for analysis.
    JudgmentsJsonl => judgments_jsonl,
    /// The same for spreadsheets: with a byte order mark, and no cell is run as a formula.
    JudgmentsCsv => judgments_csv,
    /// The same for programs: every cell exactly as it is.
    JudgmentsCsvRaw => judgments_csv_raw,
}

impl Format {
    /// The format's name, as in the API and on the command line.
    pub fn name(self) -> &'static str {
        self.description().name
    }

    /// Whether a row may rest on several tasks of a prompt.
    pub fn pools_prompts(self) -> bool {
        self.description().pools_prompts
    }

    /// The media type of the first file.
    pub fn content_type(self) -> &'static str {
        self.description().file_type.content_type
    }

    /// The ending of the first file's name, without the dot.
    pub fn extension(self) -> &'static str {
        self.description().file_type.extension
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
            let first = format.target().files[0].encoding.file_type;
            assert_eq!(first.extension, format.extension());
        }

        let error = "parquet".parse::<Format>().unwrap_err().to_string();
        assert!(error.ends_with("judgments_jsonl, judgments_csv, judgments_csv_raw"), "{error}");
    }
}
