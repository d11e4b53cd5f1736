//! Every remote call of the pages, made by everybody: who may do what.
//!
//! A remote call without a row in the table fails.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod entrance;
mod extremes;
mod head;
mod place;
mod scene;
mod table;
mod uploads;

use std::collections::BTreeSet;

use leptos::server_fn::axum::server_fn_paths;
use scene::Scene;
use table::{Body, EVERYBODY, Row, rows};

#[tokio::test]
async fn everybody_may_call_exactly_what_the_table_says() {
    let scene = Scene::set().await;
    let mut surprises = Vec::new();

    for row in rows() {
        for (who, expected) in EVERYBODY.into_iter().zip(row.expected) {
            let (status, text) = scene.call(who, &row).await;
            if status != expected {
                surprises.push(format!("{} by {who}: {status}, not {expected}: {text}", row.name));
            }
        }
    }

    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[tokio::test]
async fn only_who_judges_is_handed_a_task_with_the_page() {
    let scene = Scene::set().await;
    let mut opened = Vec::new();

    for who in EVERYBODY {
        opened.push(scene.opens_desk(who).await);
    }

    let [nothing, task] = [false, true];
    let expected =
        [(303, nothing), (404, nothing), (200, task), (200, task), (200, task), (403, nothing)];
    assert_eq!(opened, expected);
}

#[tokio::test]
async fn a_call_that_cannot_be_read_is_refused_and_no_fault() {
    let scene = Scene::set().await;

    for row in rows() {
        let body = match row.body {
            Body::Form(_) => Body::Form("%ff=&&==%00"),
            Body::Json(_) => Body::Json("{\"project\": 7"),
        };
        let (status, text) = scene.call("manager", &Row { body, ..row }).await;
        assert!(status < 500, "{}: {status}: {text}", row.name);
    }
}

#[tokio::test]
async fn every_remote_call_has_a_row_and_is_a_post() {
    let _ = Scene::set().await;

    let served: BTreeSet<(String, String)> =
        server_fn_paths().map(|(path, method)| (path.to_owned(), method.to_string())).collect();

    let tabled: BTreeSet<(String, String)> =
        rows().iter().map(|row| (format!("/rpc/{}", row.name), "POST".to_owned())).collect();
    assert_eq!(served, tabled);
}
