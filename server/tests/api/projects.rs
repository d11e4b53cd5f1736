//! Projects and what changes about them.

use domain::judgment::{NewJudgment, Verdict};
use domain::project::{ProjectView, Status};
use domain::task::{NextTask, TaskToJudge};
use serde_json::{Value, json};

use crate::actor::judgment;
use crate::answer::Answer;
use crate::app::TestApp;

#[tokio::test]
async fn a_new_project_is_a_draft_of_its_creator() {
    let app = TestApp::start().await;
    let admin = app.admin().await;

    let new = json!({ "name": " Poems ", "guidelines": "# Rhyme", "overlap": 3 });
    let project: ProjectView = admin.post("/projects", new).await.created();

    assert_eq!((project.project.name.as_str(), project.project.overlap), ("Poems", 3));
    assert_eq!((project.project.status, project.project.created_by), (Status::Draft, admin.id));
    assert_eq!(project.guidelines, "# Rhyme");
    let found: ProjectView = admin.get(&format!("/projects/{}", project.project.id)).await.ok();
    let listed: Vec<ProjectView> = admin.get("/projects").await.ok();
    assert_eq!((&found, &listed[..]), (&project, &[project.clone()][..]));
}

#[tokio::test]
async fn members_see_their_projects_and_site_admins_all() {
    let app = TestApp::start().await;
    let (one, two) = (app.project().create().await, app.project().create().await);
    let ann = one.rater("ann").await;

    let hers: Vec<ProjectView> = ann.get("/projects").await.ok();
    let all: Vec<ProjectView> = app.admin().await.get("/projects").await.ok();

    assert_eq!(hers.iter().map(|view| view.project.id).collect::<Vec<_>>(), [one.id]);
    assert_eq!(all.iter().map(|view| view.project.id).collect::<Vec<_>>(), [two.id, one.id]);
    assert_eq!(all[0].role, None);
}

#[tokio::test]
async fn new_guidelines_are_a_new_version_and_judgments_keep_theirs() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let ann = project.rater("ann").await;
    let before = ann.judges(project.task(0), Verdict::A).await.created();

    let same = project.changes(json!({ "guidelines": "Be fair." })).await;
    let changed = project.changes(json!({ "guidelines": "Be kind." })).await;

    let task = ann.gets_task(&[]).await;
    let after = ann.judges(project.task(1), Verdict::A).await.created();
    assert_eq!((same.project.guideline_version, changed.project.guideline_version), (1, 2));
    assert_eq!((before.guideline_version, after.guideline_version), (1, 2));
    assert_eq!((task.guideline_version, changed.guidelines.as_str()), (2, "Be kind."));
    let kept = app.database.number("select count(*) from guideline where version = 1", &[]).await;
    assert_eq!(kept, 1);
}

#[tokio::test]
async fn a_judgment_keeps_the_guidelines_that_its_task_came_with() {
    let app = TestApp::start().await;
    let project = app.project().tasks(6).create().await;
    let ann = project.rater("ann").await;
    let mut have = Vec::new();
    for _ in 0..5 {
        have.push(ann.gets_task(&have).await.assignment_id);
    }
    let before = ann.submits(have[0], &judgment(Verdict::A)).await.created();
    project.changes(json!({ "guidelines": "Be kind." })).await;

    // In hand, skipped, judged after the skip, late, corrected.
    let held = ann.submits(have[1], &judgment(Verdict::A)).await.created();
    ann.post::<Value>(
        &format!("/assignments/{}/skips", have[2]),
        json!({ "id": uuid::Uuid::now_v7(), "reason": "broken" }),
    )
    .await
    .expect(201);
    let shown: TaskToJudge = ann.get(&format!("/assignments/{}", have[3])).await.ok();
    let earlier = ann.earlier(&[]).await.unwrap().task;
    let after_skip = ann.submits(have[2], &judgment(Verdict::A)).await.created();
    ann.lets_leases_expire().await;
    let late = ann.submits(have[3], &judgment(Verdict::A)).await.created();
    let revises = Some(before.id);
    let correction = NewJudgment { revises, ..judgment(Verdict::B) };
    let corrected = ann.submits(have[0], &correction).await.created();
    // Served again, it comes with the new ones.
    let renewed = ann.gets_task(&[]).await;
    let anew = ann.submits(renewed.assignment_id, &judgment(Verdict::A)).await.created();

    let versions = [before, held, after_skip, late.clone(), corrected];
    assert_eq!(versions.map(|judgment| judgment.guideline_version), [1; 5]);
    assert_eq!((shown.guideline_version, earlier.guideline_version, late.late), (1, 1, true));
    assert_eq!((renewed.guideline_version, anew.guideline_version), (2, 2));
    let skipped = "select count(*) from skip where guideline_version = 1";
    assert_eq!(app.database.number(skipped, &[]).await, 1);
}

