//! Recording judgments, once and for ever.

use domain::judgment::{Judgment, OwnJudgment, Verdict};
use domain::task::NextTask;

use crate::actor::judgment;
use crate::app::TestApp;

#[tokio::test]
async fn a_rater_sees_only_her_own_judgments() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);

    let judgment = ann.judges(project.task(0), Verdict::A).await.created();

    assert_eq!(ann.judgments().await.ok(), [judgment]);
    assert_eq!(bob.judgments().await.ok(), []);
}

#[tokio::test]
async fn a_judgment_keeps_what_was_said_and_under_which_guidelines() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let mut new = judgment(Verdict::B);
    (new.grade, new.rationale) = (Some(3), Some("Ω is \"right\"".into()));

    let recorded = ann.submits(task, &new).await.created();

    assert_eq!((recorded.id, recorded.assignment_id), (new.id, task));
    assert_eq!((recorded.verdict, recorded.grade), (Some(Verdict::B), Some(3)));
    assert_eq!(recorded.rationale, new.rationale);
    assert_eq!((recorded.guideline_version, recorded.protocol_version), (1, 1));
    assert_eq!((recorded.revision, recorded.late), (1, false));
    assert!(app.database.counts(recorded.id).await);
}

#[tokio::test]
async fn a_judgment_sent_again_is_the_same_judgment() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let new = judgment(Verdict::A);

    let first: OwnJudgment = ann.submits(task, &new).await.created();
    let again: OwnJudgment = ann.submits(task, &new).await.ok();

    assert_eq!(first, again);
    assert_eq!(app.database.number("select count(*) from judgment", &[]).await, 1);
}

#[tokio::test]
async fn a_judgment_can_bring_the_next_task_along() {
    let app = TestApp::start().await;
    let project = app.project().tasks(3).create().await;
    let ann = project.rater("ann").await;
    let first = ann.gets_task(&[]).await.assignment_id;
    let second = ann.gets_task(&[first]).await.assignment_id;
    let new = judgment(Verdict::A);

    let answer = ann.submits_and_claims(first, &new, &[first, second]).await.created();

    let Some(NextTask::Task(third)) = answer.next else { panic!("no task: {answer:?}") };
    assert!(![first, second].contains(&third.assignment_id), "a task that is not in hand");
    assert_eq!(ann.judgments().await.ok(), [answer.judgment]);
    let again = ann.submits_and_claims(first, &new, &[second]).await.ok();
    let Some(NextTask::Task(same)) = again.next else { panic!("no task: {again:?}") };
    assert_eq!(
        same.assignment_id, third.assignment_id,
        "what the lost answer handed out is in hand"
    );
    let last = ann.submits_and_claims(second, &judgment(Verdict::A), &[third.assignment_id]).await;
    assert_eq!(last.created().next, Some(NextTask::Finished));
    assert_eq!(app.database.number("select count(*) from judgment", &[]).await, 2);
}

#[tokio::test]
async fn a_refused_judgment_brings_no_task_along() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let mut new = judgment(Verdict::A);
    new.grade = Some(2);

    let answer = ann.submits_and_claims(task, &new, &[]).await;

    assert_eq!(answer.refused(422)["field"], "grade");
    let held = "select count(*) from assignment where state = 'held'";
    assert_eq!(app.database.number(held, &[]).await, 1);
}

#[tokio::test]
async fn a_judgment_is_recorded_though_no_task_can_be_brought_along() {
    let app = TestApp::start().await;
    let project = app.project().tasks(12).create().await;
    let ann = project.rater("ann").await;
    let mut have = Vec::new();
    for _ in 0..8 {
        have.push(ann.gets_task(&have).await.assignment_id);
    }
    let bob = project.rater("bob").await;
    let lapsed = bob.gets_task(&[]).await.assignment_id;
    bob.lets_leases_expire().await;
    project.rater("cid").await.claims(&[]).await.ok();

    let one_of_many = ann.submits_and_claims(have[0], &judgment(Verdict::A), &have).await.created();
    let late = bob.submits_and_claims(lapsed, &judgment(Verdict::A), &[]).await.created();

    assert!(matches!(one_of_many.next, Some(NextTask::Task(_))), "one judged makes room for one");
    assert_eq!((late.judgment.late, late.next), (true, None), "to be claimed by itself");
}

#[tokio::test]
async fn an_id_with_other_content_is_a_conflict() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(2).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let (task, other) = (project.task(0), project.task(1));
    let recorded = ann.judges(task, Verdict::A).await.created();
    let mut new = judgment(Verdict::B);
    new.id = recorded.id;
    bob.judges(other, Verdict::A).await.created();

    let other_verdict = ann.submits(task, &new).await;
    let held = ann.gets_task(&[]).await;
    assert_ne!(ann.task(held.assignment_id).await, task);
    let other_task = ann.submits(held.assignment_id, &new).await;
    let other_rater = bob.submits(other, &new).await;

    for answer in [other_verdict, other_task, other_rater] {
        assert_eq!(answer.refused(409)["error"], "conflict");
    }
    assert_eq!(ann.judgments().await.ok(), [recorded]);
}

