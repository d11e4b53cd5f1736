//! A text made ready for the parser of Markdown.
//!
//! Markdown drops some of the text that models write: the indentation of code without
//! fences, cells of tables behind a bar too many, emphasis beside Chinese punctuation. The text is
//! changed where that happens, with characters that stand in for others until they are written.

mod code;
mod emphasis;
mod tables;

use std::borrow::Cow;

use crate::markdown::math;

/// A text for the parser, and the way back to what was typed.
pub struct Source {
    pub text: String,
    /// Stands in for a bar that does not end a cell.
    bar: char,
    /// Stands in for a line feed within a formula.
    line_feed: char,
    /// Stands inside the dollars of a formula that was typed with the delimiters of TeX.
    tex: char,
    /// Stands between emphasis and punctuation where Markdown wants a letter; never shown.
    joint: char,
}

/// Characters that are no characters; any four that a text does not hold may stand in.
const STAND_INS: std::ops::RangeInclusive<char> = '\u{fdd0}'..='\u{fdef}';

impl Source {
    /// Makes a text ready; none if it holds nearly all characters that could stand in.
    pub fn new(text: &str) -> Option<Self> {
        let mut free = STAND_INS.filter(|stand_in| !text.contains(*stand_in));
        let mut stand_in = || free.next();
        let (bar, line_feed, tex, joint) = (stand_in()?, stand_in()?, stand_in()?, stand_in()?);
        let text = code::fence(text);
        let text = then(text, |text| math::unify(text, tex, line_feed));
        let text = then(text, |text| tables::keep_whole(text, bar));
        let text = then(text, |text| emphasis::join(text, joint));
        Some(Self { text: text.into_owned(), bar, line_feed, tex, joint })
    }

    /// A part of the text as it was typed.
    pub fn typed<'t>(&self, part: &'t str) -> Cow<'t, str> {
        if !part.contains([self.bar, self.line_feed, self.tex, self.joint]) {
            return Cow::Borrowed(part);
        }
        let mut typed = String::with_capacity(part.len());
        for character in part.chars() {
            match character {
                _ if character == self.joint => {}
                _ if character == self.bar => typed.push('|'),
                _ if character == self.line_feed => typed.push('\n'),
                _ => typed.push(character),
            }
        }
        if typed.contains(self.tex) {
            let tex = self.tex;
            for (dollars, delimiter) in [
                (format!("$${tex}"), "\\["),
                (format!("{tex}$$"), "\\]"),
                (format!("${tex}"), "\\("),
                (format!("{tex}$"), "\\)"),
                (tex.to_string(), ""),
            ] {
                typed = typed.replace(&dollars, delimiter);
            }
        }
        Cow::Owned(typed)
    }

    /// Whether a formula was typed with the delimiters of TeX.
    pub fn is_tex(&self, formula: &str) -> bool {
        formula.trim_start_matches('$').starts_with(self.tex)
    }
}

/// One change after another, without a copy where nothing changes.
fn then<'t>(text: Cow<'t, str>, change: impl FnOnce(&str) -> Cow<'_, str>) -> Cow<'t, str> {
    let changed = match change(&text) {
        Cow::Borrowed(_) => None,
        Cow::Owned(changed) => Some(changed),
    };
    changed.map_or(text, Cow::Owned)
}
