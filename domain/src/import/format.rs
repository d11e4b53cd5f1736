//! The formats that can be brought in.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::outputs::{ANSWERS, ASKED};
use crate::error::Error;
use crate::reason::Reason;

/// A layout of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
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

    /// Recognises the format of a file by a record; none if it is like no format.
    pub(super) fn of(record: &Map<String, Value>) -> Option<Self> {
        let format = Format::ALL.into_iter().find(|format| format.fits(record))?;
        // Beside a single output, a list of objects in a record that names no model is more likely
        // to hold the answers than the output is.
        let has_list = record.values().any(|value| match value {
            Value::Array(items) => items
                .iter()
                .any(|item| item.as_object().is_some_and(|item| !item.contains_key("role"))),
            _ => false,
        });
        let names_model = ["generator", "model"].iter().any(|name| has(record, name));
        (format != Format::Outputs || names_model || !has_list).then_some(format)
    }

    /// Whether a record has the keys of the format.
    pub(super) fn fits(self, record: &Map<String, Value>) -> bool {
        let list = |name: &str| record.get(name).is_some_and(Value::is_array);
        match self {
            Format::Pairs => {
                list("responses") && (has(record, "messages") || has(record, "prompt"))
            }
            Format::TrlPreference => {
                let sides = has(record, "chosen") && has(record, "rejected");
                sides && (has(record, "prompt") || list("chosen") && list("rejected"))
            }
            Format::Outputs => {
                let is_answer = |name: &&str| {
                    record.get(*name).is_some_and(|value| value.is_string() || value.is_array())
                };
                ANSWERS.iter().any(is_answer) && ASKED.iter().any(|name| has(record, name))
            }
        }
    }

    /// The keys of a record of the format, in a notation that needs no translation.
    pub fn keys(self) -> &'static str {
        match self {
            Format::Pairs => "{prompt | messages, responses: […]}",
            Format::TrlPreference => "{prompt, chosen, rejected}",
            Format::Outputs => {
                "{prompt | instruction | messages, output | response | completion, model}"
            }
        }
    }
}

fn has(record: &Map<String, Value>, name: &str) -> bool {
    record.get(name).is_some_and(|value| !value.is_null())
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
