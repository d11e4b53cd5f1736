//! Readers of exports that take their time.

use serde_json::json;

use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::TestProject;

/// More than what waits in memory and in the buffers of a connection, in bytes.
const TEXT: usize = 600_000;

/// How many tasks there are; every export is of about 12 MB.
const TASKS: usize = 10;

/// A project whose export does not fit between a server and a client that reads nothing.
async fn project(app: &TestApp) -> TestProject<'_> {
    let project = app.project().create().await;
    let ann = project.rater("ann").await;
    for n in 0..TASKS {
        let pair = json!({
            "id": format!("task-{n}"),
            "prompt": format!("Question {n}?"),
            "responses": [
                { "text": format!("{n} of x.{}", "x".repeat(TEXT)) },
                { "text": format!("{n} of y.{}", "y".repeat(TEXT)) },
            ],
        });
        project.imports(&pair.to_string()).await;
        ann.prefers(project.task(n), "of y.").await;
    }
    project
}

#[tokio::test(flavor = "multi_thread")]
async fn stalled_readers_hold_up_neither_the_database_nor_others() {
    const STALLED: usize = 9;
    let app = TestApp::start().await;
    let project = project(&app).await;
    let path = project.path("/exports/trl_preference");
    let mut stalled = Vec::new();
    for _ in 0..STALLED {
        let request = project.manager.request(reqwest::Method::GET, &path);
        stalled.push(request.send().await.unwrap());
    }

    // An export is noted when its last row has been read from the database.
    let all = "
        select count(*) from (
            select id from event where kind = 'exported' limit 1 offset 8) as ninth";
    app.database.eventually(all).await;
    let prompt: Answer = project.manager.get(&path).await;

    let expected = prompt.text();
    assert_eq!(expected.lines().count(), TASKS);
    for reader in stalled {
        assert!(reader.text().await.unwrap() == *expected, "a slow reader got another file");
    }
}
