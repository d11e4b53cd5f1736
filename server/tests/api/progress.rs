//! How far projects have come, counted again from the judgments themselves.

use std::collections::{BTreeMap, BTreeSet};

use domain::account::Account;
use domain::id::AssignmentId;
use domain::judgment::{OwnJudgment, Verdict};
use domain::progress::{Progress, Stage};
use domain::results::Results;
use domain::task::NextTask;
use serde_json::json;
use uuid::Uuid;

use crate::actor::{Rater, judgment};
use crate::answer::Answer;
use crate::app::TestApp;
use crate::dice::Dice;
use crate::factory::TestProject;

#[tokio::test]
async fn progress_counts_what_is_wanted_and_what_is_done() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(3).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    ann.judges(project.task(0), Verdict::A).await.created();
    bob.judges(project.task(0), Verdict::B).await.created();
    ann.skips(project.task(1)).await.created();
    ann.gets_task(&[]).await;
    let sql = "select count(*) from assignment where state = 'held'";
    let held = app.database.number(sql, &[]).await;

    ann.get::<Progress>(&project.path("/progress")).await.refused(403);
    let progress: Progress = project.manager.get(&project.path("/progress")).await.ok();

    let expected = Progress {
        tasks: 3,
        tasks_complete: 1,
        judgments_wanted: 6,
        judgments: 2,
        skips: 1,
        held,
        ..Progress::default()
    };
    assert_eq!(progress, expected);
}

/// What the rows of the database say, counted one by one.
async fn counted_again(project: &TestProject<'_>, overlap: usize) -> Progress {
    let (database, id) = (&project.app.database, [project.id.0]);
    let of_tasks = async |sql| -> Vec<Uuid> { database.column(sql, &id).await };
    let tasks = of_tasks(
        "select id from task
        where project_id = $1 and state = 'open'",
    );
    let tasks = tasks.await;
    let judged =
        of_tasks("select task_id from judgment where project_id = $1 and counted and revision = 1");
    let judged = judged.await;
    let held = of_tasks("select task_id from assignment where project_id = $1 and state = 'held'");
    let held = held.await;
    let judges = database.column::<Uuid>(
        "select rater.id from member
        join account on account.id = member.account_id
        join rater on rater.account_id = member.account_id
            and rater.project_id = member.project_id
        where member.project_id = $1 and disabled_at is null",
        &id,
    );
    let judges: BTreeSet<_> = judges.await.into_iter().collect();
    // Each task with those who have judged it, in time or late, or skipped it.
    let mut decided: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
    for sql in [
        "select task_id from judgment where project_id = $1 and rater_id = $2",
        "select task_id from skip where project_id = $1 and rater_id = $2",
    ] {
        for judge in &judges {
            for task in database.column::<Uuid>(sql, &[project.id.0, *judge]).await {
                decided.entry(task).or_default().insert(*judge);
            }
        }
    }
    let skips = database.number(
        "select count(*) from skip where project_id = $1 and put_back_at is null and not exists (
            select 1 from judgment where judgment.assignment_id = skip.assignment_id)",
        &id,
    );
    let mut expected = Progress { skips: skips.await, ..Progress::default() };
    for task in &tasks {
        let number = |of: &[Uuid]| of.iter().filter(|other| *other == task).count();
        let judgments = number(&judged);
        let missing = overlap.saturating_sub(judgments);
        let able = judges.len() - decided.get(task).map_or(0, BTreeSet::len);
        expected.tasks += 1;
        expected.tasks_complete += i64::from(missing == 0);
        expected.tasks_stuck += i64::from(missing > 0 && able == 0);
        expected.judgments_wanted += overlap as i64;
        expected.judgments += (overlap - missing) as i64;
        expected.surplus += judgments.saturating_sub(overlap) as i64;
        expected.held += number(&held) as i64;
        let short = missing.saturating_sub(able) as i64;
        expected.raters_missing = expected.raters_missing.max(short);
    }
    expected
}

/// Judges every task that the rater gets.
async fn judges_all(rater: &Rater) -> usize {
    let mut judged = 0;
    while let NextTask::Task(task) = rater.claims(&[]).await.ok() {
        rater.submits(task.assignment_id, &judgment(Verdict::A)).await.created();
        judged += 1;
    }
    judged
}

