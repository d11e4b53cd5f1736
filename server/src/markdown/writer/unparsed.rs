//! The parts of a source that produce no events.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Writer, is_inline};

impl Writer<'_> {
    /// Tracks which parts of the source have produced events, and shows the skipped ones.
    pub fn account_for(&mut self, event: &Event, range: &Range<usize>) {
        match event {
            // Nothing can be shown between the items of a list: it waits for the next place.
            Event::Start(Tag::Item) => self.first_text = None,
            Event::End(TagEnd::List(_)) => {}
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => self.write_unparsed(range.start),
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => self.write_unparsed(range.end),
            Event::Start(tag) if is_inline(tag) => self.account_for_text(range),
            Event::Start(_) => {
                self.write_unparsed(range.start);
                self.first_text = None;
                self.accounted = self.accounted.max(range.end);
            }
            Event::End(_) => {}
            _ => self.account_for_text(range),
        }
    }

    fn account_for_text(&mut self, range: &Range<usize>) {
        if self.accounted < range.start {
            self.write_unparsed(range.start);
        }
        self.accounted = self.accounted.max(range.end);
        if self.first_text.is_none() {
            self.first_text = Some(range.start);
            self.first_column = None;
        }
    }

    /// Shows the part of the source that produced no events: link definitions, which often name
    /// the sources of a text.
    pub fn write_unparsed(&mut self, end: usize) {
        let Some(part) = self.source.text.get(self.accounted..end) else {
            return;
        };
        self.accounted = end;
        if !part.contains('[') {
            return;
        }
        let typed = self.source.typed(part);
        let lines = typed.lines().map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end());
        let mut is_first = true;
        for line in lines.map(without_marker).filter(|line| !line.is_empty()) {
            self.html.push_markup(if is_first { "<p>" } else { "<br>" });
            self.write_text(line);
            is_first = false;
        }
        if !is_first {
            self.html.push_markup("</p>");
        }
    }
}

/// A line without the marker of the list item that it begins.
fn without_marker(line: &str) -> &str {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = match number.len() < line.len() {
        true => number.strip_prefix(['.', ')']),
        false => line.strip_prefix(['-', '*', '+']),
    };
    after.map_or(line, str::trim_start)
}
