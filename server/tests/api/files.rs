//! Files for training against the long table of the same project, asked for over REST.

use std::collections::{BTreeMap, BTreeSet};

use domain::answers::{Flag, Rewrite};
use domain::export::Ledger;
use domain::judgment::Verdict;
use domain::project::ProjectView;
use domain::task::{NextTask, TaskToJudge};
use serde_json::{Value, json};

use crate::actor::{Rater, judgment};
use crate::answer::Answer;
use crate::app::TestApp;
use crate::dice::Dice;
use crate::factory::TestProject;

/// Four answers to each of nine prompts, every two of them a task; and as many tasks with the same
/// texts under other ids, where the prompt has another space, too.
fn file(prompts: usize) -> String {
    let mut lines = String::new();
    for prompt in 0..prompts {
        for one in 0..4 {
            for other in one + 1..4 {
                for (twin, space) in [("a", " "), ("b", "  ")] {
                    let text = |n: usize| json!({ "model": format!("m{n}"), "text": format!("Answer {prompt}.{n}") });
                    let line = json!({
                        "id": format!("{prompt}-{one}-{other}-{twin}"),
                        "prompt": format!("Question{space}{prompt}?"),
                        "responses": [text(one), text(other)],
                    });
                    lines += &format!("{line}\n");
                }
            }
        }
    }
    lines
}

/// Judges whatever comes, with flags, rewrites, skips, corrections, and some too late.
async fn judges_at_random(rater: &Rater, mut dice: Dice, most: usize) {
    for _ in 0..most {
        let NextTask::Task(task) = rater.claims(&[]).await.ok() else { return };
        let TaskToJudge { assignment_id, responses, .. } = *task;
        if dice.below(12) == 0 {
            rater.skips(assignment_id).await.created();
            continue;
        }
        if dice.below(10) == 0 {
            rater.lets_leases_expire().await;
        }
        let verdicts =
            [Verdict::A, Verdict::B, Verdict::A, Verdict::B, Verdict::Tie, Verdict::BothBad];
        let mut new = judgment(verdicts[usize::try_from(dice.below(6)).unwrap()]);
        if dice.below(24) == 0 {
            let response = [None, Some(0), Some(1)][usize::try_from(dice.below(3)).unwrap()];
            new.answers.flags = vec![Flag { response, reason: "unsafe".into() }];
        }
        if dice.below(8) == 0 {
            let text = format!("{} indeed", responses[0].text);
            new.answers.rewrite = Some(Rewrite { of: Some(0), text });
        }
        let first = rater.submits(assignment_id, &new).await.created();
        if dice.below(8) == 0 {
            let mut correction = judgment(Verdict::B);
            correction.revises = Some(first.id);
            rater.submits(assignment_id, &correction).await.created();
        }
    }
}