/// One thing that happens in a project; answers with the overlap from then on.
async fn happens(
    project: &TestProject<'_>,
    raters: &[Rater],
    dice: &mut Dice,
    overlap: usize,
) -> usize {
    let database = &project.app.database;
    let roll = dice.below(12);
    // The first two may judge and stay.
    let rater = dice.one(if (1..4).contains(&roll) { &raters[2..] } else { raters });
    match roll {
        0 => {
            let overlap = 1 + usize::try_from(dice.below(4)).unwrap();
            project.changes(json!({ "overlap": overlap })).await;
            return overlap;
        }
        1 => {
            let disabled = dice.below(2) == 0;
            let path = format!("/accounts/{}", rater.id);
            let changes = json!({ "disabled": disabled });
            project.admin.patch::<Account>(&path, changes).await.ok();
        }
        2 => {
            let path = project.path(&format!("/members/{}", rater.id));
            let _: Answer = project.manager.delete(&path).await;
        }
        3 => {
            let new = json!({ "email": rater.email, "role": "rater" });
            let _: Answer = project.admin.post(&project.path("/members"), new).await;
        }
        4 => rater.lets_leases_expire().await,
        5 => {
            // Comes back to a task that may have gone to somebody else by now.
            let sql = "
                select assignment.id from assignment
                join rater on rater.id = assignment.rater_id
                where assignment.project_id = $1 and account_id = $2
                    and assignment.state in ('held', 'released')";
            for id in database.column::<Uuid>(sql, &[project.id.0, rater.id.0]).await {
                let _: Answer<OwnJudgment> =
                    rater.submits(AssignmentId(id), &judgment(Verdict::B)).await;
            }
        }
        _ => {
            let claimed: Answer<NextTask> = rater.claims(&[]).await;
            // Some are shut out by now.
            let Ok(NextTask::Task(task)) = serde_json::from_slice(&claimed.body) else {
                return overlap;
            };
            match roll {
                10 => {}
                6..=8 if roll == 6 || overlap > 2 => {
                    rater.skips(task.assignment_id).await.created();
                }
                _ => {
                    if roll == 8 {
                        rater.lets_leases_expire().await;
                    }
                    let first =
                        rater.submits(task.assignment_id, &judgment(Verdict::A)).await.created();
                    if roll == 9 {
                        let mut correction = judgment(Verdict::B);
                        correction.revises = Some(first.id);
                        rater.submits(task.assignment_id, &correction).await.created();
                    }
                }
            }
        }
    }
    overlap
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn progress_is_what_the_judgments_say_and_comes_true() {
    let app = TestApp::start().await;
    let mut stages = BTreeSet::new();
    for seed in 0..24 {
        let mut dice = Dice(seed * 7 + 1);
        let tasks = usize::try_from(dice.below(5)).unwrap();
        let mut overlap = 1 + usize::try_from(dice.below(3)).unwrap();
        let project = app.project().overlap(overlap as i32).tasks(tasks).create().await;
        // Those who made the project may judge, too.
        let mut raters =
            [&project.manager, &project.admin].map(|person| project.as_rater(person)).to_vec();
        for name in ["ann", "bob", "cleo"] {
            raters.push(project.rater(&format!("{name}{seed}")).await);
        }
        for _ in 0..dice.below(90) {
            overlap = happens(&project, &raters, &mut dice, overlap).await;
        }

        let progress: Progress = project.manager.get(&project.path("/progress")).await.ok();
        assert_eq!(progress, counted_again(&project, overlap).await, "{seed}");
        let results: Results = project.manager.get(&project.path("/results")).await.ok();
        assert_eq!(results.progress, progress);
        stages.insert(format!("{:?}", progress.stage()));

        // With as many people more as are missing the work can be finished; without them it cannot.
        for n in 0..progress.raters_missing {
            for rater in &raters {
                rater.lets_leases_expire().await;
            }
            let progress: Progress = project.manager.get(&project.path("/progress")).await.ok();
            assert_ne!(progress.stage(), Stage::Finished, "{seed}");
            raters.push(project.rater(&format!("new{seed}-{n}")).await);
        }
        for rater in &raters {
            rater.lets_leases_expire().await;
        }
        for rater in &raters {
            let claimed: Answer<NextTask> = rater.claims(&[]).await;
            if serde_json::from_slice::<NextTask>(&claimed.body).is_ok() {
                judges_all(rater).await;
            }
        }
        let finished: Progress = project.manager.get(&project.path("/progress")).await.ok();
        assert_eq!(finished, counted_again(&project, overlap).await, "{seed}");
        assert_eq!(finished.tasks_complete, tasks as i64, "{seed}: {progress:?} {finished:?}");
    }
    assert_eq!(stages.len(), 4, "all stages were met: {stages:?}");
}

#[tokio::test]
async fn a_lowered_overlap_leaves_no_project_more_than_done() {
    let app = TestApp::start().await;
    let project = app.project().overlap(3).tasks(4).create().await;
    for name in ["ann", "bob", "cleo"] {
        project.rater(name).await.judges(project.task(0), Verdict::A).await.created();
    }

    project.changes(json!({ "overlap": 1 })).await;

    let progress: Progress = project.manager.get(&project.path("/progress")).await.ok();
    assert_eq!((progress.judgments, progress.judgments_wanted, progress.surplus), (1, 4, 2));
    assert_eq!((progress.tasks_complete, progress.percent()), (1, 25));
    assert_eq!(progress.stage(), Stage::Open);
}
