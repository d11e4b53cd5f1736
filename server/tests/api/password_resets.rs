//! The way back for a forgotten password, and what keeps others from taking it.

use domain::account::{Account, PasswordReset, PasswordResetNotice, WithSecret};
use domain::actor::Scope;
use futures::future::join_all;
use serde_json::{Value, json};

use crate::actor::Person;
use crate::answer::Answer;
use crate::app::TestApp;

const PASSWORD: &str = "correct horse battery";
const NEW: &str = "a quite different phrase";

async fn create(admin: &Person, person: &Person) -> WithSecret<PasswordReset> {
    let path = format!("/accounts/{}/password-resets", person.id);
    admin.post(&path, json!({})).await.created()
}

async fn choose(person: &Person, secret: &str, password: &str) -> Answer<Account> {
    let path = format!("/password-resets/{secret}/password");
    person.post(&path, json!({ "password": password })).await
}

async fn is_dead(app: &TestApp, secret: &str) -> bool {
    let stranger = app.stranger();
    let notice = stranger.get::<Value>(&format!("/password-resets/{secret}")).await;
    let chosen = choose(&stranger, secret, NEW).await;
    notice.status == 409 && chosen.status == 409
}

/// How often the audit log tells of something that an account did.
async fn events(app: &TestApp, kind: &'static str, person: &Person) -> i64 {
    let sql = match kind {
        "created" => {
            "select count(*) from event
             where kind = 'password_reset_created' and account_id = $1"
        }
        "used" => {
            "select count(*) from event where kind = 'password_reset_used' and account_id = $1"
        }
        _ => {
            "select count(*) from event
             where kind = 'password_reset_revoked' and account_id = $1"
        }
    };
    app.database.number(sql, &[person.id.0]).await
}

#[tokio::test]
async fn the_holder_of_a_link_chooses_a_new_password_once() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let elsewhere = ann.elsewhere();
    elsewhere.signs_in(PASSWORD).await.expect(201);
    let reset = create(&admin, &ann).await;

    let notice: PasswordResetNotice =
        ann.get(&format!("/password-resets/{}", reset.secret)).await.ok();
    let account = choose(&ann, &reset.secret, NEW).await.created();

    assert_eq!(notice.email, ann.email);
    assert_eq!(account.id, ann.id);
    let seconds = (reset.of.expires_at.micros() - reset.of.created_at.micros()) / 1_000_000;
    assert_eq!(seconds, 86_400);
    ann.get::<Value>("/session").await.expect(200);
    elsewhere.get::<Value>("/session").await.refused(401);
    elsewhere.signs_in(PASSWORD).await.refused(422);
    elsewhere.signs_in(NEW).await.expect(201);
    assert!(is_dead(&app, &reset.secret).await);
    assert_eq!(events(&app, "created", &admin).await, 1);
    assert_eq!(events(&app, "used", &ann).await, 1);
}

#[tokio::test]
async fn of_many_who_use_a_link_at_once_one_succeeds() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let reset = create(&admin, &ann).await;
    let browsers: Vec<Person> = (0..8).map(|_| app.stranger()).collect();

    let chosen = browsers.iter().map(|browser| choose(browser, &reset.secret, NEW));
    let answers = join_all(chosen).await;

    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.status == 409).count(), 7);
}

#[tokio::test]
async fn a_weak_password_leaves_the_link_good() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let reset = create(&admin, &ann).await;

    let weak = choose(&ann, &reset.secret, "password").await;
    let strong = choose(&ann, &reset.secret, NEW).await;

    assert_eq!(weak.refused(422)["field"], "password");
    strong.expect(201);
}

#[tokio::test]
async fn a_link_ends_after_a_day_by_revocation_and_by_the_next_one() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let path = |of: &PasswordReset| format!("/accounts/{}/password-resets/{}", ann.id, of.id);

    let expired = create(&admin, &ann).await;
    let sql = "update password_reset set expires_at = expires_at - 86400000000";
    app.database.execute(sql, &[]).await;
    assert!(is_dead(&app, &expired.secret).await);

    let revoked = create(&admin, &ann).await;
    admin.delete(&path(&revoked.of)).await.no_content();
    admin.delete(&path(&revoked.of)).await.refused(404);
    assert!(is_dead(&app, &revoked.secret).await);

    let replaced = create(&admin, &ann).await;
    let last = create(&admin, &ann).await;
    assert!(is_dead(&app, &replaced.secret).await);
    let open: Vec<PasswordReset> = admin.get("/password-resets").await.ok();
    assert_eq!(open, [last.of]);
    assert_eq!(events(&app, "revoked", &admin).await, 1);
}

