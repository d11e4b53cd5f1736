//! Cells of tables, kept whole.
//!
//! A bar ends a cell even within code and formulas, and the parser drops the cells beyond the last
//! column. In rows where it would drop some, the bars of code and formulas become text, and then
//! those that are still too many.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser, Tag};

use crate::markdown::syntax::OPTIONS;

/// The same text, with a stand-in for each bar that does not end a cell.
pub fn keep_whole(text: &str, bar: char) -> Cow<'_, str> {
    if !text.contains('|') {
        return Cow::Borrowed(text);
    }
    let mut surplus = Vec::new();
    let mut n_columns = 0;
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(alignments)) => n_columns = alignments.len(),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                let bars = surplus_bars(&text[range.clone()], n_columns);
                surplus.extend(bars.into_iter().map(|at| range.start + at));
            }
            _ => {}
        }
    }
    if surplus.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len() + surplus.len() * bar.len_utf8());
    let mut start = 0;
    for at in surplus {
        whole.push_str(&text[start..at]);
        whole.push(bar);
        start = at + 1;
    }
    whole.push_str(&text[start..]);
    Cow::Owned(whole)
}

/// The bars that make a row longer than its table is wide.
fn surplus_bars(row: &str, n_columns: usize) -> Vec<usize> {
    let mut bars = inner_bars(row);
    if bars.len() < n_columns {
        return Vec::new();
    }
    let mut spans = Parser::new_ext(row, OPTIONS)
        .into_offset_iter()
        .filter(|(event, _)| {
            matches!(event, Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_))
        })
        .map(|(_, span)| span)
        .peekable();
    let mut n_cells = 1;
    bars.retain(|at| {
        while spans.next_if(|span| span.end <= *at).is_some() {}
        let is_text = spans.peek().is_some_and(|span| span.contains(at));
        let ends_cell = !is_text && n_cells < n_columns;
        n_cells += usize::from(ends_cell);
        !ends_cell
    });
    bars
}

/// The bars between the cells of a row. A backslash before a bar escapes it, however many stand
/// there.
fn inner_bars(row: &str) -> Vec<usize> {
    let row = row.trim_ascii_end();
    let is_escaped = |at: usize| row[..at].ends_with('\\');
    let ends_cell = |at: usize| at > 0 && at + 1 < row.len() && !is_escaped(at);
    row.match_indices('|').map(|(at, _)| at).filter(|at| ends_cell(*at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surplus_bars_are_text() {
        let table = [
            // In code and formulas first.
            ("| $|x|$ | `a|b` |", "| $!x!$ | `a!b` |"),
            ("| $|x|$ | $5 | $6 |", "| $!x!$ | $5 ! $6 |"),
            ("| `` a|b` `` | c |", "| `` a!b` `` | c |"),
            // Then those at the end.
            ("| a | b | c | d |", "| a | b ! c ! d |"),
            ("a | b | c", "a | b ! c"),
            ("| a | b ||", "| a | b !|"),
            ("| a \\\\| b | c | d", "| a \\\\| b | c ! d"),
            // Rows that fit stay as they are.
            ("| a | b |", "| a | b |"),
            ("| ` | ` |", "| ` | ` |"),
            ("| a \\| b | c |", "| a \\| b | c |"),
            ("| a |", "| a |"),
        ];

        for (row, whole) in table {
            for prefix in ["", "> ", "  "] {
                let text = format!("{prefix}| a | b |\n{prefix}|-|-|\n{prefix}{row}\n\n{row}");
                let expected =
                    format!("{prefix}| a | b |\n{prefix}|-|-|\n{prefix}{whole}\n\n{row}");
                assert_eq!(keep_whole(&text, '!'), expected);
            }
        }
    }

    #[test]
    fn only_tables_change() {
        for text in [
            "| a | b |\n\n| c |",
            "```\n|a|b|\n|-|-|\n|c|d|e|\n```",
            "- ```\n  |a|\n  |-|\n  |b|c|",
            "<pre>\n|a|\n|-|\n|b|c|\n</pre>",
            "    |a|\n    |-|\n    |b|c|",
        ] {
            assert_eq!(keep_whole(text, '!'), text);
        }
        assert_eq!(keep_whole("- ```\n\n|a|\n|-|\n|b|c|", '!'), "- ```\n\n|a|\n|-|\n|b!c|");
        assert_eq!(keep_whole("1. |a|\n   |-|\n   |b|c|", '!'), "1. |a|\n   |-|\n   |b!c|");
    }
}
