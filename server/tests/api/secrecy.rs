//! What raters must not know never reaches them: every byte they receive is searched.

use domain::judgment::Verdict;
use serde_json::{Value, json};

use crate::actor::{Rater, judgment};
use crate::answer::Answer;
use crate::app::TestApp;

#[tokio::test]
async fn no_byte_that_a_rater_receives_tells_a_secret_of_the_task() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).create().await;
    project.imports(&planted()).await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let others = project.as_rater(&project.manager);
    bob.judges(bob.gets_task(&[]).await.assignment_id, Verdict::A).await.created();
    others.gets_task(&[]).await;

    let received = a_session_of(&ann).await;

    for secret in [
        "planted",
        &bob.id.to_string(),
        &bob.email,
        &others.email,
        "presentation",
        "position",
        "external_id",
        "seed",
    ] {
        assert!(!received.contains(secret), "{secret} in {received}");
    }
    assert!(received.contains("Question "), "{received}");
}

/// Tasks whose models, ids and gold answers have names to look for.
fn planted() -> String {
    let line = |n: usize| {
        let pair = json!({
            "id": format!("planted-id-{n}"),
            "prompt": format!("Question {n}?"),
            "responses": [
                { "model": "planted-model-x", "text": format!("Answer {n}."), "score": "planted" },
                { "model": "planted-model-y", "text": format!("Answer {n}!") },
            ],
            "gold": "planted-gold",
            "category": "planted-category",
        });
        format!("{pair}\n")
    };
    (0..8).map(line).collect()
}

/// Everything that a rater is sent, headers and bodies, while she does all that she can.
async fn a_session_of(ann: &Rater) -> String {
    let mut received = String::new();
    let mut hear = |answer: Answer| {
        received += &format!("{:?}\n{}\n", answer.headers, answer.text());
        serde_json::from_str::<Value>(&answer.text()).unwrap_or_default()
    };
    let of_project = |rest: &str| format!("/projects/{}{rest}", ann.project);
    for path in ["/session", "/account", "/projects"] {
        hear(ann.get(path).await);
    }
    for turn in ["judge", "judge", "skip", "repeat"] {
        let claim: Answer = ann.post(&of_project("/claims"), json!({})).await;
        let task = hear(claim)["assignment_id"].as_str().unwrap().to_owned();
        hear(ann.get(&format!("/assignments/{task}")).await);
        if turn == "skip" {
            let skip = json!({ "id": uuid::Uuid::now_v7(), "reason": "broken" });
            hear(ann.post(&format!("/assignments/{task}/skips"), skip).await);
            continue;
        }
        let new = judgment(Verdict::A);
        let path = format!("/assignments/{task}/judgments");
        hear(ann.post(&path, &new).await);
        hear(ann.post(&path, &new).await);
        hear(ann.post(&path, judgment(Verdict::B)).await);
    }
    hear(ann.post(&of_project("/claims"), json!({})).await);
    for rest in [
        "",
        "/progress",
        "/judgments/mine",
        "/judgments",
        "/results",
        "/tasks",
        "/members",
        "/imports",
        "/exports/judgments_jsonl",
        "/exports/trl_preference/ledger",
    ] {
        hear(ann.get(&of_project(rest)).await);
    }
    received
}
