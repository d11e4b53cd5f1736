//! Files as people have them, each with what becomes of it: it comes in, or is refused in words
//! that help.

use std::path::Path;

use serde_json::json;

use super::super::{Intake, Item};
use super::{parse, task};
use crate::import::{Format, Record};
use crate::protocol::Kind;
use crate::task::{Message, NewResponse, NewTask};

/// What a file turned out to hold.
#[derive(Debug, Default)]
struct Outcome {
    format: Option<Format>,
    records: Vec<Record>,
    /// As a reader sees them.
    errors: Vec<String>,
    notices: Vec<String>,
}

fn read(name: &str, kind: Kind) -> Outcome {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name);
    let bytes = std::fs::read(path).unwrap();
    let mut intake = Intake::new(kind, None);
    let mut items: Vec<Item> = bytes.chunks(13).flat_map(|chunk| intake.push(chunk)).collect();
    let (rest, format) = intake.finish();
    items.extend(rest);
    let mut outcome = Outcome { format, ..Outcome::default() };
    for item in items {
        match item {
            Item::Record(raw, record) => {
                let notices = record.notices(raw.line).into_iter();
                outcome.notices.extend(notices.map(|it| format!("line {}: {}", it.line, it.text)));
                outcome.records.push(record);
            }
            Item::Wrong(error) | Item::Unknown { error, .. } | Item::Refused(error) => {
                outcome.errors.push(error.to_string());
            }
        }
    }
    outcome
}

/// Reads a file that comes in whole.
fn comes_in(name: &str, format: Format, n: usize) -> Outcome {
    let outcome = read(name, Kind::Pair);

    assert_eq!(outcome.errors, [""; 0], "{name}");
    assert_eq!((outcome.format, outcome.records.len()), (Some(format), n), "{name}");
    outcome
}

/// The one error of a file that is refused.
fn refused(name: &str) -> String {
    let outcome = read(name, Kind::Pair);

    assert_eq!((outcome.records.len(), outcome.errors.len()), (0, 1), "{name}: {outcome:?}");
    outcome.errors.into_iter().next().unwrap()
}

#[test]
fn public_files_in_a_known_shape_come_in() {
    let files = [
        ("formats/helpsteer2.jsonl", Format::Outputs, 6),
        ("formats/pretty_objects_one_after_another.json", Format::TrlPreference, 3),
        ("formats/prompt_completion_no_model.jsonl", Format::Outputs, 3),
        ("formats/trl_unpaired_kto.jsonl", Format::Outputs, 6),
        ("formats/trl_unpaired_text.jsonl", Format::Outputs, 6),
    ];

    for (name, format, n) in files {
        comes_in(name, format, n);
    }
}

#[test]
fn an_unknown_shape_is_answered_once_by_the_keys_that_were_found() {
    let files = [
        ("alpaca_eval_annotations.json", 2, "instruction, output_1, generator_1"),
        ("arena_140k.jsonl", 1, "id, model_a, model_b, winner"),
        ("arena_hard_v2_answers.jsonl", 1, "uid, ans_id, model, messages"),
        ("argilla_v2_records.jsonl", 1, "id, status, fields, metadata"),
        ("distilabel_orca_dpo.jsonl", 1, "system, input, chosen, rejected"),
        ("helpsteer3_preference.jsonl", 1, "domain, language, context, response1"),
        ("hh_rlhf.jsonl", 1, "chosen, rejected"),
        ("label_studio_pairwise_export.json", 2, "id, annotations, data"),
        ("langfuse_observations.jsonl", 1, "id, traceId, type"),
        ("langsmith_dataset.jsonl", 1, "inputs, outputs, metadata"),
        ("llamafactory_alpaca_dpo.json", 2, "instruction, input, chosen, rejected"),
        ("llamafactory_sharegpt_dpo.jsonl", 1, "conversations, chosen, rejected"),
        ("lm_eval_samples.jsonl", 1, "doc_id, doc, target"),
        ("mix_instruct.jsonl", 1, "id, instruction, input, output, candidates"),
        ("mt_bench_human_judgments.jsonl", 1, "question_id, model_a"),
        ("nectar_7way.jsonl", 1, "prompt, answers"),
        ("oasst_trees.jsonl", 1, "message_tree_id, tree_state, prompt"),
        ("openai_batch_input.jsonl", 1, "custom_id, method, url, body"),
        ("openai_batch_output.jsonl", 1, "id, custom_id, response"),
        ("openai_chat_messages_sft.jsonl", 1, "messages"),
        ("openai_preference.jsonl", 1, "input, preferred_output, non_preferred_output"),
        ("orca_dpo_pairs.jsonl", 1, "system, question, chosen, rejected"),
        ("prodigy_choice.jsonl", 1, "text, options"),
        ("sharegpt_conversations.jsonl", 1, "id, conversations"),
        ("shp.jsonl", 1, "post_id, domain"),
        ("vllm_batch_output.jsonl", 1, "id, custom_id, response"),
        ("vllm_offline_dump.jsonl", 1, "prompt, outputs, request_id"),
    ];

    for (name, line, keys) in files {
        let error = refused(&format!("formats/{name}"));
        let start = format!("line {line}: record: unknown format; found: {keys}");
        assert!(error.starts_with(&start), "{name}: {error}");
        assert!(error.contains("trl_preference: {prompt, chosen, rejected}"), "{name}: {error}");
    }
}

