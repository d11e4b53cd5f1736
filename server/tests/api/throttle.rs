//! Guessing passwords: attackers, the owners of their accounts, and everybody else.

use domain::id::AccountId;
use futures::future::join_all;
use serde_json::{Value, json};
use server::throttle::{self, Subject};
use uuid::Uuid;

use crate::actor::Person;
use crate::answer::Answer;
use crate::app::TestApp;

const PASSWORD: &str = "correct horse battery";

/// Behind a proxy, whose word about addresses counts.
async fn start() -> TestApp {
    TestApp::start_with(&["--trusted-proxy", "127.0.0.1"]).await
}

/// Lets time go by for the throttle.
async fn wait(app: &TestApp) {
    app.database.execute("update throttle set full_at = full_at - 30000000", &[]).await;
}

fn count(answers: &[Answer], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status == status).count()
}

/// Wrong guesses that were compared with the password.
async fn compared(app: &TestApp) -> i64 {
    app.database.number("select count(*) from event where kind = 'sign_in_failed'", &[]).await
}

#[tokio::test]
async fn failures_slow_further_attempts_down_and_lock_nobody_out() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    for _ in 0..5 {
        ann.signs_in("wrong").await.refused(422);
    }

    let too_soon = ann.signs_in(PASSWORD).await;
    wait(&app).await;
    let later = ann.signs_in(PASSWORD).await;

    let problem = too_soon.refused(429);
    assert_eq!(problem["error"], "too_many_attempts");
    let seconds: u32 = too_soon.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((25..=30).contains(&seconds), "{seconds}");
    assert_eq!(problem["message"], format!("too many attempts; try again in {seconds} s"));
    later.expect(201);
}

#[tokio::test]
async fn refused_attempts_do_not_make_the_wait_longer() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    for _ in 0..5 {
        ann.signs_in("wrong").await.refused(422);
    }
    for _ in 0..40 {
        ann.signs_in("wrong").await.refused(429);
    }

    wait(&app).await;

    ann.signs_in(PASSWORD).await.expect(201);
}

#[tokio::test]
async fn of_three_hundred_guesses_at_once_at_one_account_five_are_compared() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let strangers: Vec<Person> = (0..300).map(|_| ann.elsewhere()).collect();

    let answers = join_all(strangers.iter().map(|stranger| stranger.signs_in("wrong"))).await;

    assert_eq!(count(&answers, 422), 5);
    assert_eq!(count(&answers, 422) + count(&answers, 429) + count(&answers, 503), 300);
    assert_eq!(compared(&app).await, 5);
}

#[tokio::test]
async fn of_three_hundred_accounts_tried_at_once_from_one_address_thirty_are_compared() {
    let app = start().await;
    let strangers: Vec<Person> =
        (0..300).map(|_| app.stranger().trying(&app.new_email("nobody"))).collect();

    let answers = join_all(strangers.iter().map(|stranger| stranger.signs_in("wrong"))).await;

    assert_eq!(count(&answers, 422), 30);
    assert_eq!(compared(&app).await, 30);
}

#[tokio::test]
async fn of_a_hundred_addresses_that_guess_at_one_account_fifty_get_a_guess() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let strangers: Vec<_> =
        (0..100).map(|n| (ann.elsewhere(), format!("198.51.100.{n}"))).collect();

    let guesses = strangers.iter().map(|(stranger, at)| stranger.signs_in_from(at, "wrong"));
    let answers = join_all(guesses).await;

    assert_eq!(count(&answers, 422), 50);
    assert_eq!(compared(&app).await, 50);
}

#[tokio::test]
async fn two_servers_count_together() {
    let app = start().await;
    let other = app.database.connect_again().await;
    let subjects = [
        Subject::device(AccountId(Uuid::now_v7()), "a"),
        Subject::account("ann@example.org"),
        Subject::address("198.51.100.7".parse().unwrap()),
    ];

    let attempts = (0..120).map(|n| {
        let db = if n % 2 == 0 { &app.state.db } else { &other };
        throttle::count(db, &subjects)
    });
    let outcomes = join_all(attempts).await;

    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 5);
    other.close().await;
}

#[tokio::test]
async fn an_ipv6_network_counts_as_one_address() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    for n in 0..5 {
        ann.signs_in_from(&format!("2001:db8::{n}"), "wrong").await.refused(422);
    }

    let neighbour = ann.signs_in_from("2001:db8::ffff:1", "wrong").await;
    let other = ann.signs_in_from("2001:db8:0:1::1", PASSWORD).await;

    neighbour.refused(429);
    other.expect(201);
}

