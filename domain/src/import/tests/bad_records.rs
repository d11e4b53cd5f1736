//! What is refused, and in which words.

use super::super::{Format, LineError, parse};
use crate::protocol::Kind;

/// Two responses, to complete a record.
pub(super) const GOOD: &str = r#""responses": [{"text": "a"}, {"text": "b"}]"#;

/// Field and reason of the refusal of a record on line 7.
pub(super) fn refusal(format: Format, text: &str) -> (String, String) {
    match parse(format, Kind::Pair, 7, text) {
        Err(LineError { line: 7, field, reason, .. }) => (field, reason),
        other => panic!("expected a refusal in line 7 of {text}, found {other:?}"),
    }
}

/// `GOOD` in a record stands for two responses.
pub(super) fn assert_refused(format: Format, table: &[(&str, &str, &str)]) {
    for (text, field, reason) in table {
        let text = text.replace("GOOD", GOOD);
        let found = refusal(format, &text);

        assert_eq!(found, ((*field).to_owned(), (*reason).to_owned()), "{text}");
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
                "expected system, developer, user, assistant or tool, found nothing",
            ),
            (
                r#"{"messages": [{"role": "human", "content": "Hi"}], GOOD}"#,
                "messages[0].role",
                "expected system, developer, user, assistant or tool, found \"human\" (text)",
            ),
            (
                r#"{"messages": [{"role": 1, "content": "Hi"}], GOOD}"#,
                "messages[0].role",
                "expected system, developer, user, assistant or tool, found 1 (a number)",
            ),
            (
                r#"{"messages": [{"role": "user", "content": null}], GOOD}"#,
                "messages[0].content",
                "expected text, found nothing",
            ),
            (
                r#"{"messages": [{"role": "user", "content": [{"type": "text"}]}], GOOD}"#,
                "messages[0].content[0].text",
                "expected text, found nothing",
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
            (r#"{"prompt": "Hi"}"#, "responses", "expected a list of responses, found nothing"),
            (
                r#"{"prompt": "Hi", "responses": "ab"}"#,
                "responses",
                "expected a list of responses, found \"ab\" (text)",
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
                    "chosen": [{"role": "user", "content": "Ho"}, {"role": "assistant", "content": "a"}],
                    "rejected": [{"role": "assistant", "content": "b"}]}"#,
                "chosen[0].role",
                "a response must start with the assistant's message, found user",
            ),
            (
                r#"{"chosen": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "a"}],
                    "rejected": [{"role": "user", "content": "Ho"}, {"role": "assistant", "content": "b"}]}"#,
                "rejected[0]",
                "the conversations in chosen and rejected must start with the same message",
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
fn an_output_has_one_question_and_a_text() {
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
                r#"{"instruction": "Translate", "input": "Hola", "output": "a", "generator": "m"}"#,
                "input",
                "found both instruction and input; join them into instruction",
            ),
        ],
    );
}
