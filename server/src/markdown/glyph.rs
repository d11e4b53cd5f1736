//! Characters that a reader cannot see, or that change the order of what is seen.
//!
//! Such characters make two texts look alike that are not (CVE-2021-42574), and carry messages to
//! a model that no person reads. Each is replaced by a short label with its name.

use std::borrow::Cow;

mod joiner;
mod name;

#[cfg(test)]
mod tests;

/// What is shown in place of an invisible character. Both parts are plain ASCII without markup.
pub struct Glyph {
    /// A few letters such as `RLO`.
    pub label: Cow<'static, str>,
    /// Code point and name such as `U+202E right-to-left override`.
    pub title: String,
}

/// Finds the glyph for a character between its neighbours, or nothing if it may stand as it is.
///
/// A neighbour that was itself replaced counts as none.
pub fn find(previous: Option<char>, character: char, next: Option<char>) -> Option<Glyph> {
    if is_plainly_visible(character) || joiner::is_needed(previous, character, next) {
        return None;
    }
    let (label, name) = name::find(character)?;
    Some(Glyph { label, title: format!("U+{:04X} {name}", u32::from(character)) })
}

/// Whether a text has nothing to show, not even a glyph.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() && !is_marked(character))
}

/// Whether a text holds a character that is always or sometimes shown as a glyph.
pub fn has_marked(text: &str) -> bool {
    text.chars().any(is_marked)
}

fn is_marked(character: char) -> bool {
    !is_plainly_visible(character) && name::find(character).is_some()
}

/// The characters that most texts consist of, decided without a look at the table.
fn is_plainly_visible(character: char) -> bool {
    matches!(character, '\t' | '\n' | ' '..='~' | '\u{b0}'..='\u{2ff}' | '\u{4e00}'..='\u{9fff}')
}
