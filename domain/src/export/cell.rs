//! One value of a table.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// One value of a table. Unknown text is empty text, so that a column never changes its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(Option<i64>),
    Flag(bool),
    /// In JSON a list, in CSV joined by semicolons.
    Numbers(Vec<i64>),
}

impl<'a> Cell<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Cell::Text(text.into())
    }

    pub(super) fn optional(text: Option<&'a str>) -> Self {
        Cell::text(text.unwrap_or_default())
    }

    /// A noun shown as text.
    pub(super) fn shown(value: impl ToString) -> Self {
        Cell::text(value.to_string())
    }

    /// The cell as it stands in CSV.
    pub(super) fn raw(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Number(None) => Cow::Borrowed(""),
            Cell::Number(Some(number)) => Cow::Owned(number.to_string()),
            Cell::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Cell::Numbers(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
                Cow::Owned(numbers.join(";"))
            }
        }
    }

    /// The cell for spreadsheets: text that would run as a formula gets an apostrophe.
    /// Numbers stay as they are, negative ones too.
    pub(super) fn safe(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
                Cow::Owned(format!("'{text}"))
            }
            _ => self.raw(),
        }
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Number(number) => number.serialize(serializer),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::Numbers(numbers) => numbers.serialize(serializer),
        }
    }
}
