//! What raters see of their own work, and what has changed in the guidelines meanwhile.

use domain::judgment::{MAX_ACTIVE_MS, NewJudgment, Verdict};
use domain::project::Guidelines;
use domain::work::Work;
use serde_json::json;

use crate::actor::{Rater, judgment};
use crate::app::TestApp;

async fn work(rater: &Rater) -> Work {
    rater.get("/account/work").await.ok()
}

#[tokio::test]
async fn work_is_counted_by_project_and_by_day_and_is_ones_own() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(3).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    for n in 0..3 {
        let task = ann.gets_task(&[]).await.assignment_id;
        let mut new = judgment(Verdict::A);
        new.active_ms = Some(1_000);
        ann.submits(task, &new).await.created();
        if n == 0 {
            let mut correction = judgment(Verdict::B);
            (correction.revises, correction.active_ms) = (Some(new.id), Some(9_000));
            ann.submits(task, &correction).await.created();
            // Two days ago.
            let sql = "update judgment set submitted_at = submitted_at - 172800000000";
            app.database.execute(sql, &[]).await;
        }
    }

    let Work { days, projects } = work(&ann).await;

    assert_eq!(projects.len(), 1);
    let hers = &projects[0];
    assert_eq!((hers.project_id, hers.judgments, hers.active_ms), (project.id, 3, 3_000));
    assert_eq!(days.len(), 14);
    assert_eq!(days.iter().map(|day| day.judgments).sum::<i64>(), 3);
    assert_eq!(days[13].judgments, hers.judgments_today);
    assert_eq!(work(&bob).await.projects, []);
}

#[tokio::test]
async fn no_time_that_is_sent_breaks_the_first_page() {
    let app = TestApp::start().await;
    let project = app.project().tasks(3).create().await;
    let ann = project.rater("ann").await;
    for _ in 0..2 {
        let task = ann.gets_task(&[]).await.assignment_id;
        let timed = |ms| NewJudgment { active_ms: Some(ms), ..judgment(Verdict::A) };
        for ms in [i64::MAX, MAX_ACTIVE_MS + 1, -1] {
            assert_eq!(ann.submits(task, &timed(ms)).await.refused(422)["field"], "active_ms");
        }
        ann.submits(task, &timed(MAX_ACTIVE_MS)).await.created();
    }
    // As it could be stored before there was a limit.
    let sql = "update judgment set active_ms = 9223372036854775807";
    app.database.execute(sql, &[]).await;
    let task = ann.gets_task(&[]).await.assignment_id;
    let timed = NewJudgment { active_ms: Some(1_000), ..judgment(Verdict::A) };
    ann.submits(task, &timed).await.created();

    let work = work(&ann).await;

    assert_eq!((work.projects[0].judgments, work.projects[0].active_ms), (3, 1_000));
}

#[tokio::test]
async fn a_day_is_that_of_the_raters_clock() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    ann.judges(project.task(0), Verdict::A).await.created();
    let dates = async |offset: i32| -> Vec<String> {
        let work: Work = ann.get(&format!("/account/work?utc_offset={offset}")).await.ok();
        assert_eq!(work.days[13].judgments, 1, "just now is today everywhere");
        work.days.into_iter().map(|day| day.date).collect()
    };

    // Fourteen hours ahead and twelve behind there are never the same days.
    assert_ne!(dates(840).await, dates(-720).await);
    let refused = ann.get::<Work>("/account/work?utc_offset=900").await.refused(422);
    assert_eq!(refused["field"], "utc_offset");
}

#[tokio::test]
async fn new_guidelines_are_news_until_something_is_judged_by_them() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let ann = project.rater("ann").await;
    ann.judges(project.task(0), Verdict::A).await.created();
    assert!(!work(&ann).await.projects[0].has_new_guidelines());

    project.changes(json!({ "guidelines": "Prefer the **shorter** one." })).await;

    let news = work(&ann).await.projects.remove(0);
    assert_eq!((news.guideline_version, news.newest_guideline_version), (1, 2));
    let path = |version: i32| project.path(&format!("/guidelines/{version}"));
    let newest: Guidelines = ann.get(&path(2)).await.ok();
    assert_eq!((newest.version, newest.text.as_str()), (2, "Prefer the **shorter** one."));
    assert_eq!(ann.get::<Guidelines>(&path(1)).await.ok().version, 1);
    ann.get::<Guidelines>(&path(3)).await.refused(404);
    ann.judges(project.task(1), Verdict::A).await.created();
    assert!(!work(&ann).await.projects[0].has_new_guidelines());
}

#[tokio::test]
async fn work_in_a_project_that_was_left_is_not_shown() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    ann.judges(project.task(0), Verdict::A).await.created();
    let member = project.path(&format!("/members/{}", ann.id));
    app.admin().await.delete(&member).await.no_content();

    assert_eq!(work(&ann).await.projects, []);
}