#[tokio::test]
async fn an_owner_gets_in_while_a_stranger_guesses() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let stranger = ann.elsewhere();

    for _ in 0..20 {
        stranger.signs_in_from("203.0.113.9", "wrong").await;
        ann.elsewhere().signs_in_from("198.51.100.7", PASSWORD).await.expect(201);
    }

    stranger.signs_in_from("203.0.113.9", PASSWORD).await.refused(429);
}

#[tokio::test]
async fn an_owner_gets_in_with_a_known_browser_while_the_whole_world_guesses() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in_from("198.51.100.7", PASSWORD).await.expect(201);
    ann.delete("/session").await.no_content();
    // At her own address, too.
    for n in 0..60 {
        ann.elsewhere().signs_in_from(&format!("203.0.113.{n}"), "wrong").await;
    }
    for _ in 0..6 {
        ann.elsewhere().signs_in_from("198.51.100.7", "wrong").await;
    }

    let known = ann.signs_in_from("198.51.100.7", PASSWORD).await;
    let unknown = ann.elsewhere().signs_in_from("192.0.2.1", PASSWORD).await;

    known.expect(201);
    unknown.refused(429);
}

#[tokio::test]
async fn a_known_browser_is_known_to_its_own_accounts_only_and_has_few_guesses_itself() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let bob = app.person_with_password("bob", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);
    let at_bob = ann.clone().trying(&bob.email);
    for _ in 0..5 {
        at_bob.signs_in("wrong").await.refused(422);
        ann.signs_in("wrong").await.refused(422);
    }

    at_bob.signs_in("wrong").await.refused(429);
    ann.signs_in(PASSWORD).await.refused(429);
    bob.signs_in_from("198.51.100.7", PASSWORD).await.expect(201);
}

#[tokio::test]
async fn a_browser_brings_no_secret_of_its_own() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    let planted = "0".repeat(64);
    let request = ann.request(reqwest::Method::POST, "/session");
    let body = json!({ "email": ann.email, "password": PASSWORD });

    let request = request.header("cookie", format!("touchstone_device={planted}")).json(&body);
    let answer: Answer = ann.send(request).await;

    answer.expect(201);
    let cookies = format!("{:?}", answer.headers.get_all("set-cookie").iter().collect::<Vec<_>>());
    assert!(cookies.contains("touchstone_device=") && !cookies.contains(&planted), "{cookies}");
    let kept = app.database.column::<String>("select device_hash from known_device", &[]).await;
    assert!(!cookies.contains(&kept[0]), "the database keeps the cookie itself");
}

#[tokio::test]
async fn an_account_knows_twenty_browsers() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;

    for _ in 0..22 {
        ann.elsewhere().signs_in(PASSWORD).await.expect(201);
    }

    assert_eq!(app.database.number("select count(*) from known_device", &[]).await, 20);
}

#[tokio::test]
async fn a_right_password_makes_up_for_wrong_ones_and_nothing_is_kept_of_those_who_waited() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;

    for _ in 0..10 {
        for _ in 0..4 {
            ann.signs_in("wrong").await.refused(422);
        }
        ann.signs_in(PASSWORD).await.expect(201);
        wait(&app).await;
        wait(&app).await;
        wait(&app).await;
    }
    app.database.execute("update throttle set full_at = 1", &[]).await;
    ann.signs_in("wrong").await.refused(422);

    assert_eq!(app.database.number("select count(*) from throttle", &[]).await, 1);
}

#[tokio::test]
async fn a_stranger_at_a_signed_in_browser_cannot_guess_its_password_either() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);
    let change = |current| json!({ "current": current, "new": "a quite different phrase" });

    let at_once = (0..50).map(|_| ann.put::<Value>("/account/password", change("wrong")));
    let answers = join_all(at_once).await;
    let too_soon: Answer = ann.put("/account/password", change(PASSWORD)).await;
    wait(&app).await;
    let later: Answer = ann.put("/account/password", change(PASSWORD)).await;

    assert_eq!(answers.iter().filter(|answer| answer.status == 422).count(), 5);
    too_soon.refused(429);
    later.no_content();
}

#[tokio::test]
async fn strangers_cannot_keep_an_owner_from_changing_the_password() {
    let app = start().await;
    let ann = app.person_with_password("ann", PASSWORD).await;
    ann.signs_in(PASSWORD).await.expect(201);
    for _ in 0..10 {
        ann.elsewhere().signs_in("wrong").await;
    }
    let change = json!({ "current": PASSWORD, "new": "a quite different phrase" });

    let changed: Answer = ann.put("/account/password", change).await;

    changed.no_content();
}
