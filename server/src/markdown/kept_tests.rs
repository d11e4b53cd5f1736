//! Nothing that a model wrote may vanish: letters and digits of sources and pages compared.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::Value;

use crate::markdown::checker::check;
use crate::markdown::glyph;
use crate::markdown::property_tests::hostile_text;
use crate::markdown::render;

/// The letters of a source that are missing on its page, if any.
fn missing(text: &str) -> Option<String> {
    let html = render(text);
    let page = match check(&html) {
        Ok(page) => page,
        Err(problem) => return Some(problem),
    };
    let mut wanted = counts(&without_syntax(&without_repeated_numbers(text)));
    for (character, n) in counts(&with_decoded_percents(&page.seen)) {
        if let Some(n_wanted) = wanted.get_mut(&character) {
            *n_wanted -= n.min(*n_wanted);
        }
    }
    wanted.retain(|_, n| *n > 0);
    if !wanted.is_empty() {
        return Some(format!("{wanted:?}"));
    }
    let is_whole =
        |(tex, set): &&(String, String)| n_letters(set) >= n_letters(&without_commands(tex));
    let formula = page.formulas.iter().find(|formula| !is_whole(formula));
    formula.map(|(tex, set)| format!("{tex:?} is set as {set:?}"))
}

/// Letters and digits, but for those that nobody sees.
fn is_letter(character: &char) -> bool {
    character.is_alphanumeric() && glyph::find(None, *character, None).is_none()
}

fn n_letters(text: &str) -> usize {
    text.chars().filter(is_letter).count()
}

/// How often each letter and digit occurs. Addresses are written in small letters.
fn counts(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for character in text.chars().flat_map(char::to_lowercase).filter(is_letter) {
        *counts.entry(character).or_insert(0) += 1;
    }
    counts
}

/// A source without the numbers of list items that repeat the number of an item before: a list that
/// has one number throughout is counted by its reader.
fn without_repeated_numbers(text: &str) -> String {
    let mut numbers = HashSet::new();
    let mut plain = String::new();
    for line in text.split_inclusive(['\n', '\r']) {
        let item = line.trim_start_matches([' ', '\t', '>', '*', '+', '-']);
        let rest = item.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = &item[..item.len() - rest.len()];
        let is_item = !number.is_empty() && rest.starts_with(['.', ')']);
        plain.push_str(if is_item && !numbers.insert(number) { rest } else { line });
    }
    plain
}

/// A source without the letters that are only there for the parser: names of characters, labels
/// of links, and the cross in a task.
fn without_syntax(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['&', ']', '[']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = match rest.as_bytes()[0] {
            b'&' => {
                rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').map(|end| end + 1)
            }
            b'[' if rest.starts_with("[x]") || rest.starts_with("[X]") => Some(2),
            b']' if rest.starts_with("][") => label_end(rest),
            _ => None,
        };
        rest = match end {
            Some(end) if matches!(rest.as_bytes()[end], b';' | b']') => &rest[end..],
            _ => &rest[1..],
        };
    }
    plain.push_str(rest);
    plain
}

/// Where the second bracket of `][label]` ends.
fn label_end(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(2) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            ']' => return Some(at),
            '[' => return None,
            _ => {}
        }
    }
    None
}

/// Text, and behind it the letters that its addresses have encoded.
fn with_decoded_percents(text: &str) -> String {
    let mut decoded = Vec::new();
    for part in text.split('%').skip(1) {
        if let Some(Ok(byte)) = part.get(..2).map(|hex| u8::from_str_radix(hex, 16)) {
            decoded.push(byte);
            decoded.extend((part.len() > 2).then_some(b' '));
        }
    }
    format!("{text} {}", String::from_utf8_lossy(&decoded))
}

/// TeX without command names and layout arguments.
fn without_commands(tex: &str) -> String {
    const LAYOUT: [&str; 13] = [
        "begin",
        "end",
        "color",
        "textcolor",
        "colorbox",
        "label",
        "hspace",
        "vspace",
        "kern",
        "mkern",
        "hskip",
        "phantom",
        "\\",
    ];
    let mut plain = String::new();
    let mut rest = tex;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let n_letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let length =
            if n_letters > 0 { n_letters } else { rest.chars().next().map_or(0, char::len_utf8) };
        let is_layout = LAYOUT.contains(&&rest[..length]);
        rest = rest[length..].trim_start_matches(['*', ' ']);
        while let Some(close) =
            rest.chars().next().filter(|_| is_layout).and_then(|open| match open {
                '{' => rest.find('}'),
                '[' => rest.find(']'),
                _ => None,
            })
        {
            rest = &rest[close + 1..];
        }
    }
    plain.push_str(rest);
    plain
}

