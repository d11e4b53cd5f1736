//! A published study, replayed from import to export: 999 pairs, three raters, 2,997 labels.

use std::collections::HashMap;

use domain::batch::Batch;
use domain::export::Ledger;
use domain::id::TaskId;
use domain::import::{IdKey, prompt_id, task_id};
use domain::judgment::{OwnJudgment, Verdict};
use domain::results::Results;
use domain::task::{Message, NextTask};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::actor::{Rater, judgment};
use crate::app::TestApp;

const PAIRS: &str = include_str!("../data/pandalm/pairs.jsonl");
const LABELS: &str = include_str!("../data/pandalm/labels.jsonl");

#[derive(Deserialize)]
struct Pair {
    id: String,
    messages: Vec<Message>,
    responses: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

#[derive(Deserialize)]
struct Label {
    pair_id: String,
    annotator: String,
    label: String,
}

/// What one annotator said of every task, and which text is the first of its file.
struct Script {
    labels: HashMap<TaskId, String>,
    firsts: HashMap<TaskId, String>,
}

impl Script {
    fn of(annotator: &str, key: &IdKey) -> Self {
        let mut ids = HashMap::new();
        let mut firsts = HashMap::new();
        for Pair { id, messages, mut responses } in lines(PAIRS) {
            let task = task_id(key, prompt_id(key, &messages), &id);
            ids.insert(id, task);
            firsts.insert(task, responses.swap_remove(0).text);
        }
        let labels = lines::<Label>(LABELS)
            .filter(|label| label.annotator == annotator)
            .map(|label| (ids[&label.pair_id], label.label))
            .collect();
        Self { labels, firsts }
    }
}

fn lines<T: for<'a> Deserialize<'a>>(file: &str) -> impl Iterator<Item = T> {
    file.split('\n').filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).unwrap())
}

/// Judges every task as the annotator did, whichever side the server shows first; answers with
/// how often the file's first response was shown first.
async fn replay(rater: Rater, script: Script) -> usize {
    let mut shown_first = 0;
    loop {
        let task = match rater.claims(&[]).await.ok() {
            NextTask::Task(task) => task,
            NextTask::Finished => return shown_first,
            other => panic!("nothing to judge: {other:?}"),
        };
        let id = rater.task(task.assignment_id).await;
        let first_is_a = task.responses[0].text == script.firsts[&id];
        shown_first += usize::from(first_is_a);
        let verdict = match (script.labels[&id].as_str(), first_is_a) {
            ("tie", _) => Verdict::Tie,
            ("A", true) | ("B", false) => Verdict::A,
            _ => Verdict::B,
        };
        let _: OwnJudgment = rater.submits(task.assignment_id, &judgment(verdict)).await.created();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_published_figures_come_out_of_results_export_and_api() {
    let app = TestApp::start().await;
    let project = app.project().overlap(3).create().await;
    let import: Batch = project.imports(PAIRS).await;
    assert_eq!((import.report.created, import.report.n_notices), (999, 54));
    let raters =
        [project.rater("one").await, project.rater("two").await, project.rater("three").await];

    let [one, two, three] = [0, 1, 2].map(|n: usize| {
        let script = Script::of(&format!("annotator{}", n + 1), &project.key);
        replay(raters[n].clone(), script)
    });
    let shown_first = tokio::join!(one, two, three);

    for shown in [shown_first.0, shown_first.1, shown_first.2] {
        assert!((400..600).contains(&shown), "the first response stood first {shown} of 999 times");
    }
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    assert_eq!(results.progress.judgments, 2_997);
    assert_eq!(results.progress.tasks_complete, 999);
    let majority = results.majority.unwrap();
    let majority = (majority.tie, majority.first, majority.second);
    assert_eq!(majority, (105, 422, 472), "README of PandaLM");
    for (a, b, published) in [(0, 1, 0.8520), (0, 2, 0.8789), (1, 2, 0.8617)] {
        let ids = [raters[a].rater_id().await, raters[b].rater_id().await];
        let pair = results
            .pairs
            .iter()
            .find(|pair| ids.contains(&pair.rater_1) && ids.contains(&pair.rater_2))
            .unwrap();
        let kappa = pair.kappa.unwrap();
        assert!((kappa - published).abs() < 5e-5, "raters {a} and {b}: {kappa}");
        assert_eq!(pair.shared, 999);
    }
    assert_eq!(majority_of_long_table(&project).await, (105, 422, 472));
    let path = project.path("/exports/trl_preference/ledger?aggregation=majority");
    let ledger: Ledger = project.manager.get(&path).await.ok();
    assert!(ledger.balanced());
    assert_eq!(ledger.read, 2_997);
    // Of the 894 tasks with a majority 52 have a blank text; 842 share 762 pairs of texts.
    assert_eq!((ledger.left_out.blank_text, ledger.left_out.tie), (3 * 52, 3 * 105));
    assert_eq!((ledger.rows, ledger.duplicates), (762, 80));
    assert_eq!(ledger.used, 3 * (762 + 80));
}

/// Tie, first and second by majority, counted from the export of single judgments.
async fn majority_of_long_table(project: &crate::factory::TestProject<'_>) -> (i64, i64, i64) {
    let path = project.path("/exports/judgments_jsonl");
    let file = project.manager.get::<Value>(&path).await.text();
    let mut votes: HashMap<String, HashMap<String, i64>> = HashMap::new();
    for row in lines::<Value>(&file) {
        let [task, preferred] =
            ["external_id", "preferred"].map(|key| row[key].as_str().unwrap().to_owned());
        *votes.entry(task).or_default().entry(preferred).or_default() += 1;
    }
    let count = |side: &str| {
        let wins = votes.values().filter(|votes| votes.get(side).is_some_and(|n| *n >= 2));
        i64::try_from(wins.count()).unwrap()
    };
    assert_eq!(votes.len(), 999, "{}", json!(votes.len()));
    (count("tie"), count("response_1"), count("response_2"))
}
