//! Where visits lead: every one is answered, however many come, and nobody is shown a stranger's
//! words as ours.

use std::collections::BTreeSet;
use std::time::Duration;

use app::App;
use futures::future::join_all;
use leptos_axum::generate_route_list;

use crate::scene::{Scene, Visit, empty};

/// Visits to each page, one after another.
const IN_TURN: usize = 100;

/// Visitors who come at the same time, and the visits of each to each page.
const VISITORS: usize = 16;
const AT_ONCE: usize = 10;

/// How long a visitor waits before the visit counts as hung.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn thousands_of_visits_without_a_session_are_sent_to_sign_in() {
    let scene = Scene::set().await;
    let pages: Vec<_> = addresses(&scene).into_iter().filter(|page| !is_open(page)).collect();
    assert!(pages.len() > 13, "{pages:?}");
    let visits = async |times| {
        for page in &pages {
            let expected = (303, Some(format!("/sign-in?next={page}")));
            for _ in 0..times {
                let Visit { status, location, text } = visit(&scene, None, page).await;
                assert_eq!((status, location), expected, "{page}: {text}");
            }
        }
    };

    visits(IN_TURN).await;
    join_all((0..VISITORS).map(|_| visits(AT_ONCE))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_that_are_rendered_are_answered_too() {
    let scene = Scene::set().await;
    let mut visits = vec![(None, "/nowhere".to_owned())];
    for page in addresses(&scene).into_iter().filter(|page| page != "/set-up") {
        if is_open(&page) {
            visits.push((None, page.clone()));
        }
        visits.push((Some("manager"), page.clone()));
        visits.push((Some("outsider"), page));
    }
    let visits = &visits;
    let visits = async |first: usize| {
        for n in 0..3 * visits.len() {
            let (who, page) = &visits[(first + n) % visits.len()];
            let Visit { status, text, .. } = visit(&scene, *who, page).await;
            // A visitor who tries many links is throttled.
            let throttled = status == 429 && page.starts_with("/password-resets/");
            let answered = throttled || [200, 403, 404, 409].contains(&status);
            assert!(answered, "{page} by {who:?}: {status}: {text}");
        }
    };

    join_all((0..4).map(visits)).await;
}

#[tokio::test]
async fn the_address_that_was_asked_for_is_come_back_to() {
    let scene = Scene::set().await;

    let visit = scene.visits(None, "/account?shown=a%26b&__err=x&tab").await;
    assert_eq!((visit.status, visit.location.as_deref()), (303, Some("/account?shown=a%26b&tab=")));
    let visit = scene.visits(None, "/account?shown=a%26b&tab").await;

    let next = "/sign-in?next=/account%3Fshown%3Da%2526b%26tab%3D";
    assert_eq!((visit.status, visit.location.as_deref()), (303, Some(next)));
}

#[tokio::test]
async fn an_address_of_any_bytes_is_answered() {
    let scene = Scene::set().await;

    for path in ["/projects/\u{fc}?a=\u{fc}", "/\u{fc}?__err=x", "/sign-in?next=\u{fc}", "/%FF%00"]
    {
        let status = scene.visits_as_written(path).await;
        assert!(["303", "400", "404", "200"].contains(&status.as_str()), "{path}: {status}");
    }
}

#[tokio::test]
async fn a_program_with_a_bad_token_reads_a_refusal() {
    let scene = Scene::set().await;

    let visit = scene.visits_with("Bearer of-nobody", "/account").await;

    assert_eq!((visit.status, visit.location), (401, None));
    assert!(visit.text.contains(r#""error":"unauthenticated""#), "{}", visit.text);
}

#[tokio::test]
async fn a_new_server_sends_everybody_to_set_up_and_a_finished_one_nobody() {
    let (new, done) = (empty().await, Scene::set().await);

    for page in ["/", "/sign-in", "/projects/new", "/accounts"] {
        let visit = new.visits(page).await;
        assert_eq!((visit.status, visit.location.as_deref()), (303, Some("/set-up")), "{page}");
    }
    for (page, status) in [("/set-up", 200), ("/api", 200), ("/nowhere", 404)] {
        assert_eq!(new.visits(page).await.status, status, "{page}");
    }
    let visit = done.visits(None, "/set-up").await;
    assert_eq!((visit.status, visit.location.as_deref()), (303, Some("/")));
}

#[tokio::test]
async fn a_refusal_is_shown_to_the_browser_whose_form_was_refused_and_to_nobody_else() {
    let scene = Scene::set().await;

    let (address, cookie) = scene.is_refused_at_sign_in().await;
    let own = scene.visits_with_cookie(&cookie, &address).await;
    let another = scene.visits(None, &address).await;
    let changed = scene.visits_with_cookie(&cookie, &address.replace("__err=ey", "__err=fy")).await;

    let words = "Email or password is wrong.";
    assert!(own.status == 200 && own.text.contains(words), "{own:?}");
    for visit in [another, changed] {
        assert_eq!((visit.status, visit.location.as_deref()), (303, Some("/sign-in?next=/")));
    }
}

#[tokio::test]
async fn signing_in_leads_to_addresses_of_ours_alone() {
    let scene = Scene::set().await;
    let table = [
        ("/account?a=b", "/account?a=b"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\u{fc}", "/"),
        ("/a b", "/"),
        ("/a\nb", "/"),
        ("", "/"),
    ];

    for (next, expected) in table {
        assert_eq!(scene.chooses_language_at(next).await, (302, expected.to_owned()), "{next:?}");
    }
}

#[tokio::test]
async fn the_language_goes_over_tls_alone_where_the_site_does() {
    for (origin, is_secure) in [("https://judge.example.org", true), ("http://127.0.0.1", false)] {
        let scene = Scene::set_with(&["--public-origin", origin]).await;

        let cookie = scene.chooses_language_with_cookie().await;

        assert!(cookie.starts_with("language=en; Path=/; "), "{cookie}");
        assert!(cookie.contains("; SameSite=Lax; HttpOnly"), "{cookie}");
        assert_eq!(cookie.ends_with("; Secure"), is_secure, "{cookie}");
    }
}

#[tokio::test]
async fn the_browser_story_of_hostile_texts_opens_every_page() {
    let listed = concat!(env!("CARGO_MANIFEST_DIR"), "/../end2end/support/pages.json");
    let listed = std::fs::read_to_string(listed).unwrap();
    let listed: BTreeSet<String> = serde_json::from_str(&listed).unwrap();

    assert_eq!(listed, routes().into_iter().collect());
}

async fn visit(scene: &Scene, who: Option<&str>, page: &str) -> Visit {
    let visit = tokio::time::timeout(PATIENCE, scene.visits(who, page)).await;
    visit.unwrap_or_else(|_| panic!("{page} was not answered"))
}

/// The address of every page.
pub fn addresses(scene: &Scene) -> Vec<String> {
    routes().iter().map(|path| scene.address(path)).collect()
}

/// The path of every page.
fn routes() -> Vec<String> {
    let listed = generate_route_list(App);
    let paths = listed.iter().map(|route| route.path().to_owned());
    paths.chain(["/projects/{project}/judge".to_owned()]).collect()
}

/// Whether a page is there for people without a session.
fn is_open(page: &str) -> bool {
    let by_link = ["/invitations/", "/password-resets/"];
    ["/sign-in", "/set-up", "/api"].contains(&page)
        || by_link.iter().any(|start| page.starts_with(start))
}
