//! Skipping tasks.

use domain::id::SkipId;
use domain::judgment::{NewSkip, Skip, SkipReason, Verdict};
use domain::task::NextTask;
use uuid::Uuid;

use crate::actor::judgment;
use crate::app::TestApp;

#[tokio::test]
async fn a_skipped_task_goes_to_somebody_else_and_does_not_come_back() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);

    let skip = ann.skips(project.task(0)).await.created();

    assert_eq!(skip.task_id, project.task(0));
    assert_eq!(ann.claims(&[]).await.ok(), NextTask::Finished);
    assert_eq!(bob.gets_task(&[]).await.task_id, project.task(0));
}

#[tokio::test]
async fn a_skip_sent_again_is_the_same_skip() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.task_id;
    let mut new = NewSkip {
        id: SkipId(Uuid::now_v7()),
        reason: SkipReason::Other,
        comment: Some("?".into()),
    };
    let path = format!("/tasks/{task}/skips");

    let first: Skip = ann.post(&path, &new).await.created();
    let again: Skip = ann.post(&path, &new).await.ok();
    new.comment = Some("!".into());
    let other = ann.post::<Skip>(&path, &new).await;

    assert_eq!(first, again);
    other.refused(409);
    assert_eq!(app.database.number("select count(*) from skip", &[]).await, 1);
}

#[tokio::test]
async fn what_was_skipped_cannot_be_judged_nor_the_other_way_round() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let ann = project.rater("ann").await;
    ann.skips(project.task(0)).await.created();
    ann.judges(project.task(1), Verdict::A).await.created();

    let judged = ann.submits(project.task(0), &judgment(Verdict::A)).await;
    let skipped = ann.skips(project.task(1)).await;

    judged.refused(409);
    skipped.refused(409);
}

#[tokio::test]
async fn another_reason_needs_words() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.task_id;
    let new = NewSkip { id: SkipId(Uuid::now_v7()), reason: SkipReason::Other, comment: None };

    let answer = ann.post::<Skip>(&format!("/tasks/{task}/skips"), &new).await;

    assert_eq!(answer.refused(422)["field"], "comment");
}
