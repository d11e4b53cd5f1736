//! Rows that break an invariant are found, and mended where they follow from other rows.

use domain::judgment::Verdict;
use server::verify::{Violation, verify};

use crate::actor::judgment;
use crate::app::TestApp;

#[tokio::test]
async fn broken_counts_are_found_and_computed_again() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(3).create().await;
    let ann = project.rater("ann").await;
    let first = ann.judges(project.task(0), Verdict::A).await.created();
    let mut correction = judgment(Verdict::B);
    correction.revises = Some(first.id);
    ann.submits(project.task(0), &correction).await.created();
    ann.skips(project.task(1)).await.created();
    assert_eq!(verify(&app.database.db, false).await.unwrap(), []);

    for (sql, rows) in [
        ("update task set open_slots = open_slots + 1", 3),
        ("update judgment set stands = not stands", 2),
        ("update judgment set counted = false", 2),
    ] {
        app.database.execute(sql, &[]).await;
        let found = verify(&app.database.db, false).await.unwrap();
        let Some(Violation { rows: broken, examples, repaired: false, .. }) = found.first() else {
            panic!("{sql}: {found:?}")
        };
        assert_eq!((*broken, examples.len()), (rows, rows), "{sql}");

        let mended = verify(&app.database.db, true).await.unwrap();
        assert!(mended.iter().any(|violation| violation.repaired), "{sql}: {mended:?}");
        assert_eq!(verify(&app.database.db, false).await.unwrap(), [], "{sql}");
    }
}

#[tokio::test]
async fn what_cannot_be_computed_again_is_named_and_left() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    ann.judges(project.task(0), Verdict::A).await.created();

    for (broken, mended, invariant) in [
        (
            "update task set state = 'somewhere'",
            "update task set state = 'open'",
            "task.state has known values only",
        ),
        (
            "update judgment set verdict = 'c'",
            "update judgment set verdict = 'a'",
            "judgment.verdict has known values only",
        ),
        (
            "update assignment set state = 'released'",
            "update assignment set state = 'submitted'",
            "an assignment is submitted when it has a judgment that stands, and only then",
        ),
        (
            "update judgment set guideline_version = 9",
            "update judgment set guideline_version = 1",
            "a judgment names versions of guidelines and protocol that exist",
        ),
    ] {
        app.database.execute(broken, &[]).await;
        let found = verify(&app.database.db, true).await.unwrap();
        let named = found.iter().find(|violation| violation.invariant == invariant);
        assert!(named.is_some_and(|violation| !violation.repaired), "{broken}: {found:?}");
        app.database.execute(mended, &[]).await;
    }
}
