//! Accounts, as site admins look after them.

use domain::account::Account;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;

const PASSWORD: &str = "correct horse battery";

#[tokio::test]
async fn a_site_admin_sees_every_account_by_address() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    app.person("zoe").await;
    app.person("ann").await;

    let accounts: Vec<Account> = admin.get("/accounts").await.ok();

    let names: Vec<_> = accounts.iter().map(|account| account.name.as_str()).collect();
    assert_eq!(names, ["admin", "ann", "zoe"]);
}

#[tokio::test]
async fn a_disabled_account_is_locked_out_at_once_and_comes_back_when_enabled() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let program = app.with_token(&ann, domain::actor::Scope::Full).await;
    ann.signs_in(PASSWORD).await.expect(201);
    let path = format!("/accounts/{}", ann.id);

    let disabled: Account = admin.patch(&path, json!({ "disabled": true })).await.ok();

    assert!(disabled.disabled_at.is_some());
    ann.get::<Value>("/session").await.refused(401);
    program.get::<Value>("/session").await.refused(401);
    ann.signs_in(PASSWORD).await.refused(422);
    admin.patch::<Account>(&path, json!({ "disabled": false })).await.ok();
    program.get::<Value>("/session").await.expect(200);
    ann.get::<Value>("/session").await.refused(401);
    ann.signs_in(PASSWORD).await.expect(201);
}

#[tokio::test]
async fn a_change_of_nothing_signs_nobody_out() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);
    let path = format!("/accounts/{}", ann.id);

    admin.patch::<Account>(&path, json!({})).await.ok();
    admin.patch::<Account>(&path, json!({ "disabled": false, "site_admin": false })).await.ok();

    ann.get::<Value>("/session").await.expect(200);
}

#[tokio::test]
async fn the_last_site_admin_stays() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person("ann").await;
    let path = format!("/accounts/{}", admin.id);

    let disabled: Answer = admin.patch(&path, json!({ "disabled": true })).await;
    let demoted: Answer = admin.patch(&path, json!({ "site_admin": false })).await;
    admin
        .patch::<Value>(&format!("/accounts/{}", ann.id), json!({ "site_admin": true }))
        .await
        .ok();
    let succeeded: Answer = admin.patch(&path, json!({ "site_admin": false })).await;

    disabled.refused(409);
    demoted.refused(409);
    succeeded.expect(200);
    admin.get::<Value>("/accounts").await.refused(403);
    ann.get::<Value>("/accounts").await.expect(200);
}

#[tokio::test]
async fn a_new_office_ends_the_sessions_of_the_old_one() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);

    let path = format!("/accounts/{}", ann.id);
    admin.patch::<Value>(&path, json!({ "site_admin": true })).await.ok();

    ann.get::<Value>("/session").await.refused(401);
}

#[tokio::test]
async fn an_account_that_there_is_not_is_not_found() {
    let app = TestApp::start().await;
    let admin = app.admin().await;

    let path = format!("/accounts/{}", uuid::Uuid::now_v7());
    let answer: Answer = admin.patch(&path, json!({ "disabled": true })).await;

    assert_eq!(answer.refused(404)["what"], "account");
}

#[tokio::test]
async fn two_admins_who_dismiss_each_other_leave_one() {
    let app = TestApp::start().await;
    let (one, two) = (app.admin().await, app.admin().await);
    let [of_one, of_two] = [one.id, two.id].map(|id| format!("/accounts/{id}"));

    for _ in 0..10 {
        let dismissed = json!({ "site_admin": false });
        let (_, _): (Answer, Answer) =
            tokio::join!(one.patch(&of_two, &dismissed), two.patch(&of_one, &dismissed),);

        let left = "select count(*) from account where site_admin";
        assert!(app.database.number(left, &[]).await > 0);
        app.database.execute("update account set site_admin = true", &[]).await;
    }
}
