//! Passages that raters mark: what is taken, and how they leave.

use domain::answers::{Mark, Span};
use domain::judgment::{Replay, Verdict};
use serde_json::{Value, json};

use crate::actor::judgment;
use crate::app::TestApp;
use crate::factory::TestProject;

async fn asking(app: &TestApp) -> TestProject<'_> {
    let scale = json!({ "points": 2, "both_bad": false });
    let protocol = json!({ "kind": "pair", "scale": scale, "spans": true });
    app.project().overlap(2).tasks(1).protocol(protocol).create().await
}

fn span(response: u8, start: u32, end: u32, comment: Option<&str>) -> Span {
    Span { response, start, end, mark: Mark::Wrong, comment: comment.map(str::to_owned) }
}

#[tokio::test]
async fn passages_leave_with_their_words_whichever_response_stood_first() {
    let app = TestApp::start().await;
    let project = asking(&app).await;
    let mut ids = Vec::new();
    for name in ["ann", "bob"] {
        let rater = project.rater(name).await;
        let task = rater.gets_task(&[]).await;
        let x = task.responses.iter().position(|response| response.text.ends_with("x."));
        let x = u8::try_from(x.unwrap()).unwrap();
        let mut new = judgment(Verdict::A);
        new.answers.spans = vec![span(x, 0, 3, Some("Says «no».")), span(1 - x, 1, 2, None)];
        ids.push(rater.submits(task.assignment_id, &new).await.created().id);
    }

    let path = project.path("/exports/judgments_jsonl");
    let table = project.manager.get::<Value>(&path).await;

    for line in table.text().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let spans: Value = serde_json::from_str(row["spans"].as_str().unwrap()).unwrap();
        let words = |n: usize| row[format!("response_{n}")].as_str().unwrap().to_owned();
        let expected = json!([
            { "response": "response_1", "start": 0, "end": 3, "mark": "wrong",
                "text": &words(1)[0..3], "comment": "Says «no»." },
            { "response": "response_2", "start": 1, "end": 2, "mark": "wrong",
                "text": &words(2)[1..2], "comment": "" },
        ]);
        assert_eq!(spans, expected);
    }
    for id in ids {
        let path = format!("/judgments/{id}");
        let replay: Replay = project.manager.get(&path).await.ok();
        let of_x = &replay.judgment.answers.spans[0];
        assert!(replay.responses[usize::from(of_x.response)].text.ends_with("x."), "as shown");
    }
}

#[tokio::test]
async fn passages_that_are_not_asked_for_or_not_there_are_refused() {
    let app = TestApp::start().await;
    let project = asking(&app).await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;
    let length = u32::try_from(task.responses[1].text.chars().count()).unwrap();
    let mut new = judgment(Verdict::A);

    for wrong in [span(2, 0, 1, None), span(1, 3, 3, None), span(1, 0, length + 1, None)] {
        new.answers.spans = vec![wrong];
        assert_eq!(ann.submits(task.assignment_id, &new).await.refused(422)["field"], "spans");
    }
    new.answers.spans = vec![span(1, 0, length, None)];
    let first = ann.submits(task.assignment_id, &new).await.created();

    let mut correction = judgment(Verdict::B);
    correction.revises = Some(first.id);
    correction.answers.spans = vec![span(1, 0, length + 1, None)];
    assert_eq!(ann.submits(task.assignment_id, &correction).await.refused(422)["field"], "spans");
    let other = app.project().tasks(1).create().await;
    let bob = other.rater("bob").await;
    new.answers.spans = vec![span(0, 0, 1, None)];
    let task = bob.gets_task(&[]).await.assignment_id;
    let mut unasked = judgment(Verdict::A);
    unasked.answers = new.answers;
    assert_eq!(bob.submits(task, &unasked).await.refused(422)["field"], "spans");
}
