//! Better responses in a rater's own words.

use domain::answers::Rewrite;
use domain::judgment::Verdict;
use serde_json::json;

use crate::actor::judgment;
use crate::app::TestApp;

#[tokio::test]
async fn a_rewrite_that_changes_nothing_is_refused_and_the_task_stays_open() {
    let app = TestApp::start().await;
    let scale = json!({ "points": 2, "both_bad": false });
    let protocol = json!({ "kind": "pair", "scale": scale, "rewrite": "optional" });
    let project = app.project().tasks(1).protocol(protocol).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;
    let rewriting = |of, text: &str| {
        let mut new = judgment(Verdict::A);
        new.answers.rewrite = Some(Rewrite { of, text: text.to_owned() });
        new
    };

    for (of, place) in [(Some(0), 0), (Some(0), 1), (None, 1)] {
        let unchanged = task.responses[place].text.replace(' ', " \n ");
        let answer = ann.submits(task.assignment_id, &rewriting(of, &unchanged)).await;
        let problem = answer.refused(422);
        assert_eq!(problem["code"], "unchanged_rewrite");
    }
    let first = ann.submits(task.assignment_id, &rewriting(Some(0), "Better.")).await.created();
    let mut correction = rewriting(Some(0), &task.responses[0].text);
    correction.revises = Some(first.id);
    ann.submits(task.assignment_id, &correction).await.refused(422);
}
