//! Claiming tasks.

use std::collections::HashSet;

use domain::assignment::{Left, MAX_LISTED};
use domain::judgment::Verdict;
use domain::project::Status;
use domain::task::{NextTask, TaskToJudge};
use serde_json::json;

use crate::actor::{Rater, judgment};
use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::pairs;

#[tokio::test]
async fn nobody_gets_the_same_task_twice() {
    let app = TestApp::start().await;
    let project = app.project().overlap(3).tasks(20).create().await;
    let ann = project.rater("ann").await;
    let mut seen = HashSet::new();

    for _ in 0..20 {
        let task = ann.gets_task(&[]).await;
        assert!(seen.insert(task.assignment_id));
        ann.judges(task.assignment_id, Verdict::A).await.created();
    }

    assert_eq!(ann.claims(&[]).await.ok(), NextTask::Finished);
}

#[tokio::test]
async fn a_task_is_given_out_as_often_as_wanted_and_no_more() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(1).create().await;

    for name in ["ann", "bob"] {
        project.rater(name).await.judges(project.task(0), Verdict::A).await.created();
    }

    let cleo = project.rater("cleo").await;
    assert_eq!(cleo.claims(&[]).await.ok(), NextTask::Finished);
}

#[tokio::test]
async fn a_task_in_hand_comes_back_after_a_closed_tab() {
    let app = TestApp::start().await;
    let project = app.project().tasks(5).create().await;
    let ann = project.rater("ann").await;
    let first = ann.gets_task(&[]).await;

    let again = ann.gets_task(&[]).await;
    let another = ann.gets_task(&[first.assignment_id]).await;

    assert_eq!(again.assignment_id, first.assignment_id);
    assert_eq!(again.responses, first.responses);
    assert!(again.expires_at >= first.expires_at);
    assert_ne!(another.assignment_id, first.assignment_id);
}

#[tokio::test]
async fn a_task_in_hand_can_be_looked_at_again_and_no_other() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let task = ann.gets_task(&[]).await;

    let again: TaskToJudge = ann.get(&format!("/assignments/{}", task.assignment_id)).await.ok();
    let other = bob.get::<TaskToJudge>(&format!("/assignments/{}", task.assignment_id)).await;

    assert_eq!(again, task);
    other.refused(404);
}

#[tokio::test]
async fn nobody_hoards_tasks() {
    let app = TestApp::start().await;
    let project = app.project().tasks(20).create().await;
    let ann = project.rater("ann").await;
    let mut have = Vec::new();
    for _ in 0..8 {
        have.push(ann.gets_task(&have).await.assignment_id);
    }

    let ninth = ann.claims(&have).await;

    ninth.refused(409);
    assert_eq!(have.iter().collect::<HashSet<_>>().len(), 8);
}

#[tokio::test]
async fn a_list_of_tasks_has_an_end() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let many = vec![task; MAX_LISTED + 1];

    let claim = ann.claims(&many).await;
    let with_judgment = ann.submits_and_claims(task, &judgment(Verdict::A), &many).await;
    let earlier = project.path("/judgments/earlier");
    let earlier: Answer = ann.post(&earlier, json!({ "known": many })).await;
    let longest = ann.claims(&many[1..]).await;

    for (refusal, field) in [
        (claim.refused(422), "have"),
        (with_judgment.refused(422), "have"),
        (earlier.refused(422), "known"),
    ] {
        assert_eq!(refusal["field"], field);
        assert_eq!(refusal["code"], "too_many_assignments");
    }
    assert_eq!(ann.judgments().await.ok(), []);
    assert!(matches!(longest.ok(), NextTask::Task(_)));
}

#[tokio::test]
async fn sides_are_shown_in_turn_over_the_raters_of_a_task() {
    let app = TestApp::start().await;
    let project = app.project().overlap(4).tasks(10).create().await;
    let mut x_first = 0;

    for n in 0..4 {
        let rater = project.rater("rater").await;
        for _ in 0..10 {
            let task = rater.gets_task(&[]).await;
            x_first += usize::from(task.responses[0].text.ends_with("of x."));
            rater.judges(task.assignment_id, Verdict::A).await.created();
        }
        assert!(n < 3 || x_first == 20, "{x_first} of 40");
    }
}

