//! How long, how much and how deep.

use serde_json::json;

use super::super::{Format, parse};
use super::bad_records::{GOOD, refusal};
use crate::protocol::Kind;

#[test]
fn a_text_or_id_beyond_its_limit_is_refused_and_one_at_the_limit_is_not() {
    let pair = |id: usize, prompt: usize, text: usize| {
        let (id, prompt, text) = ("é".repeat(id), "é".repeat(prompt), "é".repeat(text));
        json!({"id": id, "prompt": prompt, "responses": [{"text": text}, {"text": "b"}]})
            .to_string()
    };

    assert!(parse(Format::Pairs, Kind::Pair, 1, &pair(500, 1_000_000, 1_000_000)).is_ok());
    let characters =
        |n: &str, found: u32| format!("expected at most {n} characters, found {found}");
    let table = [
        (pair(501, 1, 1), "id", characters("500", 501)),
        (pair(1, 1_000_001, 1), "prompt", characters("1,000,000", 1_000_001)),
        (pair(1, 1, 1_000_001), "responses[0].text", characters("1,000,000", 1_000_001)),
    ];
    for (text, field, reason) in table {
        assert_eq!(refusal(Format::Pairs, &text), (field.to_owned(), reason));
    }
}

#[test]
fn more_metadata_than_is_kept_is_refused() {
    let padded = |n: usize| {
        let text = format!(r#"{{"prompt": "Hi", GOOD, "x": "{}"}}"#, "y".repeat(n));
        text.replace("GOOD", GOOD)
    };

    // The object around the text takes eight bytes: {"x":""}.
    assert!(parse(Format::Pairs, Kind::Pair, 1, &padded(99_992)).is_ok());
    let (field, reason) = refusal(Format::Pairs, &padded(99_993));
    assert_eq!(field, "metadata");
    assert_eq!(reason, "the other fields come to 100001 bytes; at most 100,000 are kept");
}

#[test]
fn depth_without_end_is_refused_without_falling_over() {
    for nested in ["[".repeat(1_000_000), "{\"a\":".repeat(1_000_000)] {
        let (field, reason) = refusal(Format::Pairs, &format!("{{\"x\": {nested}"));

        assert_eq!(field, "record");
        assert!(reason.starts_with("nested more than 127 levels deep"), "{reason}");
    }
}
