//! What is refused, and in which words.

use serde_json::json;

use super::super::{Format, LineError, parse};

const GOOD: &str = r#""responses": [{"text": "a"}, {"text": "b"}]"#;

fn refusal(format: Format, text: &str) -> (String, String) {
    match parse(format, 7, text) {
        Err(LineError { line: 7, field, reason }) => (field, reason),
        other => panic!("expected a refusal in line 7 of {text}, found {other:?}"),
    }
}

fn assert_refused(format: Format, table: &[(&str, &str, &str)]) {
    for (text, field, reason) in table {
        let text = text.replace("GOOD", GOOD);
        let found = refusal(format, &text);

        assert_eq!(found, ((*field).to_owned(), (*reason).to_owned()), "{text}");
    }
}

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
            ("{\"id\": NaN}", "record", "not JSON: expected value (column 8)"),
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
fn a_prompt_must_be_a_question() {
    let last = "the last message must be the user's or a tool's, found";
    assert_refused(
        Format::Pairs,
        &[
            ("{GOOD}", "messages", "expected a list of messages, found nothing"),
            (
                r#"{"messages": null, GOOD}"#,
                "messages",
                "expected a list of messages, found nothing",
            ),
            (
                r#"{"messages": {}, GOOD}"#,
                "messages",
                "expected text or a list of messages, found an object",
            ),
            (
                r#"{"messages": [], GOOD}"#,
                "messages",
                "expected at least one message, found an empty list",
            ),
            (
                r#"{"messages": ["Hi"], GOOD}"#,
                "messages[0]",
                "expected an object, found \"Hi\" (text)",
            ),
            (
                r#"{"messages": [{"content": "Hi"}], GOOD}"#,
                "messages[0].role",
                "expected system, user, assistant or tool, found nothing",
            ),
            (
                r#"{"messages": [{"role": "human", "content": "Hi"}], GOOD}"#,
                "messages[0].role",
                "expected system, user, assistant or tool, found \"human\" (text)",
            ),
            (
                r#"{"messages": [{"role": 1, "content": "Hi"}], GOOD}"#,
                "messages[0].role",
                "expected system, user, assistant or tool, found 1 (a number)",
            ),
            (
                r#"{"messages": [{"role": "user", "content": null}], GOOD}"#,
                "messages[0].content",
                "expected text, found nothing",
            ),
            (
                r#"{"messages": [{"role": "user", "content": [{"type": "text"}]}], GOOD}"#,
                "messages[0].content",
                "expected text, found a list of 1",
            ),
            (
                r#"{"messages": [{"role": "user", "content": " \u2003\n"}], GOOD}"#,
                "messages[0].content",
                "the prompt is blank",
            ),
            (
                r#"{"messages": [{"role": "user", "content": "Hi"},
                    {"role": "system", "content": "x"}, {"role": "user", "content": "y"}], GOOD}"#,
                "messages[1].role",
                "a system message may only stand first",
            ),
            (
                r#"{"messages": [{"role": "user", "content": "Hi"},
                    {"role": "assistant", "content": "Hi"}], GOOD}"#,
                "messages[1].role",
                &format!("{last} assistant"),
            ),
            (
                r#"{"messages": [{"role": "system", "content": "Hi"}], GOOD}"#,
                "messages[0].role",
                &format!("{last} system"),
            ),
            (r#"{"prompt": "  ", GOOD}"#, "prompt", "the prompt is blank"),
            (
                r#"{"prompt": 5, GOOD}"#,
                "prompt",
                "expected text or a list of messages, found 5 (a number)",
            ),
            (
                r#"{"prompt": "Hi", "messages": [], GOOD}"#,
                "prompt",
                "expected messages or prompt, found both; leave one out",
            ),
        ],
    );
}