#[tokio::test]
async fn the_order_shown_is_the_order_stored() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;

    ann.judges(task.assignment_id, Verdict::A).await.created();

    let stored = app
        .database
        .column::<sqlx::types::Json<domain::presentation::Presentation>>(
            "select presentation from assignment where id = $1",
            &[task.assignment_id.0],
        )
        .await;
    let text_of_x = "
        select response.id
        from response
        join model on model.id = response.model_id
        where model.name = 'model-x'";
    let x = app.database.column::<domain::id::ResponseId>(text_of_x, &[]).await[0];
    let x_was_shown_first = task.responses[0].text.ends_with("of x.");
    assert_eq!(stored[0].order[0] == x, x_was_shown_first);
    assert!(stored[0].blind);
}

#[tokio::test]
async fn a_project_that_is_not_active_hands_nothing_out() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(2).draft().create().await;
    let ann = project.rater("ann").await;

    for status in [Status::Draft, Status::Paused, Status::Archived] {
        project.changes(json!({ "status": status })).await;

        assert_eq!(ann.claims(&[]).await.ok(), NextTask::NotActive { status });
    }
}

#[tokio::test]
async fn a_paused_project_still_takes_what_is_in_hand_and_an_archived_one_does_not() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let ann = project.rater("ann").await;
    let first = ann.gets_task(&[]).await.assignment_id;
    let second = ann.gets_task(&[first]).await.assignment_id;

    project.changes(json!({ "status": "paused" })).await;
    let while_paused = ann.submits(first, &crate::actor::judgment(Verdict::A)).await;
    project.changes(json!({ "status": "archived" })).await;
    let once_archived = ann.submits(second, &crate::actor::judgment(Verdict::A)).await;

    while_paused.created();
    once_archived.refused(409);
}

#[tokio::test]
async fn whoever_gets_nothing_is_told_the_true_reason() {
    let app = TestApp::start().await;
    let empty = app.project().create().await;
    let project = app.project().tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);

    let nothing_there = empty.rater("cleo").await.claims(&[]).await.ok();
    let task = ann.gets_task(&[]).await;
    let in_other_hands = bob.claims(&[]).await.ok();
    ann.judges(task.assignment_id, Verdict::B).await.created();
    let all_done = bob.claims(&[]).await.ok();

    assert_eq!(nothing_there, NextTask::Empty);
    assert_eq!(in_other_hands, NextTask::Waiting { until: task.expires_at });
    assert_eq!(all_done, NextTask::Finished);
}

#[tokio::test]
async fn whoever_had_reached_the_end_gets_at_once_what_lapses_later() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let held = ann.gets_task(&[]).await;
    let other = bob.gets_task(&[]).await;
    bob.judges(other.assignment_id, Verdict::A).await.created();
    // Tasks have a thrown order: both lie behind now, whichever came first.
    let sql = "update rater set cursor_position = 9223372036854775807 where account_id = $1";
    assert_eq!(app.database.execute(sql, &[bob.id.0]).await, 1);
    // The first claim finds the end, the second one trusts it.
    for _ in 0..2 {
        assert_eq!(bob.claims(&[]).await.ok(), NextTask::Waiting { until: held.expires_at });
    }

    ann.lets_leases_expire().await;

    let again = bob.gets_task(&[]).await.assignment_id;
    assert_eq!(bob.task(again).await, ann.task(held.assignment_id).await);
}

#[tokio::test]
async fn what_is_left_for_a_rater_is_what_they_could_still_judge() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(5).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let left = async |rater: &Rater| -> i64 {
        let left: Left = rater.get(&project.path("/claims")).await.ok();
        assert!(!left.more);
        left.tasks
    };
    assert_eq!(left(&ann).await, 5);

    let first = ann.gets_task(&[]).await.assignment_id;
    assert_eq!(left(&ann).await, 5, "what is in hand is left");
    ann.judges(first, Verdict::A).await.created();
    let second = ann.gets_task(&[]).await.assignment_id;
    ann.skips(second).await.created();

    assert_eq!((left(&ann).await, left(&bob).await), (3, 5));
    for n in 0..5 {
        bob.judges(project.task(n), Verdict::A).await.created();
    }
    assert_eq!((left(&ann).await, left(&bob).await), (3, 0));
    project.imports(&pairs([77])).await;
    assert_eq!((left(&ann).await, left(&bob).await), (4, 1));
}
