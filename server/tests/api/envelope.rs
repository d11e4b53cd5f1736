//! What cannot be read is refused in one form, whatever is wrong with it.

use std::collections::HashSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused_with_its_field() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let table = [
        ("{", 400, "body"),
        ("{\"name\": \"p\"}", 422, "overlap"),
        ("{\"name\": 7, \"overlap\": 1}", 422, "name"),
        ("{\"name\": \"p\", \"overlap\": \"three\"}", 422, "overlap"),
        ("{\"name\": \"p\", \"overlap\": 0}", 422, "overlap"),
        ("[]", 422, "body"),
        ("\u{feff}{}", 400, "body"),
    ];

    for (body, status, field) in table {
        let request = admin.request(Method::POST, "/projects").body(body);
        let answer: Answer = admin.send(request.header("content-type", "application/json")).await;

        let problem = answer.refused(status);
        assert_eq!(problem["error"], "invalid", "{body}");
        assert_eq!(problem["field"], field, "{body}: {problem}");
    }
}

#[tokio::test]
async fn an_unknown_field_is_refused_by_its_name() {
    let app = TestApp::start().await;
    let project = app.project().create().await;

    let answer: Answer = project.manager.patch(&project.path(""), json!({ "seed": 1 })).await;

    assert_eq!(answer.refused(422)["field"], "seed");
}

#[tokio::test]
async fn deep_nesting_is_refused_and_does_no_harm() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let request = admin.request(Method::POST, "/projects").body("[".repeat(100_000));

    let answer: Answer = admin.send(request.header("content-type", "application/json")).await;

    assert!(answer.status.is_client_error());
}

#[tokio::test]
async fn a_body_of_another_kind_is_refused() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let request = admin.request(Method::POST, "/projects").body("name=p");

    let answer: Answer = admin.send(request.header("content-type", "text/plain")).await;

    assert_eq!(answer.refused(415)["field"], "content-type");
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let guidelines = "x".repeat(3 * 1024 * 1024);

    let answer: Answer = admin
        .post("/projects", json!({ "name": "p", "overlap": 1, "guidelines": guidelines }))
        .await;

    let problem: Value = answer.with(413);
    assert_eq!((&problem["error"], &problem["field"]), (&json!("invalid"), &json!("body")));
}

#[tokio::test]
async fn an_id_that_is_none_is_refused_with_its_name() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let table = [
        ("/projects/7", "project"),
        ("/projects/7/members/8", "project"),
        ("/projects/00000000-0000-0000-0000-000000000000/tasks?after=x", "after"),
        ("/projects/00000000-0000-0000-0000-000000000000/tasks?before=x", "before"),
        ("/projects/00000000-0000-0000-0000-000000000000/exports/xml", "path"),
    ];

    for (path, field) in table {
        let method = if path.contains("members") { Method::DELETE } else { Method::GET };
        let answer: Answer = admin.send(admin.request(method, path)).await;

        let problem = answer.refused(400);
        assert_eq!(problem["field"], field, "{path}: {problem}");
    }
}

#[tokio::test]
async fn a_path_that_there_is_not_is_not_found() {
    let app = TestApp::start().await;

    for path in ["/nothing", "//api/v2/session", "//api/", "//api/v1/", "/projects/"] {
        let answer: Answer = app.stranger().get(path).await;

        assert_eq!(answer.refused(404)["error"], "not_found", "{path}");
    }
}

#[tokio::test]
async fn another_method_is_refused_and_the_known_ones_are_named() {
    let app = TestApp::start().await;

    let answer: Answer = app.stranger().put("/projects", json!({})).await;

    answer.refused(405);
    assert_eq!(answer.headers["allow"], "GET,HEAD,POST");
}

#[tokio::test]
async fn nothing_is_kept_by_caches() {
    let app = TestApp::start().await;
    let admin = app.admin().await;

    let shown: Answer = admin.get("/projects").await;
    let refused: Answer = app.stranger().get("/projects").await;
    let missing: Answer = app.stranger().get("/nothing").await;

    for answer in [shown, refused, missing] {
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn the_description_is_served_and_complete() {
    let app = TestApp::start().await;

    let document: Value = app.stranger().get("/openapi.json").await.ok();

    let mut ids = HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let named = ids.insert(operation["operationId"].as_str().unwrap().to_owned());
            assert!(named, "{method} {path} has another one's name");
            assert!(operation["summary"].is_string(), "{method} {path} has no summary");
            assert!(operation["tags"][0].is_string(), "{method} {path} has no tag");
            let n_parameters = path.matches('{').count();
            let described = operation["parameters"].as_array().map_or(0, Vec::len);
            assert!(described >= n_parameters, "{method} {path} hides parameters");
        }
    }
    let text = document.to_string();
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(document["components"]["schemas"][name].is_object(), "{name} is not described");
    }
}

#[tokio::test]
async fn a_server_without_its_database_is_up_and_not_ready() {
    let app = TestApp::start().await;
    app.state.db.close().await;

    let up: Answer = app.stranger().get("//healthz").await;
    let ready: Answer = app.stranger().get("//readyz").await;

    up.no_content();
    assert_eq!(ready.refused(503)["error"], "busy");
    assert_eq!(ready.headers["retry-after"], "2");
}
