//! One value of a row.

use std::borrow::Cow;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

#[cfg(test)]
use super::column::ColumnKind;
use crate::task::{Message, Speaker};

/// One value of a row. Unknown text is empty text, so that a column never changes its type.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Integer(i64),
    OptionalInteger(Option<i64>),
    Decimal(f64),
    Boolean(bool),
    /// In JSON a list, in CSV joined by semicolons.
    Texts(Vec<Cow<'a, str>>),
    /// In JSON a list, in CSV joined by semicolons.
    Integers(Vec<i64>),
    /// A conversation, and the answer that follows it. In JSON a list, in CSV its JSON.
    Messages {
        before: &'a [Message],
        answer: Option<Answer<'a>>,
    },
}

impl<'a> Cell<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Cell::Text(text.into())
    }

    pub(super) fn optional(text: Option<&'a str>) -> Self {
        Cell::text(text.unwrap_or_default())
    }

    /// A count, which is far below 2^63.
    pub(super) fn count(count: impl TryInto<i64>) -> Self {
        Cell::Integer(count.try_into().unwrap_or(i64::MAX))
    }

    /// A list of texts.
    pub(super) fn texts<T: Into<Cow<'a, str>>>(texts: impl IntoIterator<Item = T>) -> Self {
        Cell::Texts(texts.into_iter().map(Into::into).collect())
    }

    /// A conversation.
    pub(super) fn messages(messages: &'a [Message]) -> Self {
        Cell::Messages { before: messages, answer: None }
    }

    /// An answer of the assistant alone.
    pub(super) fn answer(answer: Answer<'a>) -> Self {
        Cell::Messages { before: &[], answer: Some(answer) }
    }

    /// The type of the column that the cell belongs to.
    #[cfg(test)]
    pub(super) fn kind(&self) -> ColumnKind {
        match self {
            Cell::Text(_) => ColumnKind::Text,
            Cell::Integer(_) => ColumnKind::Integer,
            Cell::OptionalInteger(_) => ColumnKind::OptionalInteger,
            Cell::Decimal(_) => ColumnKind::Decimal,
            Cell::Boolean(_) => ColumnKind::Boolean,
            Cell::Texts(_) => ColumnKind::Texts,
            Cell::Integers(_) => ColumnKind::Integers,
            Cell::Messages { .. } => ColumnKind::Messages,
        }
    }

    /// An id as text.
    pub(super) fn shown(value: impl ToString) -> Self {
        Cell::text(value.to_string())
    }

    /// The cell in CSV.
    pub(super) fn raw(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::OptionalInteger(None) => Cow::Borrowed(""),
            Cell::Integer(number) | Cell::OptionalInteger(Some(number)) => {
                Cow::Owned(number.to_string())
            }
            Cell::Decimal(number) => Cow::Owned(number.to_string()),
            Cell::Boolean(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Cell::Texts(texts) => Cow::Owned(texts.join(";")),
            Cell::Integers(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
                Cow::Owned(numbers.join(";"))
            }
            Cell::Messages { .. } => {
                Cow::Owned(serde_json::to_string(self).expect("messages always have a JSON form"))
            }
        }
    }

    /// Whether readers can infer the type of the column from the cell.
    pub(super) fn has_type(&self) -> bool {
        match self {
            Cell::Text(_) | Cell::Integer(_) | Cell::Decimal(_) | Cell::Boolean(_) => true,
            Cell::OptionalInteger(number) => number.is_some(),
            Cell::Texts(texts) => !texts.is_empty(),
            Cell::Integers(numbers) => !numbers.is_empty(),
            Cell::Messages { before, answer } => !before.is_empty() || answer.is_some(),
        }
    }

    /// The cell in CSV for spreadsheets. Every line that would run as a formula gets an apostrophe,
    /// because some programs split cells into lines. Numbers stay unchanged.
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

/// Whether a spreadsheet may run a line as a formula. Decided by the first character, which may be
/// full-width or white space that the program drops.
fn runs(line: &str) -> bool {
    line.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// What answers a prompt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Answer<'a> {
    /// One message of the assistant.
    Text(&'a str),
    Messages(&'a [Message]),
}

/// A message that is one text.
#[derive(Serialize)]
struct TextMessage<'a> {
    role: Speaker,
    content: &'a str,
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Integer(number) => serializer.serialize_i64(*number),
            Cell::OptionalInteger(number) => number.serialize(serializer),
            Cell::Decimal(number) => serializer.serialize_f64(*number),
            Cell::Boolean(flag) => serializer.serialize_bool(*flag),
            Cell::Texts(texts) => texts.serialize(serializer),
            Cell::Integers(numbers) => numbers.serialize(serializer),
            Cell::Messages { before, answer } => {
                let mut list = serializer.serialize_seq(None)?;
                before.iter().try_for_each(|message| list.serialize_element(message))?;
                match answer {
                    None => {}
                    Some(Answer::Text(content)) => {
                        let role = Speaker::Assistant;
                        list.serialize_element(&TextMessage { role, content })?;
                    }
                    Some(Answer::Messages(messages)) => {
                        messages.iter().try_for_each(|message| list.serialize_element(message))?;
                    }
                }
                list.end()
            }
        }
    }
}
