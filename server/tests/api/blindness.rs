//! A curious rater writes down all that the server says, and looks for what tells a repeat from any
//! other task, or a model from another.

use std::collections::{BTreeMap, BTreeSet};

use domain::assignment::Left;
use domain::id::{AssignmentId, ProjectId, TaskId};
use domain::import::{Format, IdKey, Record, parse, prompt_id, task_id};
use domain::judgment::Verdict;
use domain::protocol::Kind;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::actor::{Rater, judgment};
use crate::answer::Answer;
use crate::app::TestApp;

/// How many tasks a session has, repeats among them.
const TURNS: usize = 60;

/// What one turn of a session looked like: every step with its status, the fields and values of the
/// answer, and how the number of tasks left moved.
type Turn = BTreeMap<&'static str, String>;

#[tokio::test]
async fn nothing_in_a_session_separates_repeats_from_other_tasks() {
    let app = TestApp::start().await;
    let project = app.project().tasks(100).create().await;
    project.changes(json!({ "repeat_share": 40 })).await;
    let ann = project.rater("ann").await;
    // With the first judgment one's own work begins.
    ann.judges(ann.gets_task(&[]).await.assignment_id, Verdict::A).await.created();

    let mut turns: Vec<(AssignmentId, Turn)> = Vec::new();
    while turns.len() < TURNS {
        turns.push(turn(&ann, turns.len() % 10 == 9).await);
    }

    let sql = "select id from assignment where purpose = 'repeat'";
    let repeats: BTreeSet<AssignmentId> =
        app.database.column::<AssignmentId>(sql, &[]).await.into_iter().collect();
    assert!(repeats.len() > 5, "{} repeats: the test tests too little", repeats.len());
    let kinds = |is_repeat: bool, skips: bool| -> BTreeSet<&Turn> {
        let turns = turns.iter().enumerate().filter(|(n, _)| (n % 10 == 9) == skips);
        let turns = turns.map(|(_, turn)| turn);
        turns.filter(|(id, _)| repeats.contains(id) == is_repeat).map(|(_, turn)| turn).collect()
    };
    for skips in [false, true] {
        let (repeated, fresh) = (kinds(true, skips), kinds(false, skips));
        assert_eq!(fresh.len(), 1, "all turns are alike: {fresh:#?}");
        assert!(repeated.is_subset(&fresh), "{repeated:#?} {fresh:#?}");
    }
    let path = project.path("/judgments/mine");
    let listed: Vec<Value> = ann.get(&path).await.ok();
    let fields: BTreeSet<Vec<&String>> =
        listed.iter().map(|judgment| judgment.as_object().unwrap().keys().collect()).collect();
    assert_eq!(fields.len(), 1, "every judgment has the same fields: {fields:?}");
}

/// Does with the next task all that a rater can do.
async fn turn(ann: &Rater, skips: bool) -> (AssignmentId, Turn) {
    let mut turn = Turn::new();
    let before = left(ann).await;
    let claim: Answer = ann.post(&format!("/projects/{}/claims", ann.project), json!({})).await;
    let task = note(&mut turn, "claim", &claim);
    let id: AssignmentId = task["assignment_id"].as_str().unwrap().parse().unwrap();
    turn.insert("left after the claim", (left(ann).await - before).to_string());
    turn.insert("version of the id", format!("{:?}", id.0.get_version_num()));
    turn.insert("variant of the id", format!("{:?}", id.0.get_variant()));
    note(&mut turn, "look", &ann.get(&format!("/assignments/{id}")).await);
    let known = own_work(ann).await;
    if skips {
        let skip = json!({ "id": Uuid::now_v7(), "reason": "broken" });
        let path = format!("/assignments/{id}/skips");
        note(&mut turn, "skip", &ann.post(&path, &skip).await);
        note(&mut turn, "skip again", &ann.post(&path, &skip).await);
        turn.insert("left", (left(ann).await - before).to_string());
        turn.insert("work", (own_work(ann).await - known).to_string());
        return (id, turn);
    }
    let path = format!("/assignments/{id}/judgments");
    let new = judgment(Verdict::A);
    note(&mut turn, "judge", &ann.post(&path, &new).await);
    note(&mut turn, "judge again", &ann.post(&path, &new).await);
    note(&mut turn, "judge otherwise", &ann.post(&path, judgment(Verdict::B)).await);
    note(&mut turn, "look once more", &ann.get(&format!("/assignments/{id}")).await);
    note(&mut turn, "replay", &ann.get(&format!("/judgments/{}", new.id)).await);
    let earlier = format!("/projects/{}/judgments/earlier", ann.project);
    note(&mut turn, "go back", &ann.post(&earlier, json!({})).await);
    let mut correction = judgment(Verdict::B);
    correction.revises = Some(new.id);
    note(&mut turn, "correct", &ann.post(&path, &correction).await);
    turn.insert("left", (left(ann).await - before).to_string());
    turn.insert("work", (own_work(ann).await - known).to_string());
    (id, turn)
}

