//! The parts of a text that are not Markdown.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// Code, raw HTML and, where the options know them, formulas: none of them is changed.
pub struct Verbatim {
    parts: Peekable<IntoIter<Range<usize>>>,
}

impl Verbatim {
    /// Finds these parts of a text.
    pub fn of(text: &str, options: Options) -> Self {
        let is_verbatim = |event: &Event| {
            matches!(
                event,
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)
                    | Event::Code(_)
                    | Event::InlineHtml(_)
                    | Event::InlineMath(_)
                    | Event::DisplayMath(_)
            )
        };
        let events = Parser::new_ext(text, options).into_offset_iter();
        let parts: Vec<_> =
            events.filter(|(event, _)| is_verbatim(event)).map(|(_, part)| part).collect();
        Self { parts: parts.into_iter().peekable() }
    }

    /// The end of the part that covers a place, if one does. Places are asked for in their order.
    pub fn end_at(&mut self, place: usize) -> Option<usize> {
        while self.parts.next_if(|part| part.end <= place).is_some() {}
        self.parts.peek().filter(|part| part.start <= place).map(|part| part.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::syntax::OPTIONS;

    fn covered(text: &str) -> String {
        let mut verbatim = Verbatim::of(text, OPTIONS);
        let is_covered = |(at, _)| verbatim.end_at(at).is_some();
        text.char_indices().map(is_covered).map(|is| if is { 'x' } else { '.' }).collect()
    }

    #[test]
    fn code_and_html_and_formulas_are_verbatim() {
        for (text, expected) in [
            ("a `b` c", "..xxx.."),
            ("a\n```\nb\n```\nc", "..xxxxxxxxx.."),
            ("- ```\n\na", "..xxxxx."),
            ("a <b> $c$", "..xxx.xxx"),
            ("<p>\na\n\nb", "xxxxxx.."),
        ] {
            assert_eq!(covered(text), expected, "{text}");
        }
    }
}
