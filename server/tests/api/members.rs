//! Members of a project.

use domain::account::Member;
use domain::actor::Role;
use domain::judgment::Verdict;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;

#[tokio::test]
async fn a_member_is_known_by_an_address_that_has_an_account() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = app.person("ann").await;
    let path = project.path("/members");
    let new = json!({ "email": ann.email.to_uppercase(), "role": "rater" });

    let nobody: Answer = project
        .manager
        .post(&path, json!({ "email": "nobody@example.org", "role": "rater" }))
        .await;
    let added: Answer = project.manager.post(&path, &new).await;
    let twice: Answer = project.manager.post(&path, &new).await;

    assert_eq!(nobody.refused(422)["field"], "email");
    added.expect(201);
    twice.refused(409);
    let members: Vec<Member> = project.manager.get(&path).await.ok();
    let ann = members.iter().find(|member| member.account_id == ann.id).unwrap();
    assert_eq!((ann.role, ann.name.as_str(), members.len()), (Role::Rater, "ann", 3));
}

#[tokio::test]
async fn another_role_ends_the_sessions_of_the_old_one() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = app.person_with_password("ann", "correct horse battery").await;
    project.add(&ann, Role::Rater).await;
    ann.signs_in("correct horse battery").await.expect(201);
    let path = project.path(&format!("/members/{}", ann.id));

    project.manager.put::<Value>(&path, json!({ "role": "manager" })).await.no_content();

    ann.get::<Value>("/session").await.refused(401);
    ann.signs_in("correct horse battery").await.expect(201);
    ann.get::<Value>(&project.path("/members")).await.expect(200);
}

#[tokio::test]
async fn whoever_leaves_frees_what_was_in_hand_and_leaves_the_judgments_behind() {
    let app = TestApp::start().await;
    let project = app.project().tasks(2).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    ann.judges(project.task(0), Verdict::A).await.created();
    let held = ann.gets_task(&[]).await.assignment_id;
    let path = project.path(&format!("/members/{}", ann.id));

    project.manager.delete(&path).await.no_content();

    ann.get::<Value>(&project.path("")).await.refused(404);
    ann.submits(held, &crate::actor::judgment(Verdict::A)).await.refused(404);
    assert_eq!(bob.task(bob.gets_task(&[]).await.assignment_id).await, ann.task(held).await);
    assert_eq!(app.database.number("select count(*) from judgment", &[]).await, 1);
    project.manager.delete(&path).await.refused(404);
}

#[tokio::test]
async fn whoever_comes_back_goes_on_where_she_left() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(3).create().await;
    let ann = project.rater("ann").await;
    ann.judges(project.task(0), Verdict::A).await.created();
    let path = project.path(&format!("/members/{}", ann.id));
    project.manager.delete(&path).await.no_content();

    project.add(&ann, Role::Rater).await;

    let first = ann.gets_task(&[]).await.assignment_id;
    let second = ann.gets_task(&[first]).await.assignment_id;
    assert!(![first, second].contains(&ann.assignment(project.task(0)).await));
    assert_eq!(ann.judgments().await.ok().len(), 1);
}
