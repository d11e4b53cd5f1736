//! What formulas stand between: models write `\(…\)` and `\[…\]` as often as dollars, and Markdown
//! takes the backslash for an escape.

use std::borrow::Cow;

use crate::markdown::syntax::OPTIONS;
use crate::markdown::verbatim::Verbatim;

/// The longest stretch that is looked through for the end of a formula, in bytes.
const MAX_STRETCH: usize = 4_000;

/// Delimiters, each with the dollars that stand for it.
const DELIMITERS: [(&str, &str, &str); 3] =
    [("\\(", "\\)", "$"), ("\\[", "\\]", "$$"), ("$$", "$$", "$$")];

/// The same text with dollars round its formulas, and each of them on one line: a line that
/// starts with a minus would be a list. A mark stands inside dollars that were not typed, and line
/// feeds have a stand-in.
pub fn unify(text: &str, mark: char, line_feed: char) -> Cow<'_, str> {
    if !DELIMITERS.iter().any(|(open, ..)| text.contains(open)) {
        return Cow::Borrowed(text);
    }
    let mut verbatim = Verbatim::of(text, OPTIONS);
    let mut unified = String::with_capacity(text.len() + 16);
    let mut written = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['\\', '$']) {
        let start = at + found;
        if let Some(end) = verbatim.end_at(start) {
            at = end;
            continue;
        }
        let Some(formula) = Formula::find(text, start) else {
            at = start
                + if text[start..].starts_with('\\') { escape_length(&text[start..]) } else { 1 };
            continue;
        };
        unified.push_str(&text[written..start]);
        formula.push(&mut unified, mark, line_feed);
        at = formula.end;
        written = at;
    }
    unified.push_str(&text[written..]);
    Cow::Owned(unified)
}

/// A backslash and the character that it escapes.
fn escape_length(text: &str) -> usize {
    text.chars().take(2).map(char::len_utf8).sum()
}

/// A formula with the delimiters of TeX, or one of several lines.
struct Formula<'t> {
    tex: &'t str,
    dollars: &'static str,
    is_typed: bool,
    /// How many quotes it stands in.
    n_quotes: usize,
    end: usize,
}

impl<'t> Formula<'t> {
    fn find(text: &'t str, start: usize) -> Option<Self> {
        let (open, close, dollars) =
            DELIMITERS.into_iter().find(|(open, ..)| text[start..].starts_with(open))?;
        let inside = &text[start + open.len()..];
        let tex = &inside[..closing(inside, close)?];
        if tex.trim().is_empty() || tex.contains('$') {
            return None;
        }
        let is_typed = open == dollars;
        let mut n_quotes = 0;
        if tex.contains('\n') {
            let before = text[..start].rsplit('\n').next().unwrap_or_default();
            n_quotes = before.matches('>').count();
            let is_first = !before.contains(char::is_alphabetic);
            // Dollars between words may be money.
            if is_typed && !is_first && !tex.trim_start_matches(' ').starts_with('\n') {
                return None;
            }
        } else if is_typed {
            return None;
        }
        let end = start + open.len() + tex.len() + close.len();
        Some(Self { tex, dollars, is_typed, n_quotes, end })
    }

    fn push(&self, unified: &mut String, mark: char, line_feed: char) {
        let mark = (!self.is_typed).then_some(mark);
        unified.push_str(self.dollars);
        unified.extend(mark);
        for (n, line) in self.tex.split('\n').enumerate() {
            if n == 0 {
                unified.push_str(line);
                continue;
            }
            unified.push(line_feed);
            unified.push_str(without_quotes(line, self.n_quotes));
        }
        unified.extend(mark);
        unified.push_str(self.dollars);
    }
}

/// A line without the signs of the quotes that it stands in.
fn without_quotes(line: &str, n_quotes: usize) -> &str {
    let mut rest = line;
    for _ in 0..n_quotes {
        rest = rest.trim_start_matches([' ', '\t']).strip_prefix('>').unwrap_or(rest);
    }
    rest
}

/// Where a formula ends: before the next blank line, and not too far away.
fn closing(rest: &str, close: &str) -> Option<usize> {
    let near = &rest[..rest.floor_char_boundary(MAX_STRETCH)];
    let paragraph = near.find("\n\n").map_or(near, |end| &near[..end]);
    paragraph.find(close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_get_dollars_and_nothing_else_does() {
        let table = [
            (r"so \( x^2 \) is", "so $! x^2 !$ is"),
            (r"\[ a = b \]", "$$! a = b !$$"),
            ("\\[\na\n= b\n\\] end", "$$!/a/= b/!$$ end"),
            ("> \\[\n> a\n> > b\n> \\]", "> $$!/ a/ > b/ !$$"),
            ("- $$\n  a\n  - b\n  $$", "- $$/  a/  - b/  $$"),
            ("$$\na\n- b\n$$\n\n- c", "$$/a/- b/$$\n\n- c"),
            ("is $$\na\n- b\n$$", "is $$/a/- b/$$"),
            ("$$\na\n$$", "$$\na\n$$"),
            ("$$ a\n\n- b $$", "$$ a\n\n- b $$"),
            ("costs $$ a\n- b $$", "costs $$ a\n- b $$"),
            (r"`\(a\)` and \(b\)", r"`\(a\)` and $!b!$"),
            ("```\n\\(a\\)\n```\n\\(b\\)", "```\n\\(a\\)\n```\n$!b!$"),
            (r"<p>\(a\)</p>", r"<p>\(a\)</p>"),
            (r"$\text{\(a\)}$", r"$\text{\(a\)}$"),
            (r"\\(a\\) \*b\*", r"\\(a\\) \*b\*"),
            (r"open \( only", r"open \( only"),
            ("\\(a\n\nb\\)", "\\(a\n\nb\\)"),
            (r"\( costs $5 \)", r"\( costs $5 \)"),
            (r"\(\)", r"\(\)"),
        ];

        for (text, unified) in table {
            assert_eq!(unify(text, '!', '/'), unified, "{text}");
        }
    }
}
