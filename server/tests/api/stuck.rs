//! Tasks that nobody is left to judge: found, put back, retired.

use domain::export::Ledger;
use domain::judgment::{SkipReason, Verdict};
use domain::progress::{Progress, Stage};
use domain::results::Results;
use domain::stuck::StuckTask;
use domain::task::{NextTask, TaskState};
use serde_json::{Value, json};

use crate::actor::Rater;
use crate::app::TestApp;
use crate::factory::TestProject;

/// A project in which two raters and those who made it have skipped the first of two tasks.
async fn all_have_skipped(app: &TestApp) -> (TestProject<'_>, Vec<Rater>) {
    let project = app.project().overlap(2).tasks(2).create().await;
    let mut raters =
        [&project.manager, &project.admin].map(|person| project.as_rater(person)).to_vec();
    for name in ["ann", "bob"] {
        raters.push(project.rater(name).await);
    }
    for rater in &raters {
        rater.skips(project.task(0)).await.created();
        rater.lets_leases_expire().await;
    }
    (project, raters)
}

async fn stuck(project: &TestProject<'_>) -> Vec<StuckTask> {
    project.manager.get(&project.path("/tasks/stuck")).await.ok()
}

async fn becomes(project: &TestProject<'_>, state: TaskState) {
    let path = format!("/tasks/{}/state", project.task(0));
    project.manager.put::<Value>(&path, json!({ "state": state })).await.no_content();
}

async fn progress(project: &TestProject<'_>) -> Progress {
    project.manager.get(&project.path("/progress")).await.ok()
}

#[tokio::test]
async fn a_task_that_all_have_skipped_is_listed_with_their_reasons() {
    let app = TestApp::start().await;
    let (project, _) = all_have_skipped(&app).await;

    let listed = stuck(&project).await;

    let [task] = &listed[..] else { panic!("{listed:?}") };
    assert_eq!((task.id, task.external_id.as_str()), (project.task(0), "task-0"));
    assert_eq!((task.prompt.as_str(), task.state), ("Question 0?", TaskState::Open));
    assert_eq!((task.judgments, task.wanted), (0, 2));
    let skips: Vec<_> = task.skips.iter().map(|skip| (&*skip.rater_name, skip.reason)).collect();
    let names = ["manager", "admin", "ann", "bob"];
    assert_eq!(skips, names.map(|name| (name, SkipReason::Broken)));
    assert_eq!(progress(&project).await.tasks_stuck, 1);
}

#[tokio::test]
async fn a_task_that_is_put_back_comes_to_those_again_who_had_skipped_it() {
    let app = TestApp::start().await;
    let (project, raters) = all_have_skipped(&app).await;

    becomes(&project, TaskState::Open).await;
    becomes(&project, TaskState::Open).await;

    assert_eq!(stuck(&project).await, []);
    assert_eq!(progress(&project).await.skips, 0);
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    assert_eq!(results.raters.iter().map(|rater| rater.skips).sum::<i64>(), 0);
    // One judges it now, one skips it once more.
    let [.., ann, bob] = &raters[..] else { panic!() };
    ann.judges(project.task(0), Verdict::A).await.created();
    bob.skips(project.task(0)).await.created();
    assert_eq!(progress(&project).await.skips, 1);
    let earlier = bob.earlier(&[bob.assignment(project.task(1)).await]).await.unwrap();
    assert_eq!(ann.task(earlier.task.assignment_id).await, project.task(0));
    // Nothing is forgotten: all five skips leave, four of them as taken back.
    let path = project.path("/exports/judgments_jsonl");
    let table: crate::answer::Answer = project.manager.get(&path).await;
    let rows: Vec<Value> =
        table.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let skips = rows.iter().filter(|row| row["preferred"] == "skip");
    let taken_back: Vec<_> = skips.map(|row| row["superseded"].as_bool().unwrap()).collect();
    assert_eq!(taken_back.len(), 5);
    assert_eq!(taken_back.iter().filter(|taken_back| **taken_back).count(), 4);
    let path = project.path("/exports/trl_preference/ledger");
    let ledger: Ledger = project.manager.get(&path).await.ok();
    assert_eq!((ledger.left_out.skip, ledger.left_out.superseded), (1, 4));
}

#[tokio::test]
async fn a_retired_task_is_handed_to_nobody_and_holds_nothing_up() {
    let app = TestApp::start().await;
    let (project, raters) = all_have_skipped(&app).await;
    for rater in &raters[..2] {
        rater.judges(project.task(1), Verdict::A).await.created();
    }
    assert_eq!(progress(&project).await.stage(), Stage::Stuck);

    becomes(&project, TaskState::Retired).await;

    let retired = progress(&project).await;
    assert_eq!((retired.stage(), retired.tasks, retired.tasks_retired), (Stage::Finished, 1, 1));
    assert_eq!(retired.percent(), 100);
    let listed = stuck(&project).await;
    assert_eq!(listed.iter().map(|task| task.state).collect::<Vec<_>>(), [TaskState::Retired]);
    let new = project.rater("cleo").await;
    assert_eq!(new.claims(&[]).await.ok(), NextTask::Finished);

    becomes(&project, TaskState::Open).await;

    assert_eq!(new.task(new.gets_task(&[]).await.assignment_id).await, project.task(0));
    assert_eq!(progress(&project).await.tasks, 2);
}

#[tokio::test]
async fn a_task_in_hand_may_still_be_judged_when_it_is_retired() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    ann.gets_task(&[]).await;

    becomes(&project, TaskState::Retired).await;

    let judged = ann.judges(project.task(0), Verdict::A).await.created();
    assert!(app.database.counts(judged.id).await);
}
