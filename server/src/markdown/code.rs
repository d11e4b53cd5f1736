//! Code with its comments, words, strings and numbers told apart.
//!
//! A lexer of our own, in one pass from left to right: a library's grammars are megabytes of
//! regular expressions that hostile text can make slow, and every claim of a task waits for this.

mod language;

use std::ops::Range;

pub use self::language::{Language, find};

/// Beyond this many bytes a single quote is an apostrophe: where none of many is closed, each
/// looks this far in vain.
const MAX_SINGLE_QUOTED: usize = 500;

/// What a stretch of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Comment,
    Keyword,
    Text,
    Number,
    /// What is called.
    Name,
    Type,
}

impl Kind {
    /// The class of its span.
    pub fn class(self) -> &'static str {
        match self {
            Kind::Comment => "code-comment",
            Kind::Keyword => "code-keyword",
            Kind::Text => "code-string",
            Kind::Number => "code-number",
            Kind::Name => "code-name",
            Kind::Type => "code-type",
        }
    }
}

/// Whether a span may have this class.
pub fn is_class(class: &str) -> bool {
    let kinds = [Kind::Comment, Kind::Keyword, Kind::Text, Kind::Number, Kind::Name, Kind::Type];
    kinds.into_iter().any(|kind| kind.class() == class)
}

/// Whether an info string is only the name of a known language.
pub fn is_only_language(info: &str) -> bool {
    let mut words = info.split_whitespace();
    let Some(language) = words.next() else {
        return true;
    };
    words.next().is_none() && (find(language).is_some() || language::is_name(language))
}

/// The stretches of code that are something, from left to right; what is between them is plain.
pub fn stretches(code: &str, language: &Language) -> Vec<(Range<usize>, Kind)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let rest = &code[at..];
        let (length, kind) = next(rest, language, code[..at].chars().next_back());
        if let Some(kind) = kind {
            found.push((at..at + length, kind));
        }
        at += length;
    }
    found
}

/// How long the stretch is that code begins with, and what it is.
fn next(rest: &str, language: &Language, before: Option<char>) -> (usize, Option<Kind>) {
    if let Some(length) = comment(rest, language) {
        return (length, Some(Kind::Comment));
    }
    if let Some(length) = string(rest, language) {
        return (length, Some(Kind::Text));
    }
    let first = rest.chars().next().unwrap_or_default();
    let in_word = before.is_some_and(is_word);
    if first.is_ascii_digit() && !in_word {
        return (length_while(rest, |c| is_word(c) || c == '.'), Some(Kind::Number));
    }
    if is_word(first) {
        let length = length_while(rest, is_word);
        return (length, word(&rest[..length], &rest[length..], language));
    }
    (first.len_utf8(), None)
}

fn word(word: &str, after: &str, language: &Language) -> Option<Kind> {
    let mut keywords = language.keywords.split(' ');
    let is_keyword = match language.ignores_case {
        true => keywords.any(|keyword| keyword.eq_ignore_ascii_case(word)),
        false => keywords.any(|keyword| keyword == word),
    };
    let is_called = after.starts_with('(');
    let looks_like_type = word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.contains(|c: char| c.is_ascii_lowercase());
    if is_keyword {
        Some(Kind::Keyword)
    } else if is_called {
        Some(Kind::Name)
    } else if looks_like_type && language.has_types {
        Some(Kind::Type)
    } else {
        None
    }
}

fn comment(rest: &str, language: &Language) -> Option<usize> {
    if language.line_comments.iter().any(|mark| rest.starts_with(mark)) {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    let (open, close) = language.block_comment?;
    let inside = rest.strip_prefix(open)?;
    Some(inside.find(close).map_or(rest.len(), |end| open.len() + end + close.len()))
}

fn string(rest: &str, language: &Language) -> Option<usize> {
    let quote = rest.chars().next().filter(|first| language.quotes.contains(first))?;
    let triple: String = std::iter::repeat_n(quote, 3).collect();
    if language.triple_quotes && rest.starts_with(&triple) {
        let inside = &rest[3..];
        return Some(inside.find(&triple).map_or(rest.len(), |end| end + 6));
    }
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        if quote == '\'' && at > MAX_SINGLE_QUOTED {
            return None;
        }
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if quote != '`' => return apostrophe(quote, at),
            _ if character == quote => return Some(at + 1),
            _ => {}
        }
    }
    apostrophe(quote, rest.len())
}

/// A quote that is not closed on its line: a double one is text all the same, a single one is an
/// apostrophe, or a lifetime.
fn apostrophe(quote: char, length: usize) -> Option<usize> {
    (quote != '\'').then_some(length)
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn length_while(rest: &str, wanted: impl Fn(char) -> bool) -> usize {
    rest.find(|character| !wanted(character)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(code: &str, name: &str) -> Vec<String> {
        let language = find(name).unwrap();
        let stretch = |(range, kind): (Range<usize>, Kind)| {
            format!("{}:{}", kind.class().trim_start_matches("code-"), &code[range])
        };
        stretches(code, language).into_iter().map(stretch).collect()
    }

    #[test]
    fn the_parts_of_code_are_told_apart() {
        assert_eq!(
            read("def f(x): # a 'b'\n    return x1 + 0x1F + 'it\\'s'", "python"),
            [
                "keyword:def",
                "name:f",
                "comment:# a 'b'",
                "keyword:return",
                "number:0x1F",
                "string:'it\\'s'"
            ]
        );
        assert_eq!(
            read("let v: Vec<'a> = new(); /* x\ny */", "rust"),
            ["keyword:let", "type:Vec", "name:new", "comment:/* x\ny */"]
        );
        assert_eq!(
            read("SELECT a FROM b -- c", "sql"),
            ["keyword:SELECT", "keyword:FROM", "comment:-- c"]
        );
        assert_eq!(read("\"\"\"a\n\"b\"\"\" 1", "py"), ["string:\"\"\"a\n\"b\"\"\"", "number:1"]);
        assert_eq!(read("\"open\nx", "js"), ["string:\"open"]);
        assert_eq!(read("`a\n${b}`", "ts"), ["string:`a\n${b}`"]);
    }

    #[test]
    fn every_name_of_a_language_finds_it_and_no_other_name_does() {
        for name in ["python", "JS", "c++", "c#", "golang", "sh", "yaml", "html"] {
            assert!(find(name).is_some(), "{name}");
        }
        assert!(find("brainfuck").is_none() && find("").is_none());
    }

    #[test]
    fn a_quote_that_is_never_closed_is_not_looked_for_again_and_again() {
        let hostile = format!("'{}", "\\'".repeat(100_000));
        let language = find("rust").unwrap();

        // Each of the quotes looks no further than so far; without that this takes minutes.
        assert!(string(&hostile, language).is_none());
        assert!(stretches(&hostile, language).is_empty());
    }

    proptest! {
        #[test]
        fn stretches_follow_each_other_on_the_bounds_of_characters(
            code in "[\"'`/*#\\\\\n a-zé😀0-9_(]{0,60}",
            name in prop::sample::select(vec!["python", "rust", "js", "sql", "html", "css"]),
        ) {
            let mut end = 0;
            for (range, _) in stretches(&code, find(name).unwrap()) {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert!(code.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