#[test]
fn one_object_around_a_list_names_the_list() {
    let files = [
        ("object_with_list.json", "data", 3),
        ("llm_comparator.json", "examples", 3),
        ("inspect_log.json", "samples", 3),
    ];

    for (name, key, items) in files {
        let words = format!(
            "line 1: record: the file is one object around a list: its key \"{key}\" holds {items} \
             objects; save that list alone as a file and import it"
        );
        assert_eq!(refused(&format!("formats/{name}")), words, "{name}");
    }
}

#[test]
fn tables_and_packed_files_say_how_to_convert_them() {
    let tables = [
        ("arena_55k.csv", "id, model_a, model_b, prompt, response_a, response_b"),
        ("prompt_chosen_rejected.csv", "prompt, chosen, rejected;"),
        ("two_columns.csv", "prompt, gpt-x, llama-y;"),
        ("votes.csv", "task, prompt, response_a, response_b, model_a, model_b, rater, winner, at;"),
    ];

    for (name, columns) in tables {
        let error = refused(&format!("formats/{name}"));
        let start = format!("line 1: file: this is a table (CSV) with the columns {columns}");
        assert!(error.starts_with(&start), "{name}: {error}");
        assert!(error.contains("pandas.read_csv(\"in.csv\").to_json("), "{name}: {error}");
    }
    let error = refused("formats/ultrafeedback_binarized.parquet");
    assert!(error.starts_with("file: this is a Parquet file"), "{error}");
    assert!(error.contains("pandas.read_parquet"), "{error}");
}

/// The one task of a file.
fn only_task(name: &str, format: Format) -> NewTask {
    let mut outcome = comes_in(name, format, 1);
    match outcome.records.remove(0) {
        Record::Task(task) => task,
        Record::Output(output) => panic!("expected a task, found {output:?}"),
    }
}

#[test]
fn tool_calls_come_in_with_their_results_and_as_they_were() {
    let calls = json!([{ "id": "c1", "type": "function", "function": {
        "name": "weather", "arguments": "{\"town\": \"Bern\"}"
    } }]);
    for name in
        ["cases/i09_tool_call_null_content.jsonl", "cases/i10_tool_call_empty_content.jsonl"]
    {
        let task = only_task(name, Format::Pairs);

        let shown: Vec<_> = task.messages.iter().map(|message| message.text()).collect();
        let call = "weather({\"town\": \"Bern\"})";
        assert_eq!(shown, ["Is it cold in Bern?", call, "{\"celsius\": 11}"], "{name}");
        let written = json!(task.messages);
        let called = json!({ "role": "assistant", "content": "", "tool_calls": calls });
        assert_eq!(written[1], called, "{name}");
        assert_eq!(written[2]["tool_call_id"], "c1", "{name}");
    }
    let with_tools = only_task("cases/i09_tool_call_null_content.jsonl", Format::Pairs);
    assert_eq!(with_tools.metadata["tools"][0]["function"]["name"], "weather");
}

#[test]
fn preferences_may_call_tools_on_either_side_or_in_the_prompt() {
    let sides = comes_in("formats/trl_toolcall_preference.jsonl", Format::TrlPreference, 3);
    let prompt = comes_in("formats/trl_toolcall_in_prompt.jsonl", Format::TrlPreference, 3);

    let Record::Task(task) = &sides.records[0] else { panic!("a task") };
    let roles = |messages: &[Message]| -> Vec<_> {
        messages.iter().map(|message| message.role.name()).collect()
    };
    assert_eq!(roles(&task.messages), ["user"]);
    assert_eq!(roles(&task.responses[0].messages), ["assistant", "tool", "assistant"]);
    assert_ne!(task.responses[0], task.responses[1]);
    let Record::Task(task) = &prompt.records[0] else { panic!("a task") };
    assert_eq!(roles(&task.messages), ["user", "assistant", "tool"]);
    assert_eq!(task.messages[2].name.as_deref(), Some("timer"));
}