async fn rows(project: &TestProject<'_>, format: &str) -> Vec<Value> {
    let answer: Answer = project.manager.get(&project.path(&format!("/exports/{format}"))).await;
    answer.expect(200);
    answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn content(messages: &Value) -> String {
    folded(messages.as_array().unwrap().last().unwrap()["content"].as_str().unwrap())
}

/// Prompts and texts that somebody has flagged and not corrected away.
fn flagged(table: &[Value]) -> BTreeSet<(String, String)> {
    let mut flagged = BTreeSet::new();
    for row in table.iter().filter(|row| row["superseded"] == false) {
        let messages: Value = serde_json::from_str(row["prompt"].as_str().unwrap()).unwrap();
        for flag in row["flags"].as_str().unwrap().split(';').filter(|flag| !flag.is_empty()) {
            let place = flag.split(':').next().unwrap();
            let text = row[place].as_str().map(folded).unwrap_or_default();
            flagged.insert((content(&messages), text));
        }
    }
    flagged
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_contradicts_itself_or_holds_what_was_flagged() {
    let app = TestApp::start().await;
    let scale = json!({ "points": 3, "both_bad": true });
    let flags = json!([{ "key": "unsafe", "name": "Unsafe" }]);
    let protocol = json!({ "kind": "pair", "scale": scale, "flags": flags, "rewrite": "optional" });
    let project = app.project().overlap(2).protocol(protocol).create().await;
    let _: ProjectView = project.changes(json!({ "repeat_share": 20 })).await;
    project.imports(&file(9)).await;
    for (seed, name) in [(3, "ann"), (5, "bob"), (8, "cleo")] {
        let rater = project.rater(name).await;
        judges_at_random(&rater, Dice(seed), 60).await;
    }

    let table = rows(&project, "judgments_jsonl").await;
    let flagged = flagged(&table);
    assert!(table.len() > 150 && flagged.len() > 1, "{} {flagged:?}", table.len());
    let is_flagged = |prompt: &str, text: &str| {
        [text, ""].iter().any(|text| flagged.contains(&(prompt.to_owned(), (*text).to_owned())))
    };
    let mut pairs = BTreeSet::new();
    let mut labels = BTreeSet::new();
    let mut best = BTreeSet::new();
    for format in ["trl_preference", "trl_unpaired", "trl_sft"] {
        let found = rows(&project, format).await;
        let path = project.path(&format!("/exports/{format}/ledger"));
        let ledger: Ledger = project.manager.get(&path).await.ok();
        let ids = found.iter().flat_map(|row| row["judgment_ids"].as_array().unwrap());
        let used: BTreeSet<_> = ids.map(|id| id.as_str().unwrap()).collect();
        assert!(ledger.balanced() && ledger.left_out.flagged > 0, "{ledger:?}");
        assert_eq!((ledger.read, ledger.rows), (table.len() as u64, found.len() as u64));
        assert_eq!(ledger.used, used.len() as u64);
        assert!(found.len() > 5, "{format} has {} rows", found.len());
        for row in &found {
            assert!(row.as_object().unwrap().keys().eq(found[0].as_object().unwrap().keys()));
            if format == "trl_preference" {
                let [prompt, one, other] =
                    ["prompt", "chosen", "rejected"].map(|key| content(&row[key]));
                assert!(!is_flagged(&prompt, &one) && !is_flagged(&prompt, &other), "{row}");
                let pair = (prompt, one.clone().min(other.clone()), one.max(other));
                assert!(pairs.insert(pair), "twice, or contradicted: {row}");
            } else if format == "trl_unpaired" {
                let [prompt, text] = ["prompt", "completion"].map(|key| content(&row[key]));
                assert!(!is_flagged(&prompt, &text), "{row}");
                assert!(labels.insert((prompt, text)), "twice, or contradicted: {row}");
            } else {
                let messages = row["messages"].as_array().unwrap();
                let prompt = folded(messages[0]["content"].as_str().unwrap());
                assert!(!is_flagged(&prompt, &content(&row["messages"])), "{row}");
                assert!(best.insert(prompt), "twice: {row}");
            }
        }
    }
    check_labels(&table, &rows(&project, "trl_unpaired").await);
}

/// Every label is what most of the verdicts on the text say, whichever task they are of.
fn check_labels(table: &[Value], rows: &[Value]) {
    let mut votes: BTreeMap<(String, String), i64> = BTreeMap::new();
    for row in table {
        let counts = row["superseded"] == false && row["counted"] == true && row["repeat_of"] == "";
        if !counts {
            continue;
        }
        let messages: Value = serde_json::from_str(row["prompt"].as_str().unwrap()).unwrap();
        let prompt = content(&messages);
        let mut vote = |text: &Value, good: i64| {
            *votes.entry((prompt.clone(), folded(text.as_str().unwrap()))).or_default() += good;
        };
        let (one, other) = match row["preferred"].as_str().unwrap() {
            "response_1" => (1, -1),
            "response_2" => (-1, 1),
            "both_bad" => (-1, -1),
            _ => (0, 0),
        };
        vote(&row["response_1"], one);
        vote(&row["response_2"], other);
        if row["rewrite"] != "" {
            vote(&row["rewrite"], 1);
        }
    }
    for row in rows {
        let sum = votes[&(content(&row["prompt"]), content(&row["completion"]))];
        assert!(sum != 0 && row["label"] == (sum > 0), "{sum}: {row}");
    }
}
