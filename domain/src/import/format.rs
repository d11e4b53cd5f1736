//! The formats that can be brought in.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::json;
use crate::error::Error;

/// A layout of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ImportFormat))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A prompt and its responses a record.
    Pairs,
    /// TRL's preference data: `prompt`, `chosen`, `rejected`.
    TrlPreference,
    /// One model's output a record, as AlpacaEval writes them.
    Outputs,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 3] = [Format::Pairs, Format::TrlPreference, Format::Outputs];

    /// The format's name, as in the API and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Pairs => "pairs",
            Format::TrlPreference => "trl_preference",
            Format::Outputs => "outputs",
        }
    }

    /// Recognises the format of a file by its first record; none if it is like no format.
    pub fn detect(text: &str) -> Option<Self> {
        let record = json::object(text).ok()?;
        let has = |name: &str| record.contains_key(name);
        if has("responses") {
            Some(Format::Pairs)
        } else if has("chosen") && has("rejected") {
            Some(Format::TrlPreference)
        } else if has("output") || has("text") || has("response") {
            Some(Format::Outputs)
        } else {
            None
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Format::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| {
            let names = Format::ALL.map(Format::name).join(", ");
            Error::invalid("format", format!("the format must be one of {names}"))
        })
    }
}
