//! The sample files, record by record.

use super::super::*;
use super::{output, read, split, task};
use crate::id::{ProjectId, PromptId, ResponseId};
use crate::protocol::Kind;
use crate::task::{NewResponse, NewTask, Speaker};

const PAIRS: &[u8] = include_bytes!("../../../samples/pairs.jsonl");
const TRL_PREFERENCE: &[u8] = include_bytes!("../../../samples/trl_preference.jsonl");
const OUTPUTS: &[u8] = include_bytes!("../../../samples/outputs.json");
const BAD: &[u8] = include_bytes!("../../../samples/bad.jsonl");

fn tasks(format: Format, bytes: &[u8]) -> Vec<NewTask> {
    let tasks = read(format, bytes).into_iter().map(|record| match record {
        Ok(Record::Task(task)) => task,
        other => panic!("expected a task, found {other:?}"),
    });
    tasks.collect()
}

fn texts(task: &NewTask) -> Vec<&str> {
    task.responses.iter().map(|response| response.messages[0].plain().unwrap()).collect()
}

#[test]
fn each_format_is_recognised_by_its_first_record() {
    let samples = [
        (PAIRS, Format::Pairs),
        (TRL_PREFERENCE, Format::TrlPreference),
        (OUTPUTS, Format::Outputs),
    ];

    for (bytes, format) in samples {
        let first = split(bytes).remove(0).unwrap();
        assert_eq!(Format::of(&json::object(&first.text).unwrap()), Some(format));
        assert_eq!(format.name().parse(), Ok(format));
        assert_eq!(serde_json::to_value(format).unwrap(), format.name());
    }
    assert_eq!(Format::of(&json::object("{\"question\": 1}").unwrap()), None);
}

#[test]
fn pairs_keep_every_character_of_their_texts() {
    let tasks = tasks(Format::Pairs, PAIRS);

    assert_eq!(texts(&tasks[0]), ["Lima.", "Cusco, I believe."]);
    assert_eq!(tasks[0].responses[1].model.as_deref(), Some("south-7b"));
    assert_eq!(tasks[0].messages[0].role, Speaker::System);
    assert_eq!(texts(&tasks[1]), ["one\u{2028}two\u{2029}three", "one\u{85}two\u{b}three"]);
    let direction =
        ["\u{2067}\u{5e9}\u{5dc}\u{5d5}\u{5dd}\u{2069}", " e\u{301} is not é \u{feff} "];
    assert_eq!(texts(&tasks[2]), direction);
    assert_eq!(texts(&tasks[3]), ["", "Nothing."]);
    assert_eq!(texts(&tasks[6]), ["-3 degrees.", "Cold.\r\nVery."]);
    assert_eq!(tasks.len(), 7);
}

#[test]
fn fields_without_a_meaning_here_are_kept_under_their_path() {
    let tasks = tasks(Format::Pairs, PAIRS);

    let metadata = serde_json::to_string(&tasks[0].metadata).unwrap();
    assert_eq!(
        metadata,
        r#"{"responses[0].id":"A","responses[1].id":"B","category":"facts","gold":"A"}"#
    );
    assert_eq!(tasks[6].messages[2].name.as_deref(), Some("weather"));
}

#[test]
fn an_id_is_taken_from_the_file_or_made_from_the_content() {
    let tasks = tasks(Format::Pairs, PAIRS);

    assert_eq!(tasks[0].external_id, "plain");
    assert_eq!(tasks[5].external_id, "42");
    assert_eq!(tasks[5].responses[1].model, None);
    assert!(tasks[6].external_id.starts_with("sha256:"));
    assert_eq!(tasks[6].external_id.len(), 7 + 64);
}

#[test]
fn blank_and_equal_responses_are_accepted_with_a_notice() {
    let mut report = Report::default();

    for raw in split(PAIRS) {
        let raw = raw.unwrap();
        let record = parse(Format::Pairs, Kind::Pair, raw.line, &raw.text).unwrap();
        record.notices(raw.line).into_iter().for_each(|notice| report.notice(notice));
    }

    let notices: Vec<_> = report.notices.iter().map(|n| (n.line, n.text.as_str())).collect();
    assert_eq!(notices, [(5, "response 1 is blank"), (7, "both responses are the same text")]);
}