#[tokio::test]
async fn a_task_cannot_be_judged_twice_nor_without_being_claimed() {
    let app = TestApp::start().await;
    let project = app.project().overlap(3).tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    ann.judges(project.task(0), Verdict::A).await.created();

    let twice = ann.submits(project.task(0), &judgment(Verdict::A)).await;
    let unclaimed = bob.submits(project.task(0), &judgment(Verdict::A)).await;

    twice.refused(409);
    unclaimed.refused(404);
}

#[tokio::test]
async fn a_judgment_that_breaks_the_scale_is_refused_with_its_field() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let mut new = judgment(Verdict::A);
    new.grade = Some(2);

    let answer = ann.submits(task, &new).await;

    assert_eq!(answer.refused(422)["field"], "grade");
}

#[tokio::test]
async fn a_double_click_is_one_judgment_answered_twice() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(20).create().await;
    let ann = project.rater("ann").await;

    for _ in 0..20 {
        let task = ann.gets_task(&[]).await.assignment_id;
        let new = judgment(Verdict::Tie);
        let (one, two) = tokio::join!(ann.submits(task, &new), ann.submits(task, &new));

        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 201], "{} {}", one.text(), two.text());
        assert_eq!(one.body, two.body);
    }
}

#[tokio::test]
async fn a_late_judgment_counts_while_its_slot_is_free() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    ann.lets_leases_expire().await;

    let recorded = ann.submits(task, &judgment(Verdict::A)).await.created();

    assert_eq!((recorded.late, app.database.counts(recorded.id).await), (true, true));
    assert_eq!(project.rater("bob").await.claims(&[]).await.ok(), NextTask::Finished);
}

#[tokio::test]
async fn a_task_held_too_long_goes_to_another_and_the_late_judgment_is_kept_uncounted() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let task = ann.gets_task(&[]).await.assignment_id;
    ann.lets_leases_expire().await;
    let counting = bob.judges(ann.task(task).await, Verdict::A).await.created();

    let late = ann.submits(task, &judgment(Verdict::B)).await.created();

    assert_eq!((counting.late, app.database.counts(counting.id).await), (false, true));
    assert_eq!((late.late, app.database.counts(late.id).await), (true, false));
    assert_eq!(app.database.number("select count(*) from judgment", &[]).await, 2);
}

#[tokio::test]
async fn a_late_judgment_regains_a_slot_that_was_freed_and_not_taken() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let task = ann.gets_task(&[]).await.assignment_id;
    ann.lets_leases_expire().await;
    bob.gets_task(&[]).await;
    let sql = "select count(*) from assignment where state = 'released'";
    let released = app.database.number(sql, &[]).await;

    let late = ann.submits(task, &judgment(Verdict::A)).await.created();

    // The other rater's claim frees the slot, and takes one of the two tasks by chance.
    let other_took_it = app
        .database
        .number(
            "select count(*) from assignment where state = 'held' and task_id = $1",
            &[ann.task(task).await.0],
        )
        .await
        == 1;
    assert_eq!(released, 1);
    assert_eq!((late.late, app.database.counts(late.id).await), (true, !other_took_it));
}

#[tokio::test]
async fn whoever_let_a_task_lapse_sees_it_as_before() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let before = ann.gets_task(&[]).await;
    ann.lets_leases_expire().await;
    bob.skips(project.task(0)).await.created();

    let after = ann.gets_task(&[]).await;

    assert_eq!(after.responses, before.responses);
    let recorded = ann.judges(after.assignment_id, Verdict::A).await.created();
    assert_eq!((recorded.late, app.database.counts(recorded.id).await), (false, true));
}

#[tokio::test]
async fn a_page_of_judgments_begins_where_the_one_before_ended() {
    let app = TestApp::start().await;
    let project = app.project().overlap(3).tasks(4).create().await;
    let ann = project.rater("ann").await;
    let mut judgments = Vec::new();
    for n in 0..4 {
        judgments.push(ann.judges(project.task(n), Verdict::A).await.created());
    }

    let all = project.path(&format!("/judgments?after={}", judgments[1].id));
    let all: Vec<Judgment> = project.manager.get(&all).await.ok();
    let before = format!("/judgments/mine?before={}", judgments[2].submitted_at);
    let mine: Vec<OwnJudgment> = ann.get(&project.path(&before)).await.ok();

    let all: Vec<_> = all.into_iter().map(OwnJudgment::from).collect();
    assert_eq!(all, judgments[2..]);
    assert_eq!(mine, [judgments[1].clone(), judgments[0].clone()]);
}
