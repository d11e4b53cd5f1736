//! Signing in and out, and what ends a session.

use std::sync::Arc;

use serde_json::{Value, json};
use server::session::{Session, Store};

use crate::answer::Answer;
use crate::app::TestApp;

const PASSWORD: &str = "correct horse battery";

/// A cookie that an answer sets, with its attributes.
#[track_caller]
fn cookie_of(answer: &Answer, name: &str) -> String {
    let cookies = answer.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
    let start = format!("{name}=");
    cookies.filter(|cookie| cookie.starts_with(&start)).collect::<Vec<_>>()[0].to_owned()
}

#[tokio::test]
async fn signing_in_takes_the_right_password_in_any_spelling_of_the_address() {
    let app = TestApp::start().await;
    let mut ann = app.person_with_password("ann", PASSWORD).await;
    ann.email = format!(" {} ", ann.email.to_uppercase());

    let wrong = ann.signs_in("correct horse batterie").await;
    let unknown = app.stranger().signs_in(PASSWORD).await;
    let right = ann.signs_in(PASSWORD).await;

    assert_eq!(wrong.refused(422), unknown.refused(422), "neither tells which addresses exist");
    right.expect(201);
    ann.get::<Value>("/session").await.expect(200);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;

    let answer = ann.signs_in(PASSWORD).await;

    for cookie in [cookie_of(&answer, "touchstone"), cookie_of(&answer, "touchstone_device")] {
        for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
    }
    let cookie = cookie_of(&answer, "touchstone");
    let id = cookie.split(['=', ';']).nth(1).unwrap();
    let kept = app.database.column::<String>("select id from session", &[]).await;
    assert!(!kept.iter().any(|kept| kept.contains(id)), "the database keeps the cookie itself");
}

#[tokio::test]
async fn behind_tls_the_cookie_is_bound_to_it_and_to_this_host() {
    let app = TestApp::start_with(&["--public-origin", "https://rate.example.org"]).await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let sign_in = json!({ "email": ann.email, "password": PASSWORD });

    // As a proxy passes it on.
    let request = reqwest::Client::new().post(format!("{}/api/v1/session", app.origin()));
    let answer = request.header("host", "rate.example.org").json(&sign_in).send().await.unwrap();

    assert_eq!(answer.status(), 201);
    let answer: Answer = Answer::read(answer).await;
    for name in ["__Host-touchstone", "__Host-touchstone_device"] {
        let cookie = cookie_of(&answer, name);
        for attribute in ["Secure", "HttpOnly", "Path=/"] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    assert!(answer.headers.contains_key("strict-transport-security"));
}

#[tokio::test]
async fn each_sign_in_has_an_id_of_its_own() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;

    let first = ann.signs_in(PASSWORD).await;
    let second = ann.signs_in(PASSWORD).await;

    assert_ne!(cookie_of(&first, "touchstone"), cookie_of(&second, "touchstone"));
    assert_eq!(app.database.number("select count(*) from session", &[]).await, 1);
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);

    ann.delete("/session").await.no_content();

    ann.get::<Value>("/session").await.refused(401);
    assert_eq!(app.database.number("select count(*) from session", &[]).await, 0);
}

#[tokio::test]
async fn a_request_under_way_at_sign_out_does_not_bring_the_session_back() {
    let app = TestApp::start().await;
    let store = Arc::new(Store::new(app.state.db.clone()));
    let session = Session::new(None, store.clone(), None);
    session.insert("n", 1).await.unwrap();
    session.save().await.unwrap();
    let under_way = Session::new(session.id(), store.clone(), None);
    under_way.get::<i32>("n").await.unwrap();

    session.flush().await.unwrap();
    under_way.insert("n", 2).await.unwrap();
    under_way.save().await.unwrap();

    let later = Session::new(under_way.id(), store, None);
    assert_eq!(later.get::<i32>("n").await.unwrap(), None);
    assert_eq!(app.database.number("select count(*) from session", &[]).await, 0);
}

#[tokio::test]
async fn a_request_under_way_at_sign_in_does_not_take_the_new_session_away() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let address = format!("{}/api/v1/session", app.origin());
    let first = cookie_of(&ann.signs_in(PASSWORD).await, "touchstone");
    ann.signs_in(PASSWORD).await.expect(201);

    // With the cookie that the second session replaced.
    let late = reqwest::Client::new().get(address).header("cookie", first).send().await.unwrap();
    let left = ann.delete("/session").await;

    assert_eq!(late.status(), 401);
    assert!(!late.headers().contains_key("set-cookie"), "{:?}", late.headers());
    assert!(left.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
}

