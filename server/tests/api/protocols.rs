//! Protocols other than plain pairs, from the file that comes in to the file that goes out.

use std::collections::HashSet;

use domain::answers::{Answer, Answers};
use domain::judgment::{OwnJudgment, Replay, Verdict};
use domain::results::Results;
use domain::task::TaskToJudge;
use serde_json::{Value, json};

use crate::actor::{answer, judgment};
use crate::app::TestApp;
use crate::factory::{TestProject, sets};

/// The rows of an export.
async fn export(project: &TestProject<'_>, format: &str) -> Vec<Value> {
    let path = project.path(&format!("/exports/{format}"));
    let answer = project.manager.get::<Value>(&path).await;
    answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn texts(task: &TaskToJudge) -> Vec<String> {
    task.responses.iter().map(|response| response.text.clone()).collect()
}

/// Ranks what is shown by the number at the end of each text.
fn by_number(task: &TaskToJudge) -> Answers {
    let number = |text: &String| text.rsplit('.').next().unwrap().parse().unwrap();
    Answers { ranking: texts(task).iter().map(number).collect(), ..Answers::default() }
}

#[tokio::test]
async fn a_set_is_ranked_and_leaves_as_its_strict_pairs() {
    let app = TestApp::start().await;
    let protocol = json!({ "kind": "ranking", "ties": true });
    let project = app.project().overlap(4).protocol(protocol).create().await;
    project.imports(&sets(0..1, 4)).await;
    let mut orders = HashSet::new();
    let mut last = None;
    for name in ["ann", "bob", "cem", "dan"] {
        let rater = project.rater(name).await;
        let task = rater.gets_task(&[]).await;
        assert_eq!(task.responses.len(), 4);
        orders.insert(texts(&task));
        last = Some(rater.submits(task.assignment_id, &answer(by_number(&task))).await.created());
    }

    assert_eq!(orders.len(), 4, "each rater sees another order");
    let rows = export(&project, "trl_preference").await;
    let sides =
        |row: &Value| format!("{} {}", row["chosen"][0]["content"], row["rejected"][0]["content"]);
    assert_eq!(
        rows.iter().map(sides).collect::<Vec<_>>(),
        [
            "\"Answer 0.1\" \"Answer 0.2\"",
            "\"Answer 0.1\" \"Answer 0.3\"",
            "\"Answer 0.1\" \"Answer 0.4\"",
            "\"Answer 0.2\" \"Answer 0.3\"",
            "\"Answer 0.2\" \"Answer 0.4\"",
            "\"Answer 0.3\" \"Answer 0.4\"",
        ]
    );
    let table = export(&project, "judgments_jsonl").await;
    assert!(table.iter().all(|row| row["ranking"] == json!([1, 2, 3, 4])), "{table:?}");
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    let models: Vec<_> = results.models.iter().map(|model| model.model.as_str()).collect();
    assert_eq!(models, ["model-1", "model-2", "model-3", "model-4"]);
    assert_eq!((results.progress.judgments, results.majority), (4, None));
    assert!(results.pairs.is_empty() && results.agreement.is_none());
    assert_eq!(results.raters[0].shown_first_preferred, None);
    let [table] = &results.ranks[..] else { panic!("{:?}", results.ranks) };
    let ranks: Vec<_> = table.models.iter().map(|model| model.mean_rank).collect();
    assert_eq!((table.responses, ranks), (4, vec![1.0, 2.0, 3.0, 4.0]));
    let agreement = results.rank_agreement.unwrap();
    assert_eq!((agreement.tau_b, agreement.tasks, agreement.pairs.len()), (Some(1.0), 1, 6));
    let last: OwnJudgment = last.unwrap();
    let replay: Replay = project.manager.get(&format!("/judgments/{}", last.id)).await.ok();
    let shown: Vec<String> = replay.responses.into_iter().map(|response| response.text).collect();
    assert!(orders.contains(&shown));
    assert_eq!(replay.judgment.answers, last.answers);
}

#[tokio::test]
async fn a_ranking_that_leaves_something_open_is_refused_with_its_field() {
    let app = TestApp::start().await;
    let protocol = json!({ "kind": "ranking", "ties": false });
    let project = app.project().protocol(protocol).create().await;
    project.imports(&sets(0..1, 3)).await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;
    let ranked = |ranking: &[u8]| answer(Answers { ranking: ranking.into(), ..Answers::default() });

    for ranking in [&[1, 2][..], &[], &[1, 2, 2], &[1, 2, 4], &[0, 1, 2]] {
        let refused = ann.submits(task.assignment_id, &ranked(ranking)).await.refused(422);
        assert_eq!(refused["field"], "ranking", "{ranking:?}");
    }
    let refused = ann.submits(task.assignment_id, &judgment(Verdict::A)).await.refused(422);
    assert_eq!(refused["field"], "verdict");
    ann.submits(task.assignment_id, &ranked(&[3, 1, 2])).await.created();
}

#[tokio::test]
async fn the_best_and_the_worst_are_kept_as_shown_and_leave_with_sides_undone() {
    let app = TestApp::start().await;
    let project = app.project().protocol(json!({ "kind": "best_worst" })).create().await;
    project.imports(&sets(0..1, 3)).await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;
    let place = |text: &str| texts(&task).iter().position(|shown| shown == text).unwrap();
    let place = |text| u8::try_from(place(text)).unwrap();
    let (best, worst) = (Some(place("Answer 0.2")), Some(place("Answer 0.1")));

    ann.submits(task.assignment_id, &answer(Answers { best, worst, ..Answers::default() }))
        .await
        .created();

    let table = export(&project, "judgments_jsonl").await;
    assert_eq!(
        (&table[0]["best"], &table[0]["worst"]),
        (&json!("response_2"), &json!("response_1"))
    );
    assert_eq!(export(&project, "trl_preference").await.len(), 3);
    let unpaired = export(&project, "trl_unpaired").await;
    let labels: Vec<_> = unpaired.iter().map(|row| row["label"].as_bool().unwrap()).collect();
    assert_eq!(labels, [false, true]);
}

#[tokio::test]
async fn outputs_are_rated_one_by_one_and_leave_as_unpaired_data() {
    let app = TestApp::start().await;
    let levels = json!({ "look": "thumbs", "count": 2 });
    let protocol = json!({ "kind": "rating", "levels": levels });
    let project = app.project().protocol(protocol).create().await;
    let output = |model: &str, text: &str| {
        format!("{}\n", json!({ "instruction": "Hi?", "output": text, "generator": model }))
    };
    let file = output("model-x", "Good day.") + &output("model-y", "What?");
    assert_eq!(project.imports(&file).await.report.created, 2);
    assert_eq!(project.imports(&file).await.report.already_there, 2);
    let ann = project.rater("ann").await;
    for _ in 0..2 {
        let task = ann.gets_task(&[]).await;
        let rating = Some(if texts(&task) == ["Good day."] { 2 } else { 1 });
        ann.submits(task.assignment_id, &answer(Answers { rating, ..Answers::default() }))
            .await
            .created();
    }

    let mut rows: Vec<_> = export(&project, "trl_unpaired")
        .await
        .into_iter()
        .map(|row| format!("{} {}", row["completion"][0]["content"], row["label"]))
        .collect();
    rows.sort_unstable();
    assert_eq!(rows, ["\"Good day.\" true", "\"What?\" false"]);
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    let [rating] = &results.aspects[..] else { panic!("{:?}", results.aspects) };
    let levels = &rating.scales[0].models;
    assert_eq!((levels[0].model.as_str(), levels[0].mean), ("model-x", 2.0));
    assert_eq!((results.majority, results.raters[0].tie_share), (None, None));
    assert!(export(&project, "trl_preference").await.is_empty());
}

#[tokio::test]
async fn outputs_of_a_ranking_stand_together_in_one_task() {
    let app = TestApp::start().await;
    let project = app.project().protocol(json!({ "kind": "ranking" })).create().await;
    let output = |prompt: &str, model: &str| {
        let output =
            json!({ "instruction": prompt, "output": format!("By {model}."), "generator": model });
        format!("{output}\n")
    };
    let file: String = ["a", "b", "c"]
        .iter()
        .map(|model| output("Hi?", model))
        .chain([output("Alone?", "a")])
        .collect();

    assert_eq!(project.imports(&file).await.report.created, 1);

    let ann = project.rater("ann").await;
    assert_eq!(ann.gets_task(&[]).await.responses.len(), 3);
}

#[tokio::test]
async fn criteria_are_required_conditional_and_revised_with_the_judgment() {
    let app = TestApp::start().await;
    let stars = json!({ "levels": { "look": "stars", "count": 5 } });
    let list = json!([{ "key": "wrong", "name": "Wrong" }, { "key": "unsafe", "name": "Unsafe" }]);
    let protocol = json!({
        "kind": "pair",
        "scale": { "points": 3, "both_bad": true },
        "criteria": [
            { "key": "facts", "name": "Is it right?", "required": true, "form": stars },
            { "key": "style", "name": "Better style?", "form": { "pairwise": { "points": 3 } } },
            { "key": "why", "name": "Why?", "required": true, "when": ["both_bad"],
                "form": { "choices": { "list": list, "several": true } } },
        ],
        "confidence": true,
    });
    let project = app.project().tasks(1).protocol(protocol).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;
    let facts = |levels: [u8; 2]| ("facts".to_owned(), Answer::Levels(levels.map(Some).to_vec()));
    let mut new = judgment(Verdict::A);

    let without = ann.submits(task.assignment_id, &new).await.refused(422);
    new.answers.criteria = [facts([5, 2])].into();
    new.answers.confidence = Some(3);
    let first = ann.submits(task.assignment_id, &new).await.created();
    let mut correction = judgment(Verdict::BothBad);
    correction.revises = Some(first.id);
    correction.answers.criteria = [facts([1, 1])].into();
    let unexplained = ann.submits(task.assignment_id, &correction).await.refused(422);
    let why = Answer::Choices(vec!["unsafe".into()]);
    correction.answers.criteria.insert("why".into(), why);
    let second = ann.submits(task.assignment_id, &correction).await.created();
    let again = ann.submits(task.assignment_id, &correction).await.ok();
    correction.answers.confidence = Some(1);
    let other = ann.submits(task.assignment_id, &correction).await;

    assert_eq!(without["field"], "criteria.facts");
    assert_eq!(unexplained["field"], "criteria.why");
    assert_eq!(first.answers, new.answers);
    assert_eq!(second, again);
    other.refused(409);
    let table = export(&project, "judgments_jsonl").await;
    let x_first = task.responses[0].text.ends_with("x.");
    let (x, y) = if x_first { (5, 2) } else { (2, 5) };
    assert_eq!(
        (&table[0]["criterion.facts.1"], &table[0]["criterion.facts.2"]),
        (&json!(x), &json!(y))
    );
    assert_eq!((&table[0]["confidence"], &table[1]["confidence"]), (&json!(3), &Value::Null));
    assert_eq!(
        (&table[0]["criterion.why"], &table[1]["criterion.why"]),
        (&json!(""), &json!("unsafe"))
    );
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    let names: Vec<_> = results.aspects.iter().map(|aspect| aspect.name.as_str()).collect();
    assert_eq!(names, ["Is it right?", "Better style?", "Why?"]);
    assert_eq!(results.aspects[2].choices[1].judgments, 1);
}

#[tokio::test]
async fn the_kind_of_question_stays_once_tasks_were_brought_in() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ranking = json!({ "protocol": { "kind": "ranking", "ties": true } });
    let pair =
        json!({ "protocol": { "kind": "pair", "scale": { "points": 2, "both_bad": false } } });
    project.changes(ranking.clone()).await;
    let too_many =
        project.manager.uploads::<Value>(&project.path("/imports"), sets(0..1, 10)).await;
    project.changes(pair.clone()).await;
    project.changes(ranking.clone()).await;
    project.imports(&sets(0..1, 9)).await;

    let refused = project.manager.patch::<Value>(&project.path(""), pair).await.refused(422);
    let strict = json!({ "protocol": { "kind": "ranking", "ties": false } });
    let changed = project.changes(strict).await;

    assert_eq!(refused["field"], "kind");
    assert_eq!(changed.project.protocol_version, 5);
    let report = &too_many.with(422)["report"];
    assert_eq!(report["errors"][0]["reason"], "expected two to nine responses, found 10");
}
