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

    /// Whether there is something from which a reader can tell the type of the column.
    pub(super) fn has_type(&self) -> bool {
        match self {
            Cell::Text(_) | Cell::Flag(_) => true,
            Cell::Number(number) => number.is_some(),
            Cell::Numbers(numbers) => !numbers.is_empty(),
        }
    }

    /// The cell for spreadsheets: text that would run as a formula gets an apostrophe, also where a
    /// line within it would, because some programs break cells at their lines.
    /// Numbers stay as they are, negative ones too.
    pub(super) fn safe(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) if lines(text).any(runs) => {
                let quoted = lines(text)
                    .map(|line| if runs(line) { format!("'{line}") } else { line.to_owned() });
                Cow::Owned(quoted.collect())
            }
            _ => self.raw(),
        }
    }
}

/// The lines of a text, each with the character that ends it: a line feed or a carriage return.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['\n', '\r'])
}

/// Whether a spreadsheet may take a line for a formula: by its first character, in the width of any
/// script, or by a white space that it drops.
fn runs(line: &str) -> bool {
    line.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
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