/// The files of texts below a directory.
fn files(directory: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(directory).expect("the directory of texts can be read");
    for entry in entries {
        let path = entry.expect("its entries can be read").path();
        let is_text = path.extension().is_some_and(|end| end == "jsonl" || end == "json");
        match path.is_dir() {
            true => files(&path, found),
            false if is_text => found.push(path),
            false => {}
        }
    }
}

/// All strings within JSON.
fn strings(value: Value, found: &mut HashSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text);
        }
        Value::Array(values) => values.into_iter().for_each(|value| strings(value, found)),
        Value::Object(fields) => fields.into_iter().for_each(|(_, value)| strings(value, found)),
        _ => {}
    }
}

/// The texts that come with the code, or those of the directory that `TEST_TEXTS` names.
fn texts() -> HashSet<String> {
    let server = Path::new(env!("CARGO_MANIFEST_DIR"));
    let directories = match std::env::var_os("TEST_TEXTS") {
        Some(directory) => vec![PathBuf::from(directory)],
        None => ["demo", "tests/data", "../domain/samples"].map(|name| server.join(name)).into(),
    };
    let mut found = HashSet::new();
    let mut paths = Vec::new();
    directories.iter().for_each(|directory| files(directory, &mut paths));
    for path in paths {
        let content = std::fs::read_to_string(&path).unwrap_or_default();
        match serde_json::from_str(&content) {
            Ok(value) => strings(value, &mut found),
            // Lines that are no JSON are there to be refused by an import.
            Err(_) => content
                .lines()
                .filter_map(|line| serde_json::from_str(line).ok())
                .for_each(|value| strings(value, &mut found)),
        }
    }
    found
}

#[test]
fn nothing_vanishes_from_the_texts_of_models() {
    let texts = texts();
    assert!(texts.len() > 100, "only {} texts", texts.len());

    let losses: Vec<String> =
        texts.iter().filter_map(|text| Some(format!("{}\n{text:.600}", missing(text)?))).collect();

    let first = losses.first().cloned().unwrap_or_default();
    assert!(losses.is_empty(), "{} of {} texts: {first}", losses.len(), texts.len());
}

#[test]
fn nothing_vanishes_from_texts_that_markdown_shortens() {
    for text in [
        "[1]: https://a.example/one \"One\"\n[2]: /two\n[2]: /three",
        "a [1] b\n\n[1]: https://a.example/one\n\nc",
        "> [a]: b\n\n- [c]: d\n- e\n\n  [f]: g\n",
        "[a]:\n7.\n\n- 1. [b]:\n     8.\n  2. > [c]: d\n\n- e",
        "[a]: b\ntext\n\n[//]: # (comment)\n\n[//]: # (another)",
        "| a | b |\n|-|-|\n| c | d | e | f |\n| `g|h` | $|i|$ |",
        "| `a|b` | c |\n|-|-|\n| d | e |",
        "``` one two three\nx\n```\n\n```vote_for_me\nx\n```\n\n``` x",
        "3. a\n5. b\n4. c\n\n1. d\n1. e\n1. f",
        " 3. a\n 5. b\n\n01. c\n02. d\n\n007) e\n\n0. f",
        "![[a](b \"c\") ![d](e) <https://f.example>](g) [](https://a.example/\u{5d0}%20\u{4e2d})",
        "- ```\n\n|a|\n|-|\n|b|c|",
        "$50% of x$ and $\\nosuchcommand{a} + \\text{b}$ $\\color{white}{hidden}$",
        "$\\phantom{much longer than any space is}$ $\\rlap{a}b$",
        "a <b>c</b> <!-- d --> ![e](f \"g\") <h@i.example>",
        "<!-- a\n\nb -->\n\n<script>c</script>",
    ] {
        assert_eq!(missing(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 8 * ProptestConfig::default().cases,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_vanishes_from_nasty_texts(text in hostile_text()) {
        // A host in another script would be written in the letters of the domain name system.
        let text = text.replace("http://", "http://a.example/");

        prop_assert_eq!(missing(&text), None);
    }
}
