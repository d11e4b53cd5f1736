//! Raters meet some of their own tasks again, and nothing but their own consistency hangs on it.

use std::collections::HashMap;

use domain::assignment::Purpose;
use domain::export::Ledger;
use domain::judgment::{Judgment, Replay, Verdict};
use domain::results::Results;
use domain::task::{NextTask, TaskSummary, TaskToJudge};
use domain::work::Work;
use serde_json::{Value, json};

use crate::actor::{Rater, judgment};
use crate::app::TestApp;
use crate::factory::TestProject;

/// How many tasks a rater has judged before the others begin to come again: three lie so far back
/// that they may.
const FIRST: usize = 23;

/// A project with one task that nobody has judged, and a rater who has judged the others for the
/// answers of model x. From now on all come again that may.
async fn repeating(app: &TestApp) -> (TestProject<'_>, Rater, HashMap<String, TaskToJudge>) {
    let project = app.project().tasks(FIRST + 1).create().await;
    let ann = project.rater("ann").await;
    let mut shown = HashMap::new();
    for _ in 0..FIRST {
        let task = ann.gets_task(&[]).await;
        prefers_x(&ann, &task).await;
        shown.insert(task.prompt[0].text.clone(), task);
    }
    assert_eq!(shown.len(), FIRST);
    project.changes(json!({ "repeat_share": 100 })).await;
    (project, ann, shown)
}

async fn prefers_x(rater: &Rater, task: &TaskToJudge) {
    let verdict = if of_x(task) == 0 { Verdict::A } else { Verdict::B };
    rater.submits(task.assignment_id, &judgment(verdict)).await.created();
}

/// Where the answer of model x stands.
fn of_x(task: &TaskToJudge) -> usize {
    task.responses.iter().position(|shown| shown.text.ends_with("of x.")).unwrap()
}

#[tokio::test]
async fn a_task_comes_again_with_its_sides_turned_and_tells_how_consistent_the_rater_is() {
    let app = TestApp::start().await;
    let (project, ann, shown) = repeating(&app).await;

    for n in 0..11 {
        let again = ann.gets_task(&[]).await;
        let first = &shown[&again.prompt[0].text];
        assert_ne!(again.assignment_id, first.assignment_id);
        assert_eq!(of_x(&again), 1 - of_x(first), "the sides are turned");
        if n == 5 {
            let recorded =
                ann.submits(again.assignment_id, &judgment(Verdict::Tie)).await.created();
            assert_eq!((recorded.late, app.database.counts(recorded.id).await), (false, false));
        } else {
            prefers_x(&ann, &again).await;
        }
    }

    let work: Work = ann.get("/account/work").await.ok();
    assert_eq!(work.projects[0].repeats, 0, "not on the same day");
    let sql = "update judgment set submitted_at = submitted_at - 172800000000";
    app.database.execute(sql, &[]).await;
    let work: Work = ann.get("/account/work").await.ok();
    assert_eq!((work.projects[0].repeats, work.projects[0].repeats_alike), (10, 9));
    let (share, interval) = work.projects[0].consistency().unwrap();
    assert!(interval.low < share && share < interval.high);
    let other: Work = project.rater("bob").await.get("/account/work").await.ok();
    assert_eq!(other.projects, []);
}