#[tokio::test]
async fn another_protocol_is_a_new_version_and_judgments_keep_the_one_that_was_seen() {
    let app = TestApp::start().await;
    let project = app.project().tasks(3).create().await;
    let ann = project.rater("ann").await;
    let held = ann.gets_task(&[]).await;
    let scale = json!({ "points": 2, "both_bad": false, "both_good": true });
    let protocol = json!({ "kind": "pair", "scale": scale });

    let changed = project.changes(json!({ "protocol": protocol })).await;
    let same = project.changes(json!({ "protocol": protocol })).await;

    assert_eq!((changed.project.protocol_version, same.project.protocol_version), (2, 2));
    let tie = judgment(Verdict::Tie);
    let seen = |version| NewJudgment { protocol_version: Some(version), ..tie.clone() };
    assert_eq!(
        ann.submits(held.assignment_id, &seen(3)).await.refused(422)["field"],
        "protocol_version"
    );
    assert_eq!((held.protocol_version, held.protocol.scale().unwrap().points), (1, 7));
    let again: TaskToJudge = ann.get(&format!("/assignments/{}", held.assignment_id)).await.ok();
    assert_eq!((again.protocol_version, &again.protocol), (1, &held.protocol));
    assert_eq!(ann.submits(held.assignment_id, &seen(2)).await.refused(422)["field"], "grade");
    let kept = ann.submits(held.assignment_id, &tie).await.created();
    assert_eq!(kept.protocol_version, 1, "the one that the task came with");
    let next = ann.gets_task(&[]).await;
    assert_eq!((next.protocol_version, next.protocol.scale().unwrap().points), (2, 2));
    ann.submits(next.assignment_id, &judgment(Verdict::BothBad)).await.refused(422);
    let good = ann.submits(next.assignment_id, &judgment(Verdict::BothGood)).await.created();
    assert_eq!((good.protocol_version, good.verdict), (2, Some(Verdict::BothGood)));
}

#[tokio::test]
async fn a_protocol_that_nobody_could_judge_by_is_refused() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    for points in [0, 1, 10] {
        let scale = json!({ "points": points, "both_bad": true });
        let protocol = json!({ "kind": "pair", "scale": scale });

        let answer: Answer =
            project.manager.patch(&project.path(""), json!({ "protocol": protocol })).await;

        assert_eq!(answer.refused(422)["field"], "points");
    }
}

#[tokio::test]
async fn a_higher_overlap_opens_slots_and_a_lower_one_closes_them() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(1).create().await;
    for name in ["ann", "bob"] {
        project.rater(name).await.judges(project.task(0), Verdict::A).await.created();
    }
    let (cleo, dan) = (project.rater("cleo").await, project.rater("dan").await);

    let closed = cleo.claims(&[]).await.ok();
    project.changes(json!({ "overlap": 3 })).await;
    let opened = cleo.judges(project.task(0), Verdict::A).await.created();
    project.changes(json!({ "overlap": 1 })).await;
    let lowered = dan.claims(&[]).await.ok();
    project.changes(json!({ "overlap": 3 })).await;
    let raised_again = dan.claims(&[]).await.ok();

    assert_eq!(closed, NextTask::Finished);
    assert!(app.database.counts(opened.id).await);
    assert_eq!((lowered, raised_again), (NextTask::Finished, NextTask::Finished));
}

#[tokio::test]
async fn tasks_brought_in_after_a_change_of_overlap_have_the_new_one() {
    let app = TestApp::start().await;
    let project = app.project().overlap(1).create().await;
    project.changes(json!({ "overlap": 2 })).await;
    project.imports(&crate::factory::pairs(0..1)).await;

    for name in ["ann", "bob"] {
        let rater = project.rater(name).await;
        let judged = rater.judges(project.task(0), Verdict::A).await.created();
        assert!(app.database.counts(judged.id).await);
    }
}

#[tokio::test]
async fn changes_that_break_a_rule_are_refused_with_their_field() {
    let app = TestApp::start().await;
    let project = app.project().create().await;

    for (field, changes) in [
        ("name", json!({ "name": " " })),
        ("overlap", json!({ "overlap": 101 })),
        ("lease_seconds", json!({ "lease_seconds": 59 })),
        ("guidelines", json!({ "guidelines": "x".repeat(100_001) })),
        ("status", json!({ "status": "gone" })),
    ] {
        let answer: Answer = project.manager.patch(&project.path(""), &changes).await;

        assert_eq!(answer.refused(422)["field"], field);
    }
}