#[tokio::test]
async fn an_admin_cannot_take_another_over_unseen() {
    let app = TestApp::start().await;
    let (admin, other) = (app.admin().await, app.admin().await);
    let used = create(&admin, &other).await;
    choose(&app.stranger(), &used.secret, NEW).await.expect(201);
    let open = create(&admin, &other).await;

    let seen: Vec<PasswordReset> = other.get("/account/password-resets").await.ok();
    let own = format!("/account/password-resets/{}", open.of.id);
    app.person("ann").await.delete(&own).await.refused(404);
    other.delete(&own).await.no_content();

    assert_eq!(seen.iter().map(|reset| reset.id).collect::<Vec<_>>(), [open.of.id, used.of.id]);
    assert!(seen[1].used_at.is_some());
    assert!(seen.iter().all(|reset| reset.created_by.as_deref() == Some("admin")));
    assert!(is_dead(&app, &open.secret).await);
    assert_eq!(events(&app, "created", &admin).await, 2);
    assert_eq!(events(&app, "used", &other).await, 1);
}

#[tokio::test]
async fn a_link_is_no_way_around_ones_own_password_and_none_into_a_disabled_account() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let path = |person: &Person| format!("/accounts/{}/password-resets", person.id);
    let open = create(&admin, &ann).await;
    let disable = json!({ "disabled": true });
    let account = format!("/accounts/{}", ann.id);
    admin.patch::<Account>(&account, disable).await.expect(200);

    let own: Answer = admin.post(&path(&admin), json!({})).await;
    let disabled: Answer = admin.post(&path(&ann), json!({})).await;

    own.refused(409);
    disabled.refused(409);
    assert!(is_dead(&app, &open.secret).await);
}

#[tokio::test]
async fn a_link_dies_with_the_right_to_create_it() {
    let app = TestApp::start().await;
    let (admin, leaving) = (app.admin().await, app.admin().await);
    let ann = app.person_with_password("ann", PASSWORD).await;
    let bob = app.person_with_password("bob", PASSWORD).await;
    let account = format!("/accounts/{}", leaving.id);
    let raw = create(&leaving, &bob).await;
    let sql = "update account set site_admin = false where id = $1";
    app.database.execute(sql, &[leaving.id.0]).await;
    assert!(is_dead(&app, &raw.secret).await);
    let sql = "update account set site_admin = true where id = $1";
    app.database.execute(sql, &[leaving.id.0]).await;

    for changes in [json!({ "site_admin": false }), json!({ "disabled": true })] {
        let reset = create(&leaving, &ann).await;
        admin.patch::<Account>(&account, changes).await.expect(200);
        let back = json!({ "site_admin": true, "disabled": false });
        admin.patch::<Account>(&account, back).await.expect(200);
        assert!(is_dead(&app, &reset.secret).await);
    }
}

#[tokio::test]
async fn strangers_who_try_links_have_to_wait_and_holders_of_good_ones_do_not() {
    let app = TestApp::start_with(&["--trusted-proxy", "127.0.0.1"]).await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let good = server::password_reset::create_here(&app.state.db, ann.id).await.unwrap();
    let stranger = app.stranger();
    for _ in 0..40 {
        stranger.get::<Value>(&format!("/password-resets/{}", good.secret)).await.expect(200);
    }

    let paths: Vec<String> = (0..60).map(|n| format!("/password-resets/{n:064x}")).collect();
    let answers = join_all(paths.iter().map(|path| stranger.get::<Value>(path))).await;
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    let tried = choose(&stranger, &format!("{:064x}", 1), NEW).await;

    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 30);
    assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 30);
    tried.refused(429);
}

#[tokio::test]
async fn the_database_keeps_no_link_that_works_and_no_browser_that_was_known() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.elsewhere().signs_in(PASSWORD).await.expect(201);
    let reset = create(&admin, &ann).await;
    let kept = app.database.column::<String>("select secret_hash from password_reset", &[]).await;
    assert_ne!(kept[0], reset.secret);
    assert!(is_dead(&app, &kept[0]).await);
    let details = "select cast(detail as text) from event";
    let logged = app.database.column::<String>(details, &[]).await;
    assert!(logged.iter().all(|detail| !detail.contains(&reset.secret)));

    choose(&ann, &reset.secret, NEW).await.expect(201);

    // That of the browser in which the password was chosen.
    assert_eq!(app.database.number("select count(*) from known_device", &[]).await, 1);
}

#[tokio::test]
async fn tokens_outlive_a_new_password() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let program = app.with_token(&ann, Scope::Read).await;
    let reset = create(&admin, &ann).await;

    choose(&ann, &reset.secret, NEW).await.expect(201);

    program.get::<Value>("/session").await.expect(200);
}