/// Notes status and shape of an answer: every field, and every value that is no text of its own.
fn note(turn: &mut Turn, step: &'static str, answer: &Answer) -> Value {
    let body: Value = serde_json::from_str(&answer.text()).unwrap_or_default();
    turn.insert(step, format!("{} {}", answer.status, shape(&body)));
    body
}

fn shape(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{key}: {}", shape(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => format!("{:?}", items.iter().map(shape).collect::<Vec<_>>()),
        Value::String(text) => match text.parse::<Uuid>() {
            Ok(id) => format!("id of version {}", id.get_version_num()),
            Err(_) => "text".to_owned(),
        },
        other => other.to_string(),
    }
}

async fn left(ann: &Rater) -> i64 {
    let left: Left = ann.get(&format!("/projects/{}/claims", ann.project)).await.ok();
    left.tasks
}

/// All numbers of one's own work, added up.
async fn own_work(ann: &Rater) -> i64 {
    let work: Value = ann.get("/account/work").await.ok();
    let numbers = work["projects"].as_array().unwrap().iter().flat_map(|project| {
        let project = project.as_object().unwrap().values();
        project.filter_map(Value::as_i64).collect::<Vec<_>>()
    });
    numbers.sum()
}

/// A repeat that was left to run out is there again at the end, as any other task is.
#[tokio::test]
async fn a_repeat_that_lapsed_comes_again_as_any_task_does() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(24).create().await;
    let ann = project.rater("ann").await;
    for _ in 0..22 {
        ann.judges(ann.gets_task(&[]).await.assignment_id, Verdict::A).await.created();
    }
    project.changes(json!({ "repeat_share": 100 })).await;
    let repeat = ann.gets_task(&[]).await.assignment_id;
    project.changes(json!({ "repeat_share": 0 })).await;
    let fresh = ann.gets_task(&[repeat]).await.assignment_id;
    ann.lets_leases_expire().await;
    // Another rater's claim frees what has lapsed.
    project.rater("bob").await.gets_task(&[]).await;

    let mut come = Vec::new();
    for _ in 0..3 {
        let task = ann.gets_task(&[]).await.assignment_id;
        ann.submits(task, &judgment(Verdict::A)).await.created();
        come.push(task);
    }

    assert!(come.contains(&repeat) && come.contains(&fresh));
    assert_eq!(left(&ann).await, 0);
}

#[tokio::test]
async fn texts_and_names_of_candidates_confirm_no_id() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let models: Vec<String> = (0..20).map(|n| format!("model-{n}")).collect();
    let line = |n: usize| {
        let pair = json!({
            "prompt": format!("Question {n}?"),
            "responses": [
                { "model": models[n], "text": format!("Answer {n}.") },
                { "model": models[(n + 7) % 20], "text": format!("Answer {n}!") },
            ],
        });
        format!("{pair}\n")
    };
    let file: String = (0..20).map(line).collect();
    project.imports(&file).await;
    let ann = project.rater("ann").await;

    for _ in 0..20 {
        let task = ann.gets_task(&[]).await;
        let texts: Vec<&str> = task.responses.iter().map(|shown| shown.text.as_str()).collect();
        for (first, second) in pairs_of(&models) {
            for texts in [[texts[0], texts[1]], [texts[1], texts[0]]] {
                let guess = guess(project.id, &task.prompt[0].text, texts, [first, second]);
                let known = ann.task(task.assignment_id).await;
                assert!(!guess.contains(&known), "{first} and {second}");
            }
        }
        ann.submits(task.assignment_id, &judgment(Verdict::A)).await.created();
    }
    let again = project.imports(&file).await;
    assert_eq!((again.report.created, again.report.already_there), (0, 20));
}

fn pairs_of(models: &[String]) -> impl Iterator<Item = (&str, &str)> {
    models.iter().flat_map(move |one| models.iter().map(move |other| (&**one, &**other)))
}

/// The ids that somebody would work out who knows all but the project's secret.
fn guess(project: ProjectId, prompt: &str, texts: [&str; 2], models: [&str; 2]) -> Vec<TaskId> {
    let response = |n: usize| json!({ "model": models[n], "text": texts[n] });
    let line = json!({ "prompt": prompt, "responses": [response(0), response(1)] }).to_string();
    let Ok(Record::Task(task)) = parse(Format::Pairs, Kind::Pair, 1, &line) else {
        panic!("no task: {line}")
    };
    let id = |secret: &str| {
        let key = IdKey::new(project, secret);
        task_id(&key, prompt_id(&key, &task.messages), &task.external_id)
    };
    vec![id(""), id("0"), id(&project.to_string())]
}
