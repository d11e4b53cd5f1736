//! Readers of exports that take their time.

use domain::actor::{Actor, Scope};
use domain::export::{Format, Options};
use futures::TryStreamExt;
use serde_json::json;
use server::export;

use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::TestProject;

/// With [`TASKS`] more than what waits in memory for a reader, in bytes.
const TEXT: usize = 200_000;

const TASKS: usize = 8;

/// A project whose export does not fit into memory ahead of its reader.
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
    let manager = Actor::authenticated(project.manager.id, false, Scope::Full);
    let mut stalled = Vec::new();
    for _ in 0..STALLED {
        let (db, options) = (&app.state.db, Options::default());
        let file = export::stream(db, &manager, project.id, Format::TrlPreference, options).await;
        stalled.push(file.unwrap().bytes);
    }

    // An export is noted when its last row has been read from the database.
    let all = "
        select count(*) from (
            select id from event where kind = 'exported' limit 1 offset 8) as ninth";
    app.database.eventually(all).await;
    let prompt: Answer = project.manager.get(&project.path("/exports/trl_preference")).await;

    let expected = prompt.text();
    assert_eq!(expected.lines().count(), TASKS);
    for reader in stalled {
        let chunks: Vec<_> = reader.try_collect().await.unwrap();
        assert!(chunks.concat() == expected.as_bytes(), "a slow reader got another file");
    }
}
