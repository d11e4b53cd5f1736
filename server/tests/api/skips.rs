//! Skipping tasks.

use domain::export::Ledger;
use domain::id::SkipId;
use domain::judgment::{Decided, NewSkip, OwnSkip, Replay, SkipReason, Verdict};
use domain::results::Results;
use domain::task::{NextTask, TaskSummary};
use uuid::Uuid;

use crate::actor::judgment;
use crate::app::TestApp;

#[tokio::test]
async fn a_skipped_task_goes_to_somebody_else_and_does_not_come_back() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);

    let skip = ann.skips(project.task(0)).await.created();

    assert_eq!(ann.task(skip.assignment_id).await, project.task(0));
    assert_eq!(ann.claims(&[]).await.ok(), NextTask::Finished);
    assert_eq!(bob.task(bob.gets_task(&[]).await.assignment_id).await, project.task(0));
}

#[tokio::test]
async fn a_skip_sent_again_is_the_same_skip() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let mut new = NewSkip {
        id: SkipId(Uuid::now_v7()),
        reason: SkipReason::Other,
        comment: Some("?".into()),
    };
    let path = format!("/assignments/{task}/skips");

    let first: OwnSkip = ann.post(&path, &new).await.created();
    let again: OwnSkip = ann.post(&path, &new).await.ok();
    new.comment = Some("!".into());
    let other = ann.post::<OwnSkip>(&path, &new).await;

    assert_eq!(first, again);
    other.refused(409);
    assert_eq!(app.database.number("select count(*) from skip", &[]).await, 1);
}

#[tokio::test]
async fn what_was_judged_cannot_be_skipped() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    ann.judges(project.task(0), Verdict::A).await.created();

    ann.skips(project.task(0)).await.refused(409);
}

#[tokio::test]
async fn a_judgment_takes_a_skip_back() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let (ann, manager) = (project.rater("ann").await, &project.manager);
    let shown = ann.gets_task(&[]).await;
    let task = shown.assignment_id;
    let skip = ann.skips(task).await.created();
    let earlier = ann.earlier(&[]).await.unwrap();
    assert_eq!(earlier.decision, Decided::Skip(skip));
    assert_eq!((earlier.task.assignment_id, &earlier.task.responses), (task, &shown.responses));
    let new = judgment(Verdict::A);

    let judged = ann.submits(task, &new).await.created();
    let again = ann.submits(task, &new).await.ok();

    assert_eq!(judged, again);
    assert!(!judged.late);
    assert!(app.database.counts(judged.id).await, "its slot was still free");
    assert_eq!(ann.earlier(&[]).await.unwrap().decision, Decided::Judgment(judged.clone()));
    assert_eq!(ann.earlier(&[task]).await, None);
    let results: Results = manager.get(&project.path("/results")).await.ok();
    assert_eq!((results.progress.judgments, results.progress.skips), (1, 0));
    assert_eq!(results.raters[0].skips, 0);
    let tasks: Vec<TaskSummary> = manager.get(&project.path("/tasks")).await.ok();
    let known = ann.task(task).await;
    let summary = tasks.iter().find(|summary| summary.id == known).unwrap();
    assert_eq!((summary.judgments, summary.skips), (1, 0));
    let ledger: Ledger = manager.get(&project.path("/exports/trl_preference/ledger")).await.ok();
    assert_eq!((ledger.read, ledger.rows), (2, 1));
    assert_eq!((ledger.left_out.superseded, ledger.left_out.skip), (1, 0));
    let replay: Replay = manager.get(&format!("/judgments/{}", judged.id)).await.ok();
    assert_eq!(replay.responses, shown.responses, "the sides are those of then");
    ann.skips(task).await.refused(409);
    assert_ne!(ann.gets_task(&[]).await.assignment_id, task, "it does not come back");
}

#[tokio::test]
async fn a_skip_that_is_taken_back_after_others_took_the_slot_is_kept_and_does_not_count() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let task = project.task(0);
    ann.skips(task).await.created();
    bob.judges(task, Verdict::B).await.created();

    let answer = ann
        .submits_and_claims(ann.assignment(task).await, &judgment(Verdict::A), &[])
        .await
        .created();

    assert!(!app.database.counts(answer.judgment.id).await);
    assert_eq!(answer.next, None, "to be claimed by itself");
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    assert_eq!((results.progress.judgments, results.progress.skips), (1, 0));
}

#[tokio::test]
async fn another_reason_needs_words() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let new = NewSkip { id: SkipId(Uuid::now_v7()), reason: SkipReason::Other, comment: None };

    let answer = ann.post::<OwnSkip>(&format!("/assignments/{task}/skips"), &new).await;

    assert_eq!(answer.refused(422)["field"], "comment");
}