#[tokio::test]
async fn what_is_met_again_is_left_out_of_all_that_counts_and_can_leave_all_the_same() {
    let app = TestApp::start().await;
    let (project, ann, shown) = repeating(&app).await;
    let manager = &project.manager;
    let again = ann.gets_task(&[]).await;
    prefers_x(&ann, &again).await;
    let first = shown[&again.prompt[0].text].assignment_id;

    let results: Results = manager.get(&project.path("/results")).await.ok();
    let progress = &results.progress;
    assert_eq!((progress.tasks, progress.judgments), (FIRST as i64 + 1, FIRST as i64));
    assert_eq!(progress.judgments_wanted, FIRST as i64 + 1);
    let tasks: Vec<TaskSummary> = manager.get(&project.path("/tasks")).await.ok();
    assert_eq!(tasks.len(), FIRST + 1);
    let task = ann.task(again.assignment_id).await;
    assert_eq!(ann.task(first).await, task, "the same task in another assignment");

    let ledger: Ledger = manager.get(&project.path("/exports/trl_preference/ledger")).await.ok();
    assert_eq!((ledger.rows, ledger.left_out.repeat), (FIRST as u64, 1));
    assert!(ledger.balanced());
    let table: crate::answer::Answer = manager.get(&project.path("/exports/judgments_jsonl")).await;
    let rows: Vec<Value> =
        table.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of_task: Vec<&Value> =
        rows.iter().filter(|row| row["task_id"] == task.to_string()).collect();
    let [before, row] = of_task[..] else { panic!("two rows: {of_task:?}") };
    assert_eq!(row["repeat_of"], task.to_string());
    assert_eq!(
        (&row["external_id"], &row["preferred"]),
        (&before["external_id"], &before["preferred"])
    );
    assert_ne!(row["verdict_shown"], before["verdict_shown"]);
    assert_eq!(before["repeat_of"], "");

    let listed: Vec<Judgment> = manager.get(&project.path("/judgments")).await.ok();
    let last =
        listed.iter().find(|judgment| judgment.assignment_id == again.assignment_id).unwrap();
    let replay: Replay = manager.get(&format!("/judgments/{}", last.id)).await.ok();
    assert_eq!(replay.purpose, Purpose::Repeat);
    assert_eq!(before["external_id"], replay.external_id);
}

#[tokio::test]
async fn a_repeat_is_one_raters_alone() {
    let app = TestApp::start().await;
    let (project, ann, _) = repeating(&app).await;

    // Skipped, left to run out, and judged after that.
    let skipped = ann.gets_task(&[]).await.assignment_id;
    ann.skips(skipped).await.created();
    let late = ann.gets_task(&[]).await;
    ann.lets_leases_expire().await;
    let held = ann.gets_task(&[late.assignment_id]).await.assignment_id;
    ann.submits(late.assignment_id, &judgment(Verdict::Tie)).await.created();
    // More judgments are wanted of each task, and of no repeat.
    project.changes(json!({ "overlap": 3, "repeat_share": 0 })).await;

    let repeats = "select count(*) from assignment where purpose = 'repeat'";
    assert_eq!(app.database.number(repeats, &[]).await, 3);
    let filled = "
        select count(*) from assignment where purpose = 'repeat' and slot is not null";
    assert_eq!(app.database.number(filled, &[]).await, 0);
    let open = "select cast(sum(open_slots) as bigint) from task";
    assert_eq!(app.database.number(open, &[]).await, 3 * (FIRST as i64 + 1) - FIRST as i64);
    let counted = "
        select count(*) from judgment
        join assignment on assignment.id = judgment.assignment_id
        where assignment.purpose = 'repeat' and judgment.counted";
    assert_eq!(app.database.number(counted, &[]).await, 0);
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    assert_eq!((results.progress.skips, results.progress.judgments), (0, FIRST as i64));

    let bob = project.rater("bob").await;
    for _ in 0..=FIRST {
        let task = bob.gets_task(&[]).await;
        assert!(![skipped, late.assignment_id, held].contains(&task.assignment_id));
        assert_eq!(bob.assignment(bob.task(task.assignment_id).await).await, task.assignment_id);
        prefers_x(&bob, &task).await;
    }
    assert!(!matches!(bob.claims(&[]).await.ok(), NextTask::Task(_)));
}

#[tokio::test]
async fn two_tabs_do_not_show_the_same_a_third_time() {
    let app = TestApp::start().await;
    let (_, ann, _) = repeating(&app).await;

    let claims = futures::future::join_all((0..4).map(|_| ann.claims(&[]))).await;

    assert!(claims.iter().all(|claim| claim.status.is_success()));
    let sql = "
        select count(*) from (
            select task_id from assignment
            where purpose = 'repeat'
            group by task_id, rater_id having count(*) > 1) as thrice";
    assert_eq!(app.database.number(sql, &[]).await, 0);
}

#[tokio::test]
async fn a_share_is_a_number_of_a_hundred() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    for share in [-1, 101] {
        let changes = json!({ "repeat_share": share });
        let refused = project.manager.patch::<Value>(&project.path(""), changes).await.refused(422);
        assert_eq!(refused["field"], "repeat_share");
    }
    assert_eq!(project.changes(json!({ "repeat_share": 4 })).await.project.repeat_share, 4);
}
