//! Corrections of judgments, rationales, and looking at judgments as they were made.

use domain::judgment::{Decided, OwnJudgment, Replay, Verdict};
use domain::results::Results;
use serde_json::{Value, json};

use crate::actor::judgment;
use crate::app::TestApp;

#[tokio::test]
async fn a_correction_is_a_revision_beside_the_first_and_counts_in_its_place() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let first = ann.judges(project.task(0), Verdict::A).await.created();
    let mut new = judgment(Verdict::Tie);
    new.revises = Some(first.id);

    let second = ann.submits(first.assignment_id, &new).await.created();
    let again = ann.submits(first.assignment_id, &new).await.ok();

    assert_eq!(again, second, "sent again it is the same correction");
    assert_eq!((second.revision, second.verdict), (2, Some(Verdict::Tie)));
    assert_eq!(second.late, first.late);
    assert!(app.database.counts(first.id).await && app.database.counts(second.id).await);
    let mut kept = ann.judgments().await.ok();
    kept.sort_by_key(|judgment| judgment.revision);
    assert_eq!(kept, [first.clone(), second.clone()]);
    let assignments = "select count(distinct assignment_id) from judgment";
    assert_eq!(app.database.number(assignments, &[]).await, 1, "the sides are those of before");
    let standing = "select count(*) from judgment where stands and revision = 2";
    assert_eq!(app.database.number(standing, &[]).await, 1);
    let results: Results = project.manager.get(&project.path("/results")).await.ok();
    assert_eq!((results.progress.judgments, results.majority.unwrap().tie), (1, 1));
    let table = project.manager.get::<Value>(&project.path("/exports/judgments_jsonl")).await;
    assert_eq!(table.text().lines().count(), 2, "both are in the table: {}", table.text());
}

#[tokio::test]
async fn only_ones_own_last_judgment_can_be_corrected() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(2).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let first = ann.judges(project.task(0), Verdict::A).await.created();
    let of_bob = bob.judges(project.task(0), Verdict::A).await.created();
    let correction_of = |revised| {
        let mut new = judgment(Verdict::B);
        new.revises = Some(revised);
        new
    };
    ann.submits(project.task(0), &correction_of(first.id)).await.created();

    let of_the_first_again = ann.submits(project.task(0), &correction_of(first.id)).await;
    let of_another = ann.submits(project.task(0), &correction_of(of_bob.id)).await;
    ann.claims(&[]).await.ok();
    let of_one_in_hand = ann.submits(project.task(1), &correction_of(first.id)).await;

    of_the_first_again.refused(409);
    of_another.refused(409);
    assert_eq!(of_one_in_hand.refused(422)["field"], "revises");
    assert_eq!(app.database.number("select count(*) from judgment", &[]).await, 3);
}

#[tokio::test]
async fn a_rationale_that_the_protocol_requires_must_be_long_enough() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let scale = json!({ "points": 7, "both_bad": true });
    let rationale = json!({ "ask": "required", "min_length": 10 });
    let protocol = json!({ "kind": "pair", "scale": scale, "rationale": rationale });
    project.changes(json!({ "protocol": protocol })).await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;
    let mut new = judgment(Verdict::A);

    let without = ann.submits(task.assignment_id, &new).await;
    new.rationale = Some("   so-so   ".into());
    let short = ann.submits(task.assignment_id, &new).await;
    new.rationale = Some("It is right.".into());
    let recorded = ann.submits(task.assignment_id, &new).await.created();

    assert_eq!(task.rationale, Some(10));
    assert_eq!(without.refused(422)["field"], "rationale");
    assert_eq!(short.refused(422)["field"], "rationale");
    assert_eq!(recorded.rationale, new.rationale);
    let mut correction = judgment(Verdict::B);
    correction.revises = Some(recorded.id);
    ann.submits(task.assignment_id, &correction).await.refused(422);
    correction.rationale = Some("It is wrong.".into());
    ann.submits(task.assignment_id, &correction).await.created();
}

#[tokio::test]
async fn a_rationale_of_a_share_is_asked_of_all_raters_of_a_task_alike() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(8).create().await;
    let scale = json!({ "points": 7, "both_bad": true });
    let rationale = json!({ "ask": "required", "share": 50, "min_length": 10 });
    let protocol = json!({ "kind": "pair", "scale": scale, "rationale": rationale });
    project.changes(json!({ "protocol": protocol })).await;
    let mut asked = Vec::new();
    for name in ["ann", "bob"] {
        let rater = project.rater(name).await;
        let mut tasks = Vec::new();
        let mut have = Vec::new();
        for _ in 0..8 {
            let task = rater.gets_task(&have).await;
            have.push(task.assignment_id);
            tasks.push((rater.task(task.assignment_id).await, task.rationale));
        }
        tasks.sort_unstable();
        asked.push(tasks);
    }

    assert_eq!(asked[0], asked[1]);
    assert!(asked[0].iter().all(|(_, least)| [Some(0), Some(10)].contains(least)), "{asked:?}");
}

