//! Records that cannot be read as JSON, and the words for it.

use super::super::{Format, parse};
use super::bad_records::{assert_refused, refusal};
use crate::protocol::Kind;

#[test]
fn a_record_that_is_no_object_of_json_is_refused_with_its_column() {
    assert_refused(
        Format::Pairs,
        &[
            ("hello", "record", "not JSON: expected value (column 1)"),
            (r#"{"é": tru}"#, "record", "not JSON: expected ident (column 10)"),
            (r#"{"id": "a"} {}"#, "record", "not JSON: trailing characters (column 13)"),
            (
                r#"{"id": "a""#,
                "record",
                "not JSON: it ends in the middle; a record must be whole, and on one line (column 10)",
            ),
            (
                "{\"id\": \"a\tb\"}",
                "record",
                "not JSON: line breaks and tabs inside text must be written as \\n and \\t (column 10)",
            ),
            ("{\"id\": NaN}", "id", "NaN is not JSON; write null"),
            ("{\"x\": [1, -Infinity]}", "x[1]", "-Infinity is not JSON; write null"),
            ("{\"x\": {\"y\": None}}", "x.y", "None is not JSON; write null"),
            ("{\"x\": nan, \"y\": 1}", "x", "nan is not JSON; write null"),
            ("{\"x\": True}", "x", "True is not JSON; write true"),
            ("{\"id\": 1e999}", "record", "not JSON: number out of range (column 12)"),
            ("[1, 2]", "record", "expected an object, found a list of 2"),
            ("[]", "record", "expected an object, found an empty list"),
            ("null", "record", "expected an object, found null"),
            ("3.5", "record", "expected an object, found 3.5 (a number)"),
            ("\"text\"", "record", "expected an object, found \"text\" (text)"),
        ],
    );
}

#[test]
fn what_json_readers_disagree_about_is_refused() {
    let twice = "the same key stands twice in one object; keep one";
    let nul = "the text holds a NUL character (\\u0000); remove it";
    assert_refused(
        Format::Pairs,
        &[
            (r#"{"id": "a", "id": "b", "prompt": "Hi", GOOD}"#, "id", twice),
            (
                r#"{"prompt": "Hi", "responses": [{"text": "a"}, {"text": "b", "text": "c"}]}"#,
                "responses[1].text",
                twice,
            ),
            (r#"{"prompt": "Hi", "x": {"y": 1, "\u0079": 1}, GOOD}"#, "x.y", twice),
            (r#"{"prompt": "H\u0000i", GOOD}"#, "prompt", nul),
            (r#"{"prompt": "Hi", "x": [[1], ["\u0000"]], GOOD}"#, "x[1][0]", nul),
            (r#"{"prompt": "Hi", "x\u0000": 1, GOOD}"#, "x\\0", nul),
        ],
    );

    for half in [r"\ud800", r"\ud800abc", r"\ud800\u0041", r"\udc00"] {
        let (field, reason) = refusal(Format::Pairs, &format!(r#"{{"prompt": "{half}"}}"#));

        assert_eq!(field, "record", "{half}");
        assert!(reason.starts_with("half of a surrogate pair"), "{half}: {reason}");
    }
}

#[test]
fn what_was_found_is_shortened_and_made_visible() {
    let text = format!(
        r#"{{"prompt": "Hi", "responses": [{{"text": "a"}}, "\u202e\u0007{}"]}}"#,
        "x".repeat(100)
    );

    let (_, reason) = refusal(Format::Pairs, &text);

    let shown = "x".repeat(38);
    assert_eq!(reason, format!("expected an object, found \"\\u{{202e}}\\u{{7}}{shown}\"… (text)"));
}

#[test]
fn an_error_inside_a_record_of_many_lines_names_the_line_of_the_error() {
    let error = parse(Format::Outputs, Kind::Pair, 10, "{\n  \"instruction\": \"Hi\",\n  oops\n}")
        .unwrap_err();

    assert_eq!(error.line, 12);
    assert_eq!(error.to_string(), "line 12: record: not JSON: key must be a string (column 3)");
}
