//! A crowd at once: nothing lost, nothing doubled, exactly as many judgments as wanted.
//!
//! Some vanish with tasks in hand, some submit after their time has run out, many send twice.
//! Time is moved in the database, so that nobody waits for it.

use std::collections::HashSet;
use std::time::Duration;

use domain::assignment::MAX_HELD;
use domain::id::{AssignmentId, JudgmentId};
use domain::judgment::{NewJudgment, OwnJudgment, Verdict};
use domain::task::NextTask;
use futures::future::join_all;
use serde_json::{Value, json};
use server::db::Tx;
use uuid::Uuid;

use crate::actor::{Rater, judgment};
use crate::app::TestApp;

const RATERS: usize = 50;
const TASKS: usize = 200;
const OVERLAP: i32 = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_yields_exactly_the_judgments_wanted_and_loses_none() {
    let app = TestApp::start().await;
    let project = app.project().overlap(OVERLAP).tasks(TASKS).create().await;
    let mut raters = Vec::new();
    for n in 0..RATERS {
        raters.push(project.rater(&format!("rater{n}")).await);
    }

    let work = raters.iter().enumerate().map(|(n, rater)| work(n, rater));
    let mut acknowledged: Vec<JudgmentId> = join_all(work).await.into_iter().flatten().collect();
    // What the last stragglers have freed when nobody looked for work any more.
    for rater in &raters {
        acknowledged.extend(finish(rater).await);
    }

    let distinct: HashSet<_> = acknowledged.iter().copied().collect();
    let kept: HashSet<_> = app
        .database
        .column::<JudgmentId>("select id from judgment", &[])
        .await
        .into_iter()
        .collect();
    assert_eq!(acknowledged.len(), distinct.len(), "a judgment was acknowledged as two");
    assert!(distinct.is_subset(&kept), "an acknowledged judgment is lost");
    assert!(kept.is_subset(&distinct), "there is a judgment that nobody made");
    let exactly = "
        select count(*) from (
            select task_id from judgment where counted
            group by task_id having count(*) = 3) as full_tasks";
    assert_eq!(app.database.number(exactly, &[]).await, TASKS as i64);
    let counted = "select count(*) from judgment where counted";
    assert_eq!(app.database.number(counted, &[]).await, TASKS as i64 * i64::from(OVERLAP));
    let late = app.database.number("select count(*) from judgment where late", &[]).await;
    assert!(late > 0, "nobody was late: the test tests too little");
    let open = "select count(*) from task where open_slots <> 0";
    assert_eq!(app.database.number(open, &[]).await, 0);
}

/// Judges until there is nothing left; every fifth rater vanishes, every fifth lets leases expire.
async fn work(n: usize, rater: &Rater) -> Vec<JudgmentId> {
    let mut acknowledged = Vec::new();
    let mut brought = None;
    for turn in 0.. {
        if n.is_multiple_of(5) && turn == 4 {
            vanish(rater).await;
            break;
        }
        let task = match brought.take() {
            Some(task) => task,
            None => match claim(rater, &[]).await {
                Some(task) => task,
                None => break,
            },
        };
        if n % 5 == 1 && turn % 3 == 0 {
            rater.lets_leases_expire().await;
            tokio::task::yield_now().await;
        }
        let new = judgment(if turn % 2 == 0 { Verdict::A } else { Verdict::Tie });
        if turn % 4 == 0 {
            let (one, two) = tokio::join!(submit(rater, task, &new), submit(rater, task, &new));
            assert_eq!(one, two);
        } else if turn % 2 == 0 {
            submit(rater, task, &new).await;
        } else {
            brought = submit_and_claim(rater, task, &new).await;
        }
        acknowledged.push(new.id);
    }
    acknowledged
}

/// Takes several tasks and never comes back; their time runs out.
async fn vanish(rater: &Rater) {
    let mut have = Vec::new();
    for _ in 0..3 {
        have.extend(claim(rater, &have).await);
    }
    rater.lets_leases_expire().await;
}

/// Judges what is left for this rater.
async fn finish(rater: &Rater) -> Vec<JudgmentId> {
    let mut acknowledged = Vec::new();
    while let Some(task) = claim(rater, &[]).await {
        let new = judgment(Verdict::B);
        submit(rater, task, &new).await;
        acknowledged.push(new.id);
    }
    acknowledged
}

/// Claims a task, again and again while the server is busy; none if there is none.
async fn claim(rater: &Rater, have: &[AssignmentId]) -> Option<AssignmentId> {
    loop {
        let answer = rater.claims(have).await;
        if answer.status == 503 {
            continue;
        }
        return match answer.ok() {
            NextTask::Task(task) => Some(task.assignment_id),
            NextTask::Waiting { .. } | NextTask::Finished => None,
            other => panic!("no task and no good reason: {other:?}"),
        };
    }
}

