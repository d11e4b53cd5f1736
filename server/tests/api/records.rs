//! Every record of an imported file is accounted for.

use domain::batch::{Batch, BatchState};
use domain::import::{Format, Records};
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::factory::TestProject;

/// Imports records, one a line, and answers with the import, whether it succeeded or not.
async fn imports(project: &TestProject<'_>, records: &[Value]) -> Batch {
    let file: String = records.iter().map(|record| format!("{record}\n")).collect();
    let answer = project.manager.uploads::<Batch>(&project.path("/imports"), file).await;
    let status = answer.status.as_u16();
    answer.with(status)
}

fn pair(id: &str, prompt: &str, text: &str) -> Value {
    json!({ "id": id, "prompt": prompt, "responses": [{ "text": text }, { "text": "no" }] })
}

fn output(model: &str, prompt: &str, text: &str) -> Value {
    json!({ "instruction": prompt, "output": text, "generator": model })
}

fn levels() -> Value {
    json!({ "look": "thumbs", "count": 2 })
}

fn notices(import: &Batch) -> Vec<(u64, &str)> {
    import.report.notices.iter().map(|notice| (notice.line, notice.text.as_str())).collect()
}

#[tokio::test]
async fn one_id_with_two_contents_in_one_file_is_an_error_that_names_both_lines() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let records = [
        pair("k1", "First wording?", "yes"),
        pair("k2", "Another?", "yes"),
        pair("k1", "Second wording?", "yes"),
        pair("k1", "First wording?", "yes indeed"),
    ];

    let import = imports(&project, &records).await;

    let report = import.report;
    let words = "line 1 has the same id with other content; \
                 give each record an id of its own, or remove one";
    let errors: Vec<_> =
        report.errors.iter().map(|error| (error.line, &*error.field, &*error.reason)).collect();
    assert_eq!(errors, [(3, "id", words), (4, "id", words)]);
    let expected = Records { total: 4, wrong: 2, held_back: 2, ..Records::default() };
    assert_eq!((import.state, report.records), (BatchState::Failed, expected));
    assert_eq!(app.database.number("select count(*) from task", &[]).await, 0);
}

#[tokio::test]
async fn a_record_that_is_in_the_file_twice_is_counted_as_repeated() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let nameless = |score: i32| json!({ "prompt": "P?", "responses": [{ "text": "a" }, { "text": "b" }], "score": score });
    imports(&project, &[pair("old", "Old?", "yes"), pair("other", "Other?", "yes")]).await;
    let records = [
        pair("new", "New?", "yes"),
        pair("old", "Old?", "yes"),
        pair("new", "New?", "yes"),
        pair("other", "Other?", "changed"),
        nameless(1),
        nameless(2),
        pair("new", "New?", "yes"),
    ];

    let import = imports(&project, &records).await;

    let expected = Records {
        total: 7,
        new: 2,
        already_there: 1,
        changed: 1,
        repeated: 3,
        ..Records::default()
    };
    assert_eq!((import.state, import.report.records), (BatchState::Completed, expected));
    let (created, there, changed) =
        (import.report.created, import.report.already_there, import.report.changed);
    assert_eq!((created, there, changed), (2, 1, 1));
    let words = "repeats line 5 and differs only in other keys; line 5 is kept";
    assert_eq!(notices(&import), [(6, words)]);
}

#[tokio::test]
async fn equal_outputs_of_one_model_are_samples_where_they_differ_in_other_keys() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let sample = |text: &str, seconds: f64| json!({ "prompt": "P?", "output": text, "model": "mx", "seconds": seconds });
    let records =
        [sample("a", 1.0), sample("a", 2.0), sample("b", 1.0), sample("a", 2.0), sample("a", 1.0)];

    let import = imports(&project, &records).await;
    let again = imports(&project, &records).await;

    let expected = Records { total: 5, new: 3, repeated: 2, ..Records::default() };
    assert_eq!((import.report.records, import.report.created), (expected, 3));
    let expected = Records { total: 5, already_there: 3, repeated: 2, ..Records::default() };
    assert_eq!((again.report.records, again.report.created), (expected, 0));
    let samples = "select count(*) from response where sample = 2";
    assert_eq!(app.database.number(samples, &[]).await, 1);
    assert_eq!(app.database.number("select count(*) from model", &[]).await, 1);
}

#[tokio::test]
async fn a_thousand_records_with_five_hundred_ids_never_lose_one() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let records = |other: &str| -> Vec<Value> {
        let record = |n: usize| {
            let text = if n < 500 { "yes" } else { other };
            pair(&(n % 500).to_string(), &format!("Question {}?", n % 500), text)
        };
        (0..1_000).map(record).collect()
    };

    let differ = imports(&project, &records("indeed")).await;
    let repeat = imports(&project, &records("yes")).await;

    assert_eq!((differ.report.records.wrong, differ.report.records.held_back), (500, 500));
    assert_eq!((repeat.report.records.new, repeat.report.records.repeated), (500, 500));
    assert!(differ.report.records.add_up() && repeat.report.records.add_up());
}

