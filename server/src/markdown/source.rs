//! A text made ready for the parser of Markdown.
//!
//! Markdown drops some of the text that models write: the indentation of code without
//! fences, cells of tables behind a bar too many, emphasis beside Chinese punctuation. The text is
//! changed where that happens, with characters that stand in for others until they are written.

mod code;
mod emphasis;
mod fences;
mod tables;

use std::borrow::Cow;

use pulldown_cmark::Options;

pub use self::fences::Fences;
use crate::markdown::math;

/// The extensions of Markdown that texts are read with.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_MATH);

/// A text for the parser, and the way back to what was typed.
pub struct Source {
    pub text: String,
    /// Stands in for a bar that does not end a cell.
    bar: char,
    /// Stands between emphasis and punctuation where Markdown wants a letter; never shown.
    joint: char,
}

/// Characters that are no characters; any two that a text does not hold may stand in.
const STAND_INS: std::ops::RangeInclusive<char> = '\u{fdd0}'..='\u{fdef}';

impl Source {
    /// Makes a text ready; none if it holds nearly all characters that could stand in.
    pub fn new(text: &str) -> Option<Self> {
        let mut free = STAND_INS.filter(|stand_in| !text.contains(*stand_in));
        let (bar, joint) = (free.next()?, free.next()?);
        let text = code::fence(text);
        let text = then(text, math::unify);
        let text = then(text, |text| tables::keep_whole(text, bar));
        let text = then(text, |text| emphasis::join(text, joint));
        Some(Self { text: text.into_owned(), bar, joint })
    }

    /// A part of the text as it was typed.
    pub fn typed<'t>(&self, part: &'t str) -> Cow<'t, str> {
        if !part.contains([self.bar, self.joint]) {
            return Cow::Borrowed(part);
        }
        let typed = part.chars().filter(|character| *character != self.joint);
        Cow::Owned(typed.map(|c| if c == self.bar { '|' } else { c }).collect())
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
