//! The keys of the judge page, as each rater lays them out.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::actor::Rater;
use crate::app::TestApp;

type Letters = BTreeMap<String, String>;

async fn letters(rater: &Rater) -> Letters {
    rater.get("/account/keys").await.ok()
}

#[tokio::test]
async fn keys_are_the_usual_ones_until_they_are_changed_and_are_ones_own() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let usual = letters(&ann).await;
    assert_eq!((usual["skip"].as_str(), usual["guidelines"].as_str()), ("s", "g"));

    let changed: Letters = ann.put("/account/keys", json!({ "skip": "Z", "flip": "s" })).await.ok();

    assert_eq!((changed["skip"].as_str(), changed["flip"].as_str()), ("z", "s"));
    assert_eq!(letters(&ann).await, changed);
    assert_eq!(letters(&bob).await, usual);
    let again: Letters = ann.put("/account/keys", json!({})).await.ok();
    assert_eq!(again, usual);
}

#[tokio::test]
async fn a_letter_that_is_taken_and_one_that_is_none_are_refused_by_command() {
    let app = TestApp::start().await;
    let ann = app.project().create().await.rater("ann").await;
    let refused = async |chosen: Value| -> String {
        let problem = ann.put::<Letters>("/account/keys", &chosen).await.refused(422);
        problem["field"].as_str().unwrap_or_default().to_owned()
    };

    assert_eq!(refused(json!({ "skip": "f" })).await, "skip");
    assert_eq!(refused(json!({ "raw": "7" })).await, "raw");
    assert_eq!(refused(json!({ "raw": "m", "dim": "Ö" })).await, "dim");
    assert_eq!(letters(&ann).await["skip"], "s");
    ann.put::<Letters>("/account/keys", json!({ "sing": "z" })).await.refused(422);
}