#[test]
fn words_that_are_not_json_are_named_with_line_and_key() {
    let outcome = read("cases/i01_nan.jsonl", Kind::Pair);

    assert_eq!(outcome.errors, ["line 1: score_chosen: NaN is not JSON; write null"]);
    assert_eq!(outcome.records.len(), 1);
}

#[test]
fn conversations_that_differ_early_stand_side_by_side_after_what_they_share() {
    let task = only_task("cases/i08_diverging_turns.jsonl", Format::TrlPreference);

    let texts = |messages: &[Message]| -> Vec<_> {
        messages.iter().map(|message| message.text().into_owned()).collect()
    };
    assert_eq!(texts(&task.messages), ["Hello"]);
    let [chosen, rejected] = &task.responses[..] else { panic!("two responses") };
    let words = ["Hello! How can I help?", "Soup?", "Try leek and potato."];
    assert_eq!(texts(&chosen.messages), words);
    assert_eq!(texts(&rejected.messages), ["What.", "Soup?", "No."]);
}

#[test]
fn conversations_that_share_nothing_are_refused() {
    let side = |user: &str| json!([{ "role": "user", "content": user }, { "role": "assistant", "content": "x" }]);
    let record = json!({ "chosen": side("a"), "rejected": side("b") }).to_string();

    let error = parse(Format::TrlPreference, Kind::Pair, 1, &record).unwrap_err();

    let words = "the conversations in chosen and rejected must start with the same message";
    assert_eq!((error.field.as_str(), error.reason.as_str()), ("rejected[0]", words));
}

#[test]
fn a_prompt_that_both_sides_repeat_is_there_once() {
    let asked = json!([{ "role": "user", "content": "Bird?" }]);
    let side = |text: &str| json!([{ "role": "user", "content": "Bird?" }, { "role": "assistant", "content": text }]);
    let record = json!({ "prompt": asked, "chosen": side("Wren"), "rejected": side("Cat") });

    let task = task(Format::TrlPreference, &record.to_string());

    assert_eq!(json!(task.messages), asked);
    assert_eq!(task.responses[0], NewResponse::of_text(None, "Wren".into()));
}

#[test]
fn text_parts_are_text() {
    let outcome = comes_in("cases/i12_content_parts.jsonl", Format::Pairs, 1);

    assert_eq!(outcome.records[0].messages()[0].text(), "Describe a lighthouse.");
}

