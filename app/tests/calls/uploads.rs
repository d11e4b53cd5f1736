//! Files from a form without scripts: what comes with them is limited.

use crate::scene::Scene;

const PAIR: &str = r#"{"prompt": "New?", "responses": [{"text": "x"}, {"text": "y"}]}"#;

#[tokio::test]
async fn what_comes_before_the_file_is_limited_in_number_and_size() {
    let scene = Scene::set().await;
    let field = |name: &str, value: &str| part(&format!("name=\"{name}\""), value);
    let file = part("name=\"file\"; filename=\"a.jsonl\"", PAIR);
    let table = [
        (field("baseline", ""), 303),
        (field("other", "x").repeat(16), 303),
        (field("other", "x").repeat(17), 422),
        (field("baseline", &"m".repeat(4_097)), 422),
    ];

    for (fields, expected) in table {
        let start: String = fields.chars().take(60).collect();
        let (status, text) = scene.uploads("manager", fields + &file).await;

        assert_eq!(status, expected, "{start}: {text}");
    }
}

#[tokio::test]
async fn a_large_file_is_taken_all_the_same() {
    let scene = Scene::set().await;
    let text = "x".repeat(900_000);
    let line =
        |n| format!(r#"{{"prompt": "{n}", "responses": [{{"text": "{text}"}}, {{"text": "y"}}]}}"#);
    let lines: Vec<_> = (0..8).map(line).collect();

    let (status, text) =
        scene.uploads("manager", part("name=\"file\"; filename=\"a\"", &lines.join("\n"))).await;

    assert_eq!(status, 303, "{text}");
}

fn part(disposition: &str, value: &str) -> String {
    format!("--edge\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{value}\r\n")
}