#[tokio::test]
async fn records_and_tasks_of_outputs_are_both_counted_and_prompts_without_a_task_are_named() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let mut records = Vec::new();
    for n in 0..3 {
        let prompt = format!("Question {n}: name something.");
        records.extend(["mx", "my"].map(|model| output(model, &prompt, &format!("{model} {n}"))));
    }
    records.extend([3, 4].map(|n| output("mx", &format!("Question {n}: name something."), "mx")));
    records.push(records[0].clone());

    let import = imports(&project, &records).await;
    let again = imports(&project, &records[..6]).await;
    let rest = imports(&project, &[output("my", "Question 4: name something.", "my")]).await;

    let report = &import.report;
    let expected = Records { total: 9, new: 8, repeated: 1, ..Records::default() };
    assert_eq!((report.records, report.created, report.without_task), (expected, 3, 2));
    let words = |n: usize| {
        format!(
            "no task: the prompt has one answer only (of mx): \"Question {n}: name something.\""
        )
    };
    assert_eq!(notices(&import), [(7, &*words(3)), (8, &*words(4))]);
    let expected = Records { total: 6, already_there: 6, ..Records::default() };
    assert_eq!((again.report.records, again.report.created), (expected, 0));
    assert_eq!((rest.report.created, rest.report.without_task), (1, 0));
}

#[tokio::test]
async fn a_file_of_one_model_says_that_it_makes_no_task() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let records: Vec<_> =
        (0..1_200).map(|n| output("mx", &format!("Question {n}?"), "Yes.")).collect();

    let import = imports(&project, &records).await;

    let report = import.report;
    assert_eq!((report.records.new, report.created, report.without_task), (1_200, 0, 1_200));
    assert_eq!((report.notices.len(), report.n_notices), (1_000, 1_200));
}

#[tokio::test]
async fn samples_of_one_model_are_paired_ranked_or_rated() {
    let app = TestApp::start().await;
    let samples: Vec<Value> = ["joke", "fact"]
        .iter()
        .flat_map(|what| (0..4).map(move |n| (what, n)))
        .map(|(what, n)| json!({ "prompt": what, "response": format!("{what} {n}"), "model": "p" }))
        .collect();
    let kinds = [
        (json!({ "kind": "pair", "scale": { "points": 2, "both_bad": false } }), 12),
        (json!({ "kind": "ranking" }), 2),
        (json!({ "kind": "best_worst" }), 2),
        (json!({ "kind": "rating", "levels": levels() }), 8),
    ];

    for (kind, tasks) in kinds {
        let project = app.project().protocol(kind.clone()).create().await;

        let import = imports(&project, &samples).await;

        let report = import.report;
        assert_eq!(import.format, Some(Format::Outputs), "{kind}");
        assert_eq!(
            (report.records.new, report.created, report.without_task),
            (8, tasks, 0),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn answers_that_cannot_be_compared_are_named() {
    let app = TestApp::start().await;
    let ranking = app.project().protocol(json!({ "kind": "ranking" })).create().await;
    let pairs = app.project().create().await;
    let many: Vec<_> = (0..101).map(|n| output(&format!("m{n}"), "Q?", &format!("{n}"))).collect();

    let ten = imports(&ranking, &many[..10]).await;
    let hundred = imports(&pairs, &many).await;

    let words = |n: usize, most: usize| {
        format!("no task: the prompt has {n} answers, and at most {most} are possible: \"Q?\"")
    };
    assert_eq!(notices(&ten), [(1, &*words(10, 9))]);
    assert_eq!(notices(&hundred), [(1, &*words(101, 100))]);
}

#[tokio::test]
async fn outputs_without_a_model_come_in_and_keep_their_other_keys() {
    let app = TestApp::start().await;
    let pairs = app.project().create().await;
    let ratings =
        app.project().protocol(json!({ "kind": "rating", "levels": levels() })).create().await;
    let record = |text: &str, score: f64| json!({ "prompt": "Tell a joke.", "response": text, "score": score });
    let records = [record("Knock knock.", 0.5), record("A horse walks in.", 2.0)];

    let paired = imports(&pairs, &records).await;
    let rated = imports(&ratings, &records).await;

    assert_eq!((paired.report.created, rated.report.created), (1, 2));
    assert_eq!((paired.report.records.new, rated.report.records.new), (2, 2));
}
