//! What cannot be read is refused in one form, whatever is wrong with it.

use std::collections::{HashMap, HashSet};

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
async fn formats_and_states_are_described_as_they_are() {
    let app = TestApp::start().await;
    let document: Value = app.stranger().get("/openapi.json").await.ok();
    let resolved = |schema: &Value| match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap().clone(),
        None => schema.clone(),
    };
    let parameter = |path: &str, name: &str| {
        let operation = &document["paths"][path];
        let operation = operation.as_object().unwrap().values().next().unwrap();
        let all = operation["parameters"].as_array().unwrap();
        let found = all.iter().find(|parameter| parameter["name"] == name).unwrap();
        resolved(&found["schema"])["enum"].clone()
    };
    let property = |schema: &str, name: &str| {
        resolved(&document["components"]["schemas"][schema]["properties"][name])["enum"].clone()
    };

    let exports = domain::export::Format::ALL.map(|format| format.name());
    let path = "/api/v1/projects/{project}/exports/{format}";
    assert_eq!(parameter(path, "format"), json!(exports));
    assert_eq!(property("Batch", "state"), json!(["running", "completed", "failed"]));
    assert_eq!(property("Project", "status"), json!(["draft", "active", "paused", "archived"]));
}

#[test]
fn no_two_types_of_the_description_have_one_name() {
    let mut places = HashMap::new();
    for root in ["../domain/src", "src"] {
        let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(root)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    for name in described(&text) {
                        let other = places.insert(name.clone(), path.clone());
                        assert_eq!(other, None, "{name} stands for two types: use schema(as = …)");
                    }
                }
            }
        }
    }
    assert!(places.len() > 50);
}

/// The names of the types in a source that the description has.
fn described(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in source.split("utoipa::ToSchema").skip(1) {
        let (attributes, rest) = part.split_once("\npub ").unwrap_or((part, ""));
        let named =
            attributes.split_once("schema(as = ").and_then(|(_, name)| name.split(')').next());
        let mut words = rest.split(|c: char| !c.is_alphanumeric() && c != '_');
        let is_type = matches!(words.next(), Some("struct" | "enum"));
        names.extend(named.or_else(|| words.next().filter(|_| is_type)).map(str::to_owned));
    }
    names
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