#[tokio::test]
async fn a_changed_password_ends_every_other_session_and_keeps_this_one() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let elsewhere = ann.elsewhere();
    ann.signs_in(PASSWORD).await.expect(201);
    elsewhere.signs_in(PASSWORD).await.expect(201);
    let wrong = json!({ "current": "wrong", "new": "a quite different phrase" });
    let change = json!({ "current": PASSWORD, "new": "a quite different phrase" });

    let refused: Answer = ann.put("/account/password", wrong).await;
    ann.put::<Value>("/account/password", change).await.no_content();

    assert_eq!(refused.refused(422)["field"], "current");
    ann.get::<Value>("/session").await.expect(200);
    elsewhere.get::<Value>("/session").await.refused(401);
    elsewhere.signs_in(PASSWORD).await.refused(422);
    elsewhere.signs_in("a quite different phrase").await.expect(201);
}

#[tokio::test]
async fn signing_out_everywhere_ends_all_sessions_and_no_token() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let elsewhere = ann.elsewhere();
    let program = app.with_token(&ann, domain::actor::Scope::Read).await;
    ann.signs_in(PASSWORD).await.expect(201);
    elsewhere.signs_in(PASSWORD).await.expect(201);

    ann.delete("/account/sessions").await.no_content();

    ann.get::<Value>("/session").await.refused(401);
    elsewhere.get::<Value>("/session").await.refused(401);
    program.get::<Value>("/session").await.expect(200);
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it_and_in_any_case_some_day() {
    let app = TestApp::start().await;
    let (ann, bob) = (
        app.person_with_password("ann", PASSWORD).await,
        app.person_with_password("bob", PASSWORD).await,
    );
    ann.signs_in(PASSWORD).await.expect(201);
    app.database.execute("update session set expires_at = 1", &[]).await;
    bob.signs_in(PASSWORD).await.expect(201);
    let sql = r#"update session set data = replace(data, '"signed_in_at":', '"signed_in_at":-')"#;
    assert_eq!(app.database.execute(sql, &[]).await, 1);

    let unused = ann.get::<Value>("/session").await;
    let too_old = bob.get::<Value>("/session").await;

    unused.refused(401);
    too_old.refused(401);
}

#[tokio::test]
async fn a_session_in_use_lives_on() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);
    let expiry = "select expires_at from session";
    app.database.execute("update session set expires_at = expires_at - 60000000", &[]).await;
    let sql = r#"update session set data = replace(data, '"seen_at":', '"seen_at":-')"#;
    app.database.execute(sql, &[]).await;
    let before = app.database.number(expiry, &[]).await;

    ann.get::<Value>("/session").await.expect(200);

    assert!(app.database.number(expiry, &[]).await > before);
}

#[tokio::test]
async fn a_session_in_use_outlives_a_short_idle_time() {
    let app = TestApp::start_with(&["--session-idle", "20s"]).await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let answer = ann.signs_in(PASSWORD).await;
    let id = cookie_of(&answer, "touchstone").split(['=', ';']).nth(1).unwrap().parse().unwrap();
    // As if it had been three seconds ago.
    let session = Session::new(Some(id), Arc::new(Store::new(app.state.db.clone())), None);
    let mut visit: Value = session.get("visit").await.unwrap().unwrap();
    visit["seen_at"] = json!(visit["seen_at"].as_i64().unwrap() - 3_000_000);
    session.insert("visit", visit).await.unwrap();
    session.save().await.unwrap();
    let before = app.database.number("select expires_at from session", &[]).await;

    ann.get::<Value>("/session").await.expect(200);

    let after = app.database.number("select expires_at from session", &[]).await;
    assert_ne!(before, after, "a request does not put the end off");
}

#[tokio::test]
async fn another_site_cannot_act_with_the_cookie() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);
    let request = ann.request(reqwest::Method::DELETE, "/account/sessions");

    let answer: Answer = ann.send(request.header("sec-fetch-site", "cross-site")).await;

    answer.expect(403);
    ann.get::<Value>("/session").await.expect(200);
}
