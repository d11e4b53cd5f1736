//! Tokens: keys for programs.

use domain::account::{Token, WithSecret};
use domain::actor::Scope;
use domain::judgment::Verdict;
use serde_json::{Value, json};

use crate::actor::Person;
use crate::answer::Answer;
use crate::app::TestApp;

async fn with(app: &TestApp, person: &Person, new: Value) -> (WithSecret<Token>, Person) {
    let made: WithSecret<Token> = person.post("/account/tokens", new).await.created();
    let secret = Some(made.secret.clone());
    let program = Person::new(app.origin(), person.id, person.email.clone(), secret);
    (made, program)
}

#[tokio::test]
async fn a_token_acts_for_its_account_until_it_is_revoked() {
    let app = TestApp::start().await;
    let ann = app.person("ann").await;
    let (made, program) = with(&app, &ann, json!({ "name": "ci", "scope": "full" })).await;

    let before: Value = program.get("/session").await.ok();
    let path = format!("/account/tokens/{}", made.of.id);
    ann.delete(&path).await.no_content();
    let after = program.get::<Value>("/session").await;

    assert_eq!(before["account"]["id"], json!(ann.id));
    after.refused(401);
    ann.delete(&path).await.no_content();
    let tokens: Vec<Token> = ann.get("/account/tokens").await.ok();
    assert!(tokens[0].revoked_at.is_some());
    assert!(tokens[0].last_used_at.is_some());
}

#[tokio::test]
async fn nobody_revokes_the_token_of_another() {
    let app = TestApp::start().await;
    let (ann, bob) = (app.person("ann").await, app.person("bob").await);
    let (made, program) = with(&app, &ann, json!({ "name": "ci", "scope": "full" })).await;

    let answer = bob.delete(&format!("/account/tokens/{}", made.of.id)).await;

    answer.refused(404);
    program.get::<Value>("/session").await.expect(200);
}

#[tokio::test]
async fn a_token_stops_on_its_day() {
    let app = TestApp::start().await;
    let ann = app.person("ann").await;
    let new = json!({ "name": "ci", "scope": "full", "days": 1 });
    let (made, program) = with(&app, &ann, new).await;
    let sql = "update token set expires_at = expires_at - 86400000001 where id = $1";
    app.database.execute(sql, &[made.of.id.0]).await;

    let answer = program.get::<Value>("/session").await;

    answer.refused(401);
}

#[tokio::test]
async fn a_token_carries_its_scope_and_no_more() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let reader = app.with_token(&project.manager, Scope::Read).await;
    let judge = app.with_token(&project.manager, Scope::Judge).await;

    let read = reader.get::<Value>(&project.path("/members")).await;
    let refused: Answer = reader.post(&project.path("/claims"), json!({})).await;
    let judge = project.as_rater(&judge);
    let judged = judge.judges(project.task(0), Verdict::A).await;
    let changed: Answer = judge.patch(&project.path(""), json!({ "overlap": 2 })).await;

    read.expect(200);
    refused.refused(403);
    judged.created();
    changed.refused(403);
}

#[tokio::test]
async fn the_database_keeps_no_token_that_works() {
    let app = TestApp::start().await;
    let ann = app.person("ann").await;
    let (made, _) = with(&app, &ann, json!({ "name": "ci", "scope": "read" })).await;

    let kept = app.database.column::<String>("select token_hash from token", &[]).await;

    assert!(made.secret.starts_with("touchstone_"));
    for hash in kept {
        assert!(!made.secret.contains(&hash));
        let thief = Person::new(app.origin(), ann.id, ann.email.clone(), Some(hash));
        thief.get::<Value>("/session").await.refused(401);
    }
}

#[tokio::test]
async fn a_bad_token_is_not_saved_by_a_good_cookie() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", "correct horse battery").await;
    ann.signs_in("correct horse battery").await.expect(201);
    let request = ann.request(reqwest::Method::GET, "/session").bearer_auth("touchstone_0");

    let answer: Answer = ann.send(request).await;

    answer.refused(401);
}

#[tokio::test]
async fn a_token_lasts_a_year_at_most_or_for_ever() {
    let app = TestApp::start().await;
    let ann = app.person("ann").await;

    for (field, new) in [
        ("days", json!({ "name": "ci", "scope": "read", "days": 367 })),
        ("days", json!({ "name": "ci", "scope": "read", "days": 0 })),
        ("name", json!({ "name": " ", "scope": "read" })),
        ("scope", json!({ "name": "ci", "scope": "everything" })),
    ] {
        let answer: Answer = ann.post("/account/tokens", &new).await;

        assert_eq!(answer.refused(422)["field"], field, "{new}");
    }
}