#[tokio::test]
async fn a_judgment_is_replayed_as_its_rater_saw_it() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(1).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let (to_ann, to_bob) = (ann.gets_task(&[]).await, bob.gets_task(&[]).await);
    let mut of_ann = judgment(Verdict::A);
    of_ann.rationale = Some("Because.".into());
    let first = ann.submits(to_ann.assignment_id, &of_ann).await.created();
    let second = bob.submits(to_bob.assignment_id, &judgment(Verdict::B)).await.created();
    let scale = json!({ "points": 2, "both_bad": false });
    let protocol = json!({ "kind": "pair", "scale": scale });
    project.changes(json!({ "protocol": protocol, "guidelines": "*Newer*" })).await;
    let mut correction = judgment(Verdict::B);
    (correction.revises, correction.protocol_version) = (Some(first.id), Some(1));
    let corrected = ann.submits(to_ann.assignment_id, &correction).await.created();
    let replay = async |judgment: &OwnJudgment| -> Replay {
        project.manager.get(&format!("/judgments/{}", judgment.id)).await.ok()
    };

    let (by_ann, by_bob) = (replay(&first).await, replay(&second).await);

    assert_eq!(OwnJudgment::from(by_ann.judgment.clone()), first);
    assert_eq!(by_ann.prompt, to_ann.prompt);
    assert_eq!(by_ann.responses, to_ann.responses);
    assert_eq!(by_bob.responses, to_bob.responses);
    assert_ne!(by_ann.models, by_bob.models, "the second rater saw the sides turned");
    assert_eq!(by_ann.protocol, to_ann.protocol, "the protocol of then");
    assert!(!by_ann.guidelines.contains("Newer"), "the guidelines of then");
    let revisions: Vec<_> = by_ann.revisions.into_iter().map(OwnJudgment::from).collect();
    assert_eq!(revisions, [first, corrected.clone()]);
    let later = replay(&corrected).await;
    assert_eq!(later.responses, to_ann.responses);
    assert_eq!(later.guidelines, by_ann.guidelines, "those that the task came with");
}

#[tokio::test]
async fn earlier_judgments_come_back_one_after_the_other_as_they_were_shown() {
    let app = TestApp::start().await;
    let project = app.project().tasks(3).create().await;
    let ann = project.rater("ann").await;
    let mut shown = Vec::new();
    for _ in 0..3 {
        let task = ann.gets_task(&[]).await;
        ann.submits(task.assignment_id, &judgment(Verdict::A)).await.created();
        shown.push(task);
    }
    // Correcting the first brings it no further forward.
    let first = ann.earlier(&[shown[2].assignment_id, shown[1].assignment_id]).await.unwrap();
    let mut correction = judgment(Verdict::BothBad);
    let Decided::Judgment(judged) = first.decision else { panic!("{first:?}") };
    correction.revises = Some(judged.id);
    let corrected = ann.submits(shown[0].assignment_id, &correction).await.created();

    let mut known = Vec::new();
    for task in shown.iter().rev() {
        let earlier = ann.earlier(&known).await.unwrap();
        assert_eq!(earlier.task.responses, task.responses, "in the order of then");
        assert_eq!(
            (earlier.task.assignment_id, &earlier.task.prompt),
            (task.assignment_id, &task.prompt)
        );
        assert_eq!(earlier.task.protocol_version, task.protocol_version);
        known.push(task.assignment_id);
    }

    let last = ann.earlier(&known[..2]).await.unwrap();
    assert_eq!(last.decision, Decided::Judgment(corrected), "the one that stands");
    assert_eq!(ann.earlier(&known).await, None);
    assert_eq!(project.rater("bob").await.earlier(&[]).await, None, "only one's own");
}

#[tokio::test]
async fn an_earlier_judgment_comes_back_with_the_protocol_that_it_was_made_under() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;
    let task = ann.gets_task(&[]).await;
    let first = ann.submits(task.assignment_id, &judgment(Verdict::A)).await.created();
    let scale = json!({ "points": 2, "both_bad": false });
    project.changes(json!({ "protocol": { "kind": "pair", "scale": scale } })).await;
    project.changes(json!({ "status": "paused" })).await;

    let earlier = ann.earlier(&[]).await.unwrap();
    assert_eq!((earlier.task.protocol_version, &earlier.task.protocol), (1, &task.protocol));
    let mut correction = judgment(Verdict::B);
    (correction.revises, correction.protocol_version) = (Some(first.id), Some(1));
    ann.submits(task.assignment_id, &correction).await.created();

    project.changes(json!({ "status": "archived" })).await;
    let path = project.path("/judgments/earlier");
    ann.post::<()>(&path, json!({})).await.refused(409);
}
