//! Lists, and the numbers of their items.

use std::ops::Range;

use super::Writer;
use super::elements::{Ending, List};

impl Writer<'_> {
    pub fn start_list(&mut self, first: Option<u64>) -> Ending {
        self.lists.push(List { next: first, repeated: first });
        match first {
            None => self.html.push_markup("<ul dir=\"auto\">"),
            Some(1) => self.html.push_markup("<ol dir=\"auto\">"),
            Some(first) => {
                self.html.push_markup(&format!("<ol dir=\"auto\" start=\"{first}\">"));
            }
        }
        Ending::List(if first.is_some() { "</ol>" } else { "</ul>" })
    }

    /// An item, with its number where it does not follow from the one before.
    pub fn start_item(&mut self, range: &Range<usize>) -> Ending {
        let marker = &self.source.text[self.marker(range)];
        let digits = marker.trim_end_matches(|c: char| !c.is_ascii_digit());
        let written = digits.parse().ok();
        let Some(list) = self.lists.last_mut().filter(|list| list.next.is_some()) else {
            return self.open("<li>", "</li>");
        };
        list.repeated = list.repeated.filter(|first| written == Some(*first));
        let number = if list.repeated.is_some() { list.next } else { written.or(list.next) };
        let follows = number == list.next;
        list.next = number.map(|number| number.saturating_add(1));
        match number {
            Some(number) if !follows => {
                self.html.push_markup(&format!("<li value=\"{number}\">"));
            }
            _ => self.html.push_markup("<li>"),
        }
        // A browser writes no leading zeros.
        if digits.len() > 1 && digits.starts_with('0') {
            self.html.push_markup(&format!("<span class=\"marker\">{marker}</span> "));
        }
        Ending::Html("</li>".into())
    }

    /// The box of a task: the marker of an item without a number.
    pub fn write_task(&mut self, is_done: bool) {
        let sign = if is_done { "☑" } else { "☐" };
        let has_number = self.lists.last().is_some_and(|list| list.next.is_some());
        match has_number {
            true => self.html.push_markup(&format!("{sign} ")),
            false => self.html.push_markup(&format!("<span class=\"marker\">{sign}</span> ")),
        }
    }

    /// Where the marker of an item stands: a bullet, or a number and the sign behind it.
    pub fn marker(&self, range: &Range<usize>) -> Range<usize> {
        let item = &self.source.text[range.clone()];
        // The parser counts a tab as several bytes here, and begins too early.
        let marked = item.trim_start_matches(['\n', ' ', '\t', '>']);
        let start = range.start + item.len() - marked.len();
        let n_digits = marked.bytes().take_while(u8::is_ascii_digit).count();
        start..start + marked.get(..=n_digits).unwrap_or_default().len()
    }
}
