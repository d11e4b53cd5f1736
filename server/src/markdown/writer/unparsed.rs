//! The parts of a source that produce no events.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Writer, is_inline};

impl Writer<'_> {
    /// Tracks which parts of the source have produced events, and shows the skipped ones.
    pub fn account_for(&mut self, event: &Event, range: &Range<usize>) {
        match event {
            // Nothing can be shown between the items of a list: it waits for the next place.
            Event::Start(Tag::Item) => {
                self.first_text = None;
                self.markers.push(self.marker(range));
            }
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
        let text = &self.source.text;
        let markers = std::mem::take(&mut self.markers);
        let Some(skipped) = text.get(self.accounted..end) else {
            return;
        };
        let mut at = self.accounted;
        self.accounted = end;
        if !skipped.contains('[') {
            return;
        }
        let mut part = String::new();
        for marker in markers.into_iter().filter(|marker| marker.end <= end) {
            part.push_str(text.get(at..marker.start).unwrap_or_default());
            at = at.max(marker.end);
        }
        part.push_str(&text[at..end]);
        let typed = self.source.typed(&part);
        let lines = typed.lines().map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end());
        let mut is_first = true;
        for line in lines.filter(|line| !line.is_empty()) {
            self.html.push_markup(if is_first { "<p>" } else { "<br>" });
            self.write_text(line);
            is_first = false;
        }
        if !is_first {
            self.html.push_markup("</p>");
        }
    }
}