#[test]
fn preferences_come_in_every_layout_with_the_chosen_response_first() {
    let tasks = tasks(Format::TrlPreference, TRL_PREFERENCE);

    assert_eq!(texts(&tasks[0]), ["Lima.", "Cusco."]);
    assert_eq!(tasks[0].external_id, "explicit");
    assert_eq!(tasks[0].responses[0].model.as_deref(), Some("north-7b"));
    assert_eq!(tasks[0].responses[1].model, None);
    assert_eq!(texts(&tasks[1]), [" Santiago.", " Valparaíso."]);
    assert_eq!(tasks[1].messages[0].role, Speaker::User);
    assert_eq!(texts(&tasks[2]), ["Sucre and La Paz.", "La Paz."]);
    assert_eq!(tasks[2].messages.len(), 3);
    assert_eq!(texts(&tasks[3]), ["Quito.", "Guayaquil."]);
    assert_eq!(tasks[3].messages[0].text(), "Capital of Ecuador?");
    assert!(tasks.iter().all(|task| task.metadata["imported_preference"] == "first"));
}

#[test]
fn two_pairs_of_one_prompt_are_two_tasks() {
    let tasks = tasks(Format::TrlPreference, TRL_PREFERENCE);

    assert_eq!(tasks[3].messages, tasks[4].messages);
    assert!(tasks[3].external_id.starts_with("shared:"));
    assert_ne!(tasks[3].external_id, tasks[4].external_id);
}

#[test]
fn outputs_are_read_from_a_list_over_many_lines() {
    let lines: Vec<_> = split(OUTPUTS).into_iter().map(|raw| raw.unwrap().line).collect();
    let records = read(Format::Outputs, OUTPUTS);

    assert_eq!(lines, [2, 8, 14]);
    let Ok(Record::Output(first)) = &records[0] else { panic!("{:?}", records[0]) };
    assert_eq!(first.messages[0].text(), "Write a list: [1, 2], {\"a\": 3}");
    assert_eq!(first.response.messages[0].text(), "[1, 2], {\"a\": \"\\\\\"}");
    assert_eq!(first.response.model.as_deref(), Some("north-7b"));
    assert_eq!(first.metadata["dataset"], "helpful_base");
    let notices = records[1].as_ref().unwrap().notices(8);
    assert_eq!(notices, [Notice::new(8, Remark::OutputBlank)]);
}

