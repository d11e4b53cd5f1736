//! Typed columns of files.

use std::borrow::Cow;

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: Cow<'static, str>,
    pub kind: ColumnKind,
}

/// The type of all values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text; empty if unknown.
    Text,
    /// A whole number.
    Integer,
    /// A whole number, or null if unknown.
    OptionalInteger,
    Decimal,
    Boolean,
    /// A list of texts.
    Texts,
    /// A list of whole numbers.
    Integers,
    /// A list of messages, each with a role and content.
    Messages,
}

impl Column {
    /// A column of one type.
    pub fn new(name: impl Into<Cow<'static, str>>, kind: ColumnKind) -> Self {
        Self { name: name.into(), kind }
    }

    /// Columns of texts, by their names.
    pub(super) fn texts<const N: usize>(names: [&'static str; N]) -> [Self; N] {
        names.map(|name| Self::new(name, ColumnKind::Text))
    }
}
