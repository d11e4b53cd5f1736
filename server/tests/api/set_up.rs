//! The first admin.

use domain::account::Account;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;

fn first_admin(code: &str) -> Value {
    json!({
        "code": code,
        "email": " Root@Example.org",
        "name": "Root",
        "password": "correct horse battery",
    })
}

#[tokio::test]
async fn whoever_knows_the_code_becomes_the_first_admin_and_is_signed_in() {
    let app = TestApp::start().await;
    let root = app.stranger();
    let before: Value = root.get("/set-up").await.ok();

    let account: Account =
        root.post("/set-up", first_admin(&app.state.set_up_code)).await.created();

    let after: Value = root.get("/set-up").await.ok();
    let visitor: Value = root.get("/session").await.ok();
    assert_eq!((&before["needed"], &after["needed"]), (&json!(true), &json!(false)));
    assert_eq!((account.email.as_str(), account.site_admin), ("root@example.org", true));
    assert_eq!(visitor["account"]["id"], json!(account.id));
    assert_eq!(visitor["scope"], "full");
}

#[tokio::test]
async fn a_wrong_code_makes_nobody_an_admin() {
    let app = TestApp::start().await;

    let answer: Answer = app.stranger().post("/set-up", first_admin("aaaa-bbbb-cccc")).await;

    assert_eq!(answer.refused(422)["field"], "code");
    assert_eq!(app.database.number("select count(*) from account", &[]).await, 0);
}

#[tokio::test]
async fn there_is_one_first_admin_even_if_two_try_at_once() {
    let app = TestApp::start().await;
    let code = app.state.set_up_code.to_string();
    let (one, two) = (app.stranger(), app.stranger());
    let mut other = first_admin(&code);
    other["email"] = "other@example.org".into();

    let (first, second): (Answer, Answer) =
        tokio::join!(one.post("/set-up", first_admin(&code)), two.post("/set-up", other));

    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    assert_eq!(app.database.number("select count(*) from account", &[]).await, 1);
}
