//! What formulas stand between: models write `\(…\)` and `\[…\]` as often as dollars, and Markdown
//! takes the backslash for an escape.

use std::borrow::Cow;

use crate::markdown::source::Fences;

/// The longest stretch that is looked through for the end of a formula, in bytes.
const MAX_STRETCH: usize = 4_000;

/// The same text with dollars round its formulas. Code stays as it is.
pub fn unify(text: &str) -> Cow<'_, str> {
    if !text.contains("\\(") && !text.contains("\\[") {
        return Cow::Borrowed(text);
    }
    let mut unified = String::with_capacity(text.len() + 16);
    let mut fences = Fences::default();
    let mut rest = text;
    while !rest.is_empty() {
        let line = line(rest);
        let is_code = fences.cover(line);
        let end = if is_code { line.len() } else { with_display(rest, line.len()) };
        let (piece, after) = rest.split_at(end);
        match is_code {
            true => unified.push_str(piece),
            false => push_line(&mut unified, piece),
        }
        rest = after;
    }
    Cow::Owned(unified)
}

/// The first line, with its line feed.
fn line(text: &str) -> &str {
    &text[..text.find('\n').map_or(text.len(), |end| end + 1)]
}

/// The length of the first line, or of it and what it leaves open between `\[` and `\]`.
fn with_display(text: &str, line: usize) -> usize {
    let Some(open) = text[..line].rfind("\\[") else {
        return line;
    };
    let close = closing(&text[open + 2..], "\\]");
    close.map_or(line, |close| (open + 2 + close + 2).max(line))
}

fn push_line(unified: &mut String, line: &str) {
    let mut rest = line;
    while let Some(at) = rest.find(['\\', '`']) {
        unified.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with('`') {
            code_span(rest)
        } else if let Some(length) = formula(unified, rest) {
            rest = &rest[length..];
            continue;
        } else {
            // An escape: the backslash and what it escapes.
            rest.chars().take(2).map(char::len_utf8).sum()
        };
        unified.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    unified.push_str(rest);
}

/// Writes the formula that the text begins with between dollars; how long it was.
fn formula(unified: &mut String, rest: &str) -> Option<usize> {
    let (close, dollars) = match rest.get(..2)? {
        "\\(" => ("\\)", "$"),
        "\\[" => ("\\]", "$$"),
        _ => return None,
    };
    let end = closing(&rest[2..], close)?;
    let tex = rest[2..2 + end].trim();
    if tex.is_empty() || tex.contains('$') {
        return None;
    }
    unified.push_str(dollars);
    unified.push_str(tex);
    unified.push_str(dollars);
    Some(2 + end + 2)
}

/// Where a formula ends: before the next blank line, and not too far away.
fn closing(rest: &str, close: &str) -> Option<usize> {
    let mut bound = rest.len().min(MAX_STRETCH);
    while !rest.is_char_boundary(bound) {
        bound -= 1;
    }
    let near = &rest[..bound];
    let paragraph = near.find("\n\n").map_or(near, |end| &near[..end]);
    paragraph.find(close)
}

/// How long the code span is that the text begins with; only its backticks where it never ends.
fn code_span(rest: &str) -> usize {
    let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
    let mark = &rest[..ticks];
    rest[ticks..].find(mark).map_or(ticks, |end| ticks + end + ticks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_get_dollars_and_nothing_else_does() {
        let table = [
            (r"so \( x^2 \) is", "so $x^2$ is"),
            (r"\[ a = b \]", "$$a = b$$"),
            ("\\[\na\n= b\n\\] end", "$$a\n= b$$ end"),
            (r"`\(a\)` and \(b\)", r"`\(a\)` and $b$"),
            ("```\n\\(a\\)\n```\n\\(b\\)", "```\n\\(a\\)\n```\n$b$"),
            (r"\\(a\\) \*b\*", r"\\(a\\) \*b\*"),
            (r"open \( only", r"open \( only"),
            ("\\(a\n\nb\\)", "\\(a\n\nb\\)"),
            (r"\( costs $5 \)", r"\( costs $5 \)"),
            (r"\(\)", r"\(\)"),
        ];

        for (text, unified) in table {
            assert_eq!(unify(text), unified, "{text}");
        }
    }
}
