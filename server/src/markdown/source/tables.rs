//! Cells of tables, kept whole.
//!
//! A bar ends a cell even within code and formulas, and cells behind the last column are dropped.
//! In rows with too many cells the bars of code and formulas are taken for text, and then those
//! that are still too many.

use std::borrow::Cow;
use std::ops::Range;

use super::fences::Fences;

/// The same text, with a stand-in for each bar that does not end a cell.
pub fn keep_whole(text: &str, bar: char) -> Cow<'_, str> {
    if !text.contains('|') || !text.lines().any(|line| n_columns(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut lines: Vec<Cow<str>> = text.split('\n').map(Cow::Borrowed).collect();
    let mut fences = Fences::default();
    let is_code: Vec<bool> = lines.iter().map(|line| fences.cover(line)).collect();
    let mut at = 1;
    while at < lines.len() {
        let columns = n_columns(&lines[at]).filter(|_| lines[at - 1].contains('|'));
        let Some(n_columns) = columns.filter(|_| !is_code[at] && !is_code[at - 1]) else {
            at += 1;
            continue;
        };
        lines[at - 1] = Cow::Owned(fit(&lines[at - 1], n_columns, bar));
        at += 1;
        while at < lines.len() && !is_code[at] && !content(&lines[at]).is_empty() {
            if lines[at].contains('|') {
                lines[at] = Cow::Owned(fit(&lines[at], n_columns, bar));
            }
            at += 1;
        }
    }
    Cow::Owned(lines.join("\n"))
}

/// How many columns the line below a head announces; none for other lines.
fn n_columns(line: &str) -> Option<usize> {
    let line = content(line);
    let is_rule = line.contains('-')
        && line.contains('|')
        && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'));
    let inside = line.strip_prefix('|').unwrap_or(line);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    is_rule.then(|| inside.split('|').count())
}

/// A line without the quotes and the indentation that it stands in.
fn content(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>']).trim_ascii_end()
}

/// A row with no more cells than there are columns.
fn fit(row: &str, n_columns: usize, bar: char) -> String {
    let mut bars = bars(row);
    if bars.len() < n_columns {
        return row.to_owned();
    }
    let mut spans = spans(row).into_iter().peekable();
    let mut n_cells = 1;
    bars.retain(|at| {
        while spans.next_if(|span| span.end <= *at).is_some() {}
        let is_text = spans.peek().is_some_and(|span| span.contains(at));
        let ends_cell = !is_text && n_cells < n_columns;
        n_cells += usize::from(ends_cell);
        !ends_cell
    });
    let mut fitted = String::with_capacity(row.len() + 2 * bars.len());
    let mut start = 0;
    for at in bars {
        fitted.push_str(&row[start..at]);
        fitted.push(bar);
        start = at + 1;
    }
    fitted.push_str(&row[start..]);
    fitted
}

/// The bars between the cells of a row.
fn bars(row: &str) -> Vec<usize> {
    let start = row.len() - content(row).len() - (row.len() - row.trim_ascii_end().len());
    let is_bar = |at: &usize| row.as_bytes()[*at] == b'|' && !is_escaped(row, *at);
    let mut bars: Vec<usize> = (start..row.trim_ascii_end().len()).filter(is_bar).collect();
    // A list item may begin with a table.
    let before_first = bars.first().map(|first| row[start..*first].trim_ascii_end());
    let is_outer = before_first.is_some_and(|before| {
        before.is_empty()
            || before.trim_start_matches(|c: char| c.is_ascii_digit()).len() == 1
                && before.ends_with(['-', '*', '+', '.', ')'])
    });
    if is_outer {
        bars.remove(0);
    }
    if bars.last().is_some_and(|last| *last + 1 == row.trim_ascii_end().len()) {
        bars.pop();
    }
    bars
}

fn is_escaped(row: &str, at: usize) -> bool {
    let n_backslashes = row[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
    n_backslashes % 2 == 1
}

/// Where code and formulas stand in a row.
fn spans(row: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(found) = row[at..].find(['`', '$', '\\']) {
        let start = at + found;
        let rest = &row[start..];
        let length = match rest.as_bytes()[0] {
            b'\\' => {
                at = start + rest.chars().take(2).map(char::len_utf8).sum::<usize>();
                continue;
            }
            b'`' => code_length(rest),
            _ => formula_length(rest),
        };
        match length {
            Some(length) => {
                spans.push(start..start + length);
                at = start + length;
            }
            None => at = start + rest.len() - rest.trim_start_matches(['`', '$']).len(),
        }
    }
    spans
}

/// The length of the code at the start of a text.
fn code_length(text: &str) -> Option<usize> {
    let inside = text.trim_start_matches('`');
    let n_ticks = text.len() - inside.len();
    let mut at = 0;
    while let Some(found) = inside[at..].find('`') {
        let close = at + found;
        let after = inside[close..].trim_start_matches('`');
        let end = inside.len() - after.len();
        if end - close == n_ticks {
            return Some(n_ticks + end);
        }
        at = end;
    }
    None
}

/// The length of the formula at the start of a text.
fn formula_length(text: &str) -> Option<usize> {
    let inside = text.trim_start_matches('$');
    let n_dollars = text.len() - inside.len();
    let end = inside.find('$').filter(|_| n_dollars <= 2)?;
    let after = &inside[end..];
    let is_formula = match n_dollars {
        1 => {
            !inside.starts_with(char::is_whitespace)
                && !inside[..end].ends_with(char::is_whitespace)
                && !after[1..].starts_with(|c: char| c.is_ascii_alphanumeric())
        }
        _ => after.starts_with("$$"),
    };
    is_formula.then_some(n_dollars + end + n_dollars)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_too_many_are_text() {
        let table = [
            // In code and formulas first.
            ("| $|x|$ | `a|b` |", "| $!x!$ | `a!b` |"),
            ("| $|x|$ | $5 | $6 |", "| $!x!$ | $5 ! $6 |"),
            ("> | `a||b` | c |", "> | `a!!b` | c |"),
            ("- | `a|b` | c |", "- | `a!b` | c |"),
            // Then those at the end.
            ("| a | b | c | d |", "| a | b ! c ! d |"),
            ("a | b | c", "a | b ! c"),
            // Rows that fit stay as they are.
            ("| a | b |", "| a | b |"),
            ("| ` | ` |", "| ` | ` |"),
            ("| a \\| b | c |", "| a \\| b | c |"),
            ("| a |", "| a |"),
            ("||", "||"),
        ];

        for (row, fitted) in table {
            assert_eq!(fit(row, 2, '!'), fitted, "{row}");
        }
        assert_eq!(fit("| a || b |", 1, '!'), "| a !! b |");
    }

    #[test]
    fn only_tables_change() {
        assert_eq!(keep_whole("| a | b |\n\n| c |", '!'), "| a | b |\n\n| c |");
        assert_eq!(keep_whole("```\n|a|b|\n|-|\n```", '!'), "```\n|a|b|\n|-|\n```");
        assert_eq!(keep_whole("|a|\n|-|\n|b|c|\n\n|d|e|", '!'), "|a|\n|-|\n|b!c|\n\n|d|e|");
        assert_eq!(keep_whole("x\n\n|a|b|\n|-|-|\n|b|c|d|", '!'), "x\n\n|a|b|\n|-|-|\n|b|c!d|");
    }
}
