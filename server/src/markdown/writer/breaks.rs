//! Line breaks, and the indentation behind them.

use std::ops::Range;

use super::Writer;

/// Less indentation than this within a list belongs to the list.
const MIN_ITEM_INDENT: usize = 4;

/// The most indentation that a line of a paragraph keeps.
const MAX_INDENT: usize = 64;

impl Writer<'_> {
    /// A line break, and the indentation of the next line beyond that of its block.
    pub fn write_break(&mut self, range: Range<usize>) {
        if self.n_images > 0 {
            self.html.push_markup(" ");
            return;
        }
        self.html.push_markup("<br>");
        let text = &self.source.text;
        let Some(line) = text[range.start..].find('\n').map(|end| &text[range.start + end + 1..])
        else {
            return;
        };
        let content = line.trim_start_matches([' ', '\t', '>']);
        let indent = columns(&line[..line.len() - content.len()]);
        let first = self.first_text.unwrap_or_default();
        let first_column = *self.first_column.get_or_insert_with(|| column(text, first));
        let beyond = indent.saturating_sub(first_column);
        let least = if self.lists.is_empty() { 1 } else { MIN_ITEM_INDENT };
        if beyond >= least {
            self.html.push_text(&"\u{a0}".repeat(beyond.min(MAX_INDENT)));
        }
    }
}

/// The column of a place in its line.
fn column(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    columns(&text[line..at])
}

/// How many columns a text takes, with four for a tab.
fn columns(text: &str) -> usize {
    text.chars().map(|character| if character == '\t' { 4 } else { 1 }).sum()
}