/// Submits a judgment, again and again while the server is busy.
async fn submit(rater: &Rater, task: AssignmentId, new: &NewJudgment) -> OwnJudgment {
    loop {
        let answer = rater.submits(task, new).await;
        match answer.status.as_u16() {
            503 => {}
            201 => return answer.created(),
            _ => return answer.ok(),
        }
    }
}

/// The same, and the next task with it, where one is brought along.
async fn submit_and_claim(
    rater: &Rater,
    task: AssignmentId,
    new: &NewJudgment,
) -> Option<AssignmentId> {
    loop {
        let answer = rater.submits_and_claims(task, new, &[]).await;
        let answer = match answer.status.as_u16() {
            503 => continue,
            201 => answer.created(),
            _ => answer.ok(),
        };
        return match answer.next {
            Some(NextTask::Task(task)) => Some(task.assignment_id),
            _ => None,
        };
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_around_few_tasks_never_gets_one_too_many() {
    let app = TestApp::start().await;
    let project = app.project().overlap(OVERLAP).tasks(2).create().await;
    let mut raters = Vec::new();
    for n in 0..20 {
        raters.push(project.rater(&format!("rater{n}")).await);
    }

    let claims = join_all(raters.iter().map(|rater| claim(rater, &[]))).await;

    let ids: Vec<Uuid> = claims.into_iter().flatten().map(|task| task.0).collect();
    assert_eq!(ids.len(), 2 * usize::try_from(OVERLAP).unwrap());
    let crowded = "
        select count(*) from (
            select task_id from assignment where state = 'held'
            group by task_id having count(*) > 3) as crowded";
    assert_eq!(app.database.number(crowded, &[]).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_in_a_crowd_gets_a_task_while_there_are_enough() {
    let app = TestApp::start().await;
    let project = app.project().tasks(60).create().await;
    let mut raters = Vec::new();
    for n in 0..RATERS {
        raters.push(project.rater(&format!("rater{n}")).await);
    }

    let claims = join_all(raters.iter().map(|rater| claim(rater, &[]))).await;

    let claimed: HashSet<AssignmentId> = claims.into_iter().flatten().collect();
    assert_eq!(claimed.len(), RATERS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_rater_never_holds_more_than_the_limit_however_many_claims_come_at_once() {
    let app = TestApp::start().await;
    let project = app.project().tasks(100).create().await;
    let ann = project.rater("ann").await;
    let all = "select count(*) from assignment where state = 'held'";

    let mut have = Vec::new();
    for _ in 0..4 {
        join_all((0..60).map(|_| ann.claims(&have))).await;
        have = app.database.column::<AssignmentId>("select id from assignment", &[]).await;
    }
    assert_eq!(app.database.number(all, &[]).await, 4, "one for each crowd of claims");
    let one = ann.claims(&[]).await.ok();
    let NextTask::Task(first) = one else { panic!("{one:?}") };
    for _ in 0..MAX_HELD {
        have.extend(claim(&ann, &have).await.filter(|_| have.len() < 8));
        if have.len() == 8 {
            break;
        }
    }
    let refused = join_all((0..30).map(|_| ann.claims(&have))).await;
    let new = judgment(Verdict::A);
    let have: Vec<AssignmentId> =
        have.into_iter().filter(|task| *task != first.assignment_id).collect();
    let (submitted, _) = tokio::join!(
        ann.submits_and_claims(first.assignment_id, &new, &have),
        join_all((0..30).map(|_| ann.claims(&have)))
    );

    assert!(refused.iter().all(|answer| answer.status == 409));
    assert!(submitted.status.is_success());
    assert_eq!(app.database.number(all, &[]).await, MAX_HELD);
}

#[tokio::test]
async fn a_locked_row_can_still_be_referred_to() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let mut locks = app.database.db.write().await.unwrap();
    if matches!(locks, Tx::Sqlite(_)) {
        // Locks are for an engine with several writers.
        locks.commit().await.unwrap();
        return;
    }
    locks.lock_admins().await.unwrap();
    locks.lock_project(project.id).await.unwrap();

    let work = async {
        let new = json!({ "name": "t", "scope": "read" });
        project.admin.post::<Value>("/account/tokens", new).await.expect(201);
        let task = ann.gets_task(&[]).await.assignment_id;
        ann.submits(task, &judgment(Verdict::A)).await.expect(201);
    };

    tokio::time::timeout(Duration::from_secs(20), work).await.expect("nobody waits for the locks");
    locks.commit().await.unwrap();
}