#[test]
fn responses_are_two_texts() {
    assert_refused(
        Format::Pairs,
        &[
            (r#"{"prompt": "Hi"}"#, "responses", "expected a list of two responses, found nothing"),
            (
                r#"{"prompt": "Hi", "responses": "ab"}"#,
                "responses",
                "expected a list of two responses, found \"ab\" (text)",
            ),
            (
                r#"{"prompt": "Hi", "responses": [{"text": "a"}]}"#,
                "responses",
                "expected exactly two responses, found 1",
            ),
            (
                r#"{"prompt": "Hi", "responses": [{}, {}, {}]}"#,
                "responses",
                "expected exactly two responses, found 3",
            ),
            (
                r#"{"prompt": "Hi", "responses": [{"text": "a"}, "b"]}"#,
                "responses[1]",
                "expected an object, found \"b\" (text)",
            ),
            (
                r#"{"prompt": "Hi", "responses": [{"text": "a"}, {"text": true}]}"#,
                "responses[1].text",
                "expected text, found true (a boolean)",
            ),
            (
                r#"{"prompt": "Hi", "responses": [{"model": "m"}, {"text": "b"}]}"#,
                "responses[0].text",
                "expected text, found nothing",
            ),
            (
                r#"{"prompt": "Hi", "responses": [{"text": "a", "model": {}}, {"text": "b"}]}"#,
                "responses[0].model",
                "expected text, found an object",
            ),
        ],
    );
}

#[test]
fn an_id_is_text_or_a_whole_number() {
    let wanted = "expected an id (text or a whole number), found";
    assert_refused(
        Format::Pairs,
        &[
            (r#"{"id": "", "prompt": "Hi", GOOD}"#, "id", &format!("{wanted} blank text")),
            (r#"{"id": " ", "prompt": "Hi", GOOD}"#, "id", &format!("{wanted} blank text")),
            (r#"{"id": 1.5, "prompt": "Hi", GOOD}"#, "id", &format!("{wanted} 1.5 (a number)")),
            (
                r#"{"id": 123456789012345678901234567890, "prompt": "Hi", GOOD}"#,
                "id",
                &format!("{wanted} 1.2345678901234568e+29 (a number)"),
            ),
            (
                r#"{"id": false, "prompt": "Hi", GOOD}"#,
                "id",
                &format!("{wanted} false (a boolean)"),
            ),
            (r#"{"id": ["a"], "prompt": "Hi", GOOD}"#, "id", &format!("{wanted} a list of 1")),
        ],
    );
}

#[test]
fn both_sides_of_a_preference_have_one_layout() {
    assert_refused(
        Format::TrlPreference,
        &[
            (
                r#"{"prompt": "Hi", "rejected": "b"}"#,
                "chosen",
                "expected text or a list of messages, found nothing",
            ),
            (
                r#"{"prompt": "Hi", "chosen": "a", "rejected": null}"#,
                "rejected",
                "expected text or a list of messages, found nothing",
            ),
            (
                r#"{"prompt": "Hi", "chosen": 1, "rejected": "b"}"#,
                "chosen",
                "expected text or a list of messages, found 1 (a number)",
            ),
            (
                r#"{"prompt": "Hi", "chosen": "a", "rejected": []}"#,
                "rejected",
                "expected text as in chosen, found an empty list",
            ),
            (r#"{"chosen": "a", "rejected": "b"}"#, "prompt", "expected text, found nothing"),
            (
                r#"{"prompt": "Hi", "chosen": [], "rejected": []}"#,
                "chosen",
                "expected an assistant message, found an empty list",
            ),
            (
                r#"{"prompt": "Hi", "chosen": [{"role": "user", "content": "a"}], "rejected": []}"#,
                "chosen[0].role",
                "the last message must be the assistant's, found user",
            ),
            (
                r#"{"chosen": [{"role": "assistant", "content": "a"}],
                    "rejected": [{"role": "assistant", "content": "b"}]}"#,
                "prompt",
                "expected text or a list of messages, found nothing",
            ),
            (
                r#"{"prompt": [{"role": "user", "content": "Hi"}],
                    "chosen": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "a"}],
                    "rejected": [{"role": "assistant", "content": "b"}]}"#,
                "chosen",
                "expected exactly one message beside a prompt, found a list of 2",
            ),
            (
                r#"{"chosen": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "a"}],
                    "rejected": [{"role": "user", "content": "Ho"}, {"role": "assistant", "content": "b"}]}"#,
                "rejected[0]",
                "expected the same messages as in chosen up to the last",
            ),
            (
                r#"{"prompt": "Hey",
                    "chosen": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "a"}],
                    "rejected": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "b"}]}"#,
                "prompt",
                "expected the text of one of the messages in chosen",
            ),
        ],
    );
}

#[test]
fn an_output_names_its_model_and_one_question() {
    assert_refused(
        Format::Outputs,
        &[
            (r#"{"output": "a", "generator": "m"}"#, "instruction", "expected text, found nothing"),
            (
                r#"{"instruction": "Hi", "generator": "m"}"#,
                "output",
                "expected text, found nothing",
            ),
            (
                r#"{"instruction": "Hi", "output": true, "generator": "m"}"#,
                "output",
                "expected text, found true (a boolean)",
            ),
            (
                r#"{"instruction": "Hi", "output": "a"}"#,
                "generator",
                "expected the name of the model, found nothing",
            ),
            (
                r#"{"instruction": "Hi", "output": "a", "model": " "}"#,
                "model",
                "expected the name of the model, found nothing",
            ),
            (
                r#"{"instruction": "Translate", "input": "Hola", "output": "a", "generator": "m"}"#,
                "input",
                "found both instruction and input; join them into instruction",
            ),
        ],
    );
}

#[test]
fn a_text_or_id_beyond_its_limit_is_refused_and_one_at_the_limit_is_not() {
    let pair = |id: usize, prompt: usize, text: usize| {
        let (id, prompt, text) = ("é".repeat(id), "é".repeat(prompt), "é".repeat(text));
        json!({"id": id, "prompt": prompt, "responses": [{"text": text}, {"text": "b"}]})
            .to_string()
    };

    assert!(parse(Format::Pairs, 1, &pair(500, 1_000_000, 1_000_000)).is_ok());
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
    assert!(parse(Format::Pairs, 1, &padded(99_992)).is_ok());
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
    let error = parse(Format::Outputs, 10, "{\n  \"instruction\": \"Hi\",\n  oops\n}").unwrap_err();

    assert_eq!(error.line, 12);
    assert_eq!(error.to_string(), "line 12: record: not JSON: key must be a string (column 3)");
}