#[test]
fn a_developer_message_keeps_its_role() {
    let outcome = comes_in("cases/i16_developer_role.jsonl", Format::Pairs, 1);

    let message = &outcome.records[0].messages()[0];
    let text = serde_json::to_string(message).unwrap();
    assert_eq!(text, r#"{"role":"developer","content":"Answer in one word."}"#);
    assert!(message.role.instructs());
    assert_eq!(outcome.notices, [""; 0]);
}

#[test]
fn turns_that_chat_templates_refuse_are_noticed() {
    let twice = comes_in("cases/i14_two_users_in_a_row.jsonl", Format::Pairs, 1);
    let first = comes_in("cases/i15_assistant_first.jsonl", Format::Pairs, 1);

    let words = "line 1: two user messages in a row; some chat templates refuse that";
    assert_eq!(twice.notices, [words]);
    let words =
        "line 1: the conversation starts with the assistant; some chat templates refuse that";
    assert_eq!(first.notices, [words]);
}

#[test]
fn outputs_may_lack_a_model_or_come_from_one_alone() {
    comes_in("cases/i24_outputs_without_model.jsonl", Format::Outputs, 2);
    comes_in("cases/i22_best_of_n_one_model.jsonl", Format::Outputs, 8);
    comes_in("cases/i21_outputs_missing_for_one_model.jsonl", Format::Outputs, 8);
}

#[test]
fn models_are_found_under_either_name() {
    let outcome = comes_in("cases/i45_model_in_other_fields.jsonl", Format::TrlPreference, 1);

    let Record::Task(task) = &outcome.records[0] else { panic!("a task") };
    let models: Vec<_> = task.responses.iter().map(|response| response.model.as_deref()).collect();
    assert_eq!(models, [Some("mx"), Some("my")]);
    assert_eq!(task.metadata["chosen-rating"], 5.0);
}

#[test]
fn reasoning_is_kept_and_noticed() {
    let outcome = comes_in("cases/i49_reasoning_content.jsonl", Format::TrlPreference, 1);

    let Record::Task(task) = &outcome.records[0] else { panic!("a task") };
    let answer = &task.responses[0].messages[0];
    assert_eq!(answer.reasoning_content.as_deref(), Some("Two and two make four."));
    assert_eq!(answer.text(), "Two and two make four.\n\n4");
    assert_eq!(outcome.notices, ["line 1: the reasoning is shown to raters, folded"]);
}

#[test]
fn parts_keep_their_order_and_images_are_noticed() {
    let record = json!({ "prompt": [{ "role": "user", "name": "ann", "content": [
        { "type": "text", "text": "What is this?" },
        { "type": "image_url", "image_url": { "url": "https://example.org/a.png" } },
    ] }], "responses": [{ "text": "A wren." }, { "text": "A cat.", "reasoning_content": "Fur." }] });

    let record = parse(Format::Pairs, Kind::Pair, 1, &record.to_string()).unwrap();

    let text = "What is this?\n\n[image: https://example.org/a.png]";
    assert_eq!(record.messages()[0].text(), text);
    assert_eq!(record.messages()[0].name.as_deref(), Some("ann"));
    let notices: Vec<_> = record.notices(1).into_iter().map(|notice| notice.text).collect();
    let image = "images are not shown; raters see a placeholder";
    assert_eq!(notices, ["the reasoning is shown to raters, folded", image]);
}

#[test]
fn a_response_may_be_a_whole_conversation() {
    let turns = json!([
        { "role": "assistant", "content": "Which town?" },
        { "role": "user", "content": "Bern." },
        { "role": "assistant", "content": "Cold." },
    ]);
    let record =
        json!({ "prompt": "Weather?", "responses": [{ "messages": turns }, { "text": "Warm." }] });
    let unfinished = json!({ "prompt": "Weather?", "responses": [
        { "messages": [{ "role": "user", "content": "Bern." }] }, { "text": "Warm." }
    ] });

    let task = task(Format::Pairs, &record.to_string());
    let error = parse(Format::Pairs, Kind::Pair, 1, &unfinished.to_string()).unwrap_err();

    assert_eq!(json!(task.responses[0].messages), turns);
    assert_eq!(error.field, "responses[0].messages[0].role");
}

#[test]
fn further_keys_are_kept() {
    let outcome = comes_in("cases/m1_metadata.jsonl", Format::Pairs, 1);

    let Record::Task(task) = &outcome.records[0] else { panic!("a task") };
    assert_eq!(task.tags(), ["food", "fr"]);
    assert_eq!(task.metadata["tags"], json!(["food", "fr"]));
    assert_eq!(task.metadata["responses[0].score"], 0.7);
}

#[test]
fn a_record_like_no_format_among_others_is_an_error_of_its_line() {
    let file =
        "{\"a\": 1}\n{\"prompt\": \"p\", \"chosen\": \"c\", \"rejected\": \"r\"}\n{\"b\": 2}\n";
    let mut intake = Intake::new(Kind::Pair, None);

    let items = intake.push(file.as_bytes());

    let shown: Vec<String> = items
        .into_iter()
        .chain(intake.finish().0)
        .map(|item| match item {
            Item::Record(raw, _) => format!("line {}", raw.line),
            Item::Wrong(error) | Item::Unknown { error, .. } | Item::Refused(error) => {
                error.to_string().chars().take(40).collect()
            }
        })
        .collect();
    assert_eq!(
        shown,
        [
            "line 1: record: unknown format; found: a",
            "line 2",
            "line 3: chosen: expected text or a list ",
        ]
    );
}

#[test]
fn a_file_of_another_format_than_was_chosen_says_so_once() {
    let file = "{\"prompt\": \"p\", \"chosen\": \"c\", \"rejected\": \"r\"}\n".repeat(5);
    let mut intake = Intake::new(Kind::Pair, Some(Format::Pairs));

    let before = intake.push(file.as_bytes());
    let (items, _) = intake.finish();

    assert!(before.is_empty());
    let [Item::Unknown { records: 5, error }] = &items[..] else { panic!("{items:?}") };
    let start = "not of the format pairs, which has {prompt | messages, responses: […]}; \
                 found: prompt, chosen, rejected.";
    assert!(error.reason.starts_with(start), "{}", error.reason);
}
