//! What the interface says, in every language.
//!
//! Translators write [Fluent](https://projectfluent.org) files, a folder for each language. When the
//! app is built, all are read, checked against the English ones, and compiled to one line of text
//! for each message. A page needs the lines of one language and [`line::fill`], nothing else.

#[cfg(feature = "catalogue")]
pub mod catalogue;
pub mod line;
