//! Text that could upset a database is refused or kept, on both engines alike.

use domain::batch::Batch;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::pairs;

#[tokio::test]
async fn a_nul_character_is_refused_with_its_field() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let table = [
        ("name", json!({ "name": "a\0b", "overlap": 1 })),
        ("guidelines", json!({ "name": "a", "overlap": 1, "guidelines": "a\0b" })),
    ];

    for (field, new) in table {
        let created: Answer = project.admin.post("/projects", &new).await;
        let changes = json!({ field: new[field] });
        let changed: Answer = project.manager.patch(&project.path(""), changes).await;

        assert_eq!(created.refused(422)["field"], field);
        assert_eq!(changed.refused(422)["field"], field);
    }
}

#[tokio::test]
async fn a_file_of_bytes_is_refused_with_a_report() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let files = [
        b"\0".to_vec(),
        br#"{"\u0000": "\u0000", "b": 1}"#.to_vec(),
        "{\"prompt\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "a\0,b\0\n1,2\n".into(),
    ];

    for file in files {
        let shown = String::from_utf8_lossy(&file).into_owned();
        let import: Answer<Batch> = project.manager.uploads(&project.path("/imports"), file).await;

        let import = import.with(422);
        assert_eq!(import.report.n_errors, 1, "{shown}");
        assert!(!import.report.errors[0].reason.contains('\0'), "{shown}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_belongs_to_nobody() {
    let app = TestApp::start().await;
    let long = "x\u{fffd}7é".repeat(20_000) + "@example.org";

    for email in ["", "a\0b@example.org", "a@b\n", &long] {
        let credentials = json!({ "email": email, "password": "wrong" });
        let answer: Answer = app.stranger().post("/session", credentials).await;

        assert_eq!(answer.refused(422)["field"], "email");
    }
}

#[tokio::test]
async fn a_password_may_hold_anything_and_a_huge_one_is_refused() {
    let app = TestApp::start().await;
    let ann = app.person_with_password("ann", "pass\0 wörd \u{1f984}!!").await;

    ann.signs_in("pass\0 wörd \u{1f984}!!").await.expect(201);
    let huge = ann.signs_in(&"x".repeat(1_000_000)).await;

    huge.refused(422);
}

#[tokio::test]
async fn the_name_of_a_file_is_kept_without_what_does_not_show() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let path = project.path(&format!("/imports?file_name=%00a%0Ab{}", "c".repeat(500)));

    let import: Batch = project.manager.uploads(&path, pairs(0..1)).await.created();

    assert_eq!(import.source_name, Some(format!("ab{}", "c".repeat(198))));
}

#[tokio::test]
async fn a_nul_character_in_a_file_is_reported_with_its_line() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let good = || json!({ "prompt": "Q?", "responses": [{ "text": "x" }, { "text": "y" }] });
    let broken = |field: &str, value: Value| {
        let mut pair = good();
        pair[field] = value;
        format!("{pair}\n")
    };
    let file = [
        broken("id", json!("a\0b")),
        broken("prompt", json!("a\0b")),
        broken("responses", json!([{ "text": "a\0b" }, { "text": "y" }])),
        broken("responses", json!([{ "text": "x", "model": "a\0b" }, { "text": "y" }])),
        broken("note", json!({ "deep": ["a\0b"] })),
        broken("a\0b", json!(1)),
    ];

    for line in file {
        let answer: Answer<Batch> =
            project.manager.uploads(&project.path("/imports"), line.clone()).await;

        let import = answer.with(422);
        assert_eq!((import.report.n_errors, import.report.errors[0].line), (1, 1), "{line}");
    }
}

#[tokio::test]
async fn text_comes_back_exactly_as_it_went_in() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = project.rater("ann").await;
    let text = " \t'; drop table task; -- \"\\ \u{202e}\u{feff}e\u{301}é\u{1f984}\r\n ";
    let pair = json!({ "prompt": text, "responses": [{ "text": text }, { "text": text }] });
    project.imports(&pair.to_string()).await;

    let task = ann.gets_task(&[]).await;

    assert_eq!(task.prompt[0].text, text);
    assert!(task.responses.iter().all(|response| response.text == text));
}