#[test]
fn an_output_may_use_the_other_words() {
    let output = output(r#"{"prompt": "Hi", "response": "Hello", "model": "m", "input": ""}"#);

    assert_eq!(
        (&*output.response.messages[0].text(), output.response.model.as_deref()),
        ("Hello", Some("m"))
    );
    assert_eq!(output.metadata["input"], "");
}

#[test]
fn a_bad_record_spoils_no_other() {
    let found: Vec<_> = read(Format::Pairs, BAD)
        .into_iter()
        .map(|record| record.map(|_| "a task").map_err(|error| (error.line, error.field)))
        .collect();

    let refused = |line, field: &str| Err((line, field.to_owned()));
    assert_eq!(
        found,
        [
            refused(1, "record"),
            refused(2, "record"),
            refused(3, "record"),
            Ok("a task"),
            refused(5, "responses[0].text"),
            refused(6, "prompt"),
        ]
    );
}

#[test]
fn a_long_text_is_kept_whole() {
    let text = "wörd \u{2028}".repeat(10_834);
    assert!(text.chars().count() > 65_000);
    let record = serde_json::json!({"prompt": text, "responses": [{"text": text}, {"text": "b"}]});

    let task = task(Format::Pairs, &record.to_string());

    assert_eq!(task.messages[0].text(), text);
    assert_eq!(task.responses[0].messages[0].text(), text);
}

fn response_ids(key: &IdKey, prompt: PromptId, task: &NewTask) -> Vec<ResponseId> {
    let samples = samples(task.responses.clone()).into_iter();
    let id = |(response, sample): (NewResponse, u32)| response_id(key, prompt, &response, sample);
    samples.map(id).collect()
}

#[test]
fn ids_depend_on_content_alone_and_never_change_between_versions() {
    let key = IdKey::new(ProjectId(uuid::Uuid::from_u128(7)), "a secret");
    let task = tasks(Format::Pairs, PAIRS).remove(0);

    let prompt = prompt_id(&key, &task.messages);
    let responses = response_ids(&key, prompt, &task);

    // Worked out from the description in `identity` by another program.
    assert_eq!(prompt.to_string(), "1f7eba28-ebd6-814d-8ce6-ad08dd641351");
    assert_eq!(responses[0].to_string(), "1f7eba28-ebd6-827b-9e4b-4ba95294188e");
    let of_text = |model: Option<&str>, text: &str, sample| {
        let response = NewResponse::of_text(model.map(Into::into), text.into());
        response_id(&key, prompt, &response, sample)
    };
    assert_eq!(responses[0], of_text(Some("north-7b"), "Lima.", 1));
    assert_eq!(task_id(&key, prompt, "plain").to_string(), "1f7eba28-ebd6-842c-ab16-18f729c8aebe");
    assert_eq!(
        content_hash(&task),
        "62e947a3bfaffcccdd7b4870ae4da2e13577f434f3b1579da75856c371be3a22"
    );
    assert_eq!(
        pair_external_id(prompt, responses[0], responses[1]),
        pair_external_id(prompt, responses[1], responses[0])
    );
}

#[test]
fn nobody_can_work_out_an_id_without_the_secret() {
    let project = ProjectId(uuid::Uuid::from_u128(7));
    let task = tasks(Format::Pairs, PAIRS).remove(0);
    let ids = |secret: &str| {
        let key = IdKey::new(project, secret);
        let prompt = prompt_id(&key, &task.messages);
        let responses = response_ids(&key, prompt, &task);
        (prompt, responses, task_id(&key, prompt, &task.external_id))
    };

    let (one, other) = (ids("a secret"), ids("another"));

    assert_ne!(one.0, other.0);
    assert!(one.1.iter().all(|id| !other.1.contains(id)));
    assert_ne!(one.2, other.2);
    assert_ne!(one.2.0.as_bytes()[..6], other.2.0.as_bytes()[..6]);
    // The same prompt id is not enough either.
    let [key, wrong] = ["a secret", ""].map(|secret| IdKey::new(project, secret));
    assert_ne!(task_id(&key, one.0, "plain"), task_id(&wrong, one.0, "plain"));
    assert!(!format!("{key:?}").contains("secret"));
}

#[test]
fn contents_that_differ_have_ids_that_differ() {
    let key = IdKey::new(ProjectId(uuid::Uuid::from_u128(7)), "a secret");
    let prompt = prompt_id(&key, &[]);
    let of_text = |model: Option<&str>, text: &str, sample| {
        let response = NewResponse::of_text(model.map(Into::into), text.into());
        response_id(&key, prompt, &response, sample)
    };
    let ids = [
        of_text(None, "a", 1),
        of_text(None, "", 1),
        of_text(Some(""), "a", 1),
        of_text(Some("a"), "", 1),
        of_text(Some("ab"), "c", 1),
        of_text(Some("a"), "bc", 1),
        of_text(Some("a"), "bc", 2),
    ];

    for (position, id) in ids.iter().enumerate() {
        assert!(!ids[..position].contains(id), "id {position} repeats");
    }
}

#[test]
fn two_responses_alike_in_all_have_two_ids() {
    let task =
        task(Format::Pairs, r#"{"prompt": "Hi", "responses": [{"text": "a"}, {"text": "a"}]}"#);
    let key = IdKey::new(ProjectId(uuid::Uuid::nil()), "");
    let prompt = prompt_id(&key, &task.messages);

    let ids = response_ids(&key, prompt, &task);

    assert_ne!(ids[0], ids[1]);
    let first = NewResponse::of_text(None, "a".into());
    assert_eq!(ids[0], response_id(&key, prompt, &first, 1));
}

#[test]
fn the_content_hash_sees_every_change_and_no_order_of_keys() {
    let record = r#"{"id": "a", "prompt": "Hi", "responses": [{"text": "a"}, {"text": "b"}], "#;
    let hash = |rest: &str| content_hash(&task(Format::Pairs, &format!("{record}{rest}}}")));

    let first = hash(r#""x": 1, "y": {"p": [1, 2], "q": null}"#);

    assert_eq!(first, hash(r#""y": {"q": null, "p": [1, 2]}, "x": 1"#));
    assert_ne!(first, hash(r#""x": 1, "y": {"p": [1], "q": [2, null]}"#));
    assert_ne!(first, hash(r#""x": "1", "y": {"p": [1, 2], "q": null}"#));
}
