//! Tool calls, reasoning, parts, and whole conversations: from the file to the rater and out again.

use domain::import::Preview;
use domain::judgment::{Replay, Verdict};
use domain::task::TaskToJudge;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::TestProject;

/// The rows of an export.
async fn rows(project: &TestProject<'_>, format: &str) -> Vec<Value> {
    let answer: Answer = project.manager.get(&project.path(&format!("/exports/{format}"))).await;
    answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A record with a tool call in the prompt, and one with a tool call in an answer.
fn records() -> [Value; 2] {
    let tools = json!([{ "type": "function", "function": { "name": "weather" } }]);
    let call = json!([{ "id": "c1", "type": "function", "function": {
        "name": "weather", "arguments": "{\"town\": \"Bern\"}"
    } }]);
    let asked = json!({ "role": "user", "content": "Is it cold in Bern?" });
    let called = json!({ "role": "assistant", "content": "", "tool_calls": call });
    let told = json!({ "role": "tool", "content": "{\"celsius\": 11}", "tool_call_id": "c1" });
    let says = |text: &str| json!({ "role": "assistant", "content": text });
    [
        json!({ "tools": tools, "prompt": [asked, called, told],
            "chosen": [says("Eleven degrees.")], "rejected": [says("No.")] }),
        json!({ "tools": tools, "prompt": [asked],
            "chosen": [called, told, says("Take a coat.")],
            "rejected": [{ "role": "assistant", "content": "No.", "reasoning_content": "Bern is warm." }] }),
    ]
}

fn file(records: &[Value]) -> String {
    records.iter().map(|record| format!("{record}\n")).collect()
}

fn html(task: &TaskToJudge) -> String {
    let prompt = task.prompt.iter().map(|message| message.html.as_str());
    prompt.chain(task.responses.iter().map(|response| response.html.as_str())).collect()
}

#[tokio::test]
async fn raters_see_calls_results_and_reasoning_folded_and_labelled() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = project.rater("ann").await;
    project.imports(&file(&records())).await;

    let first = ann.gets_task(&[]).await;
    let second = ann.gets_task(&[first.assignment_id]).await;

    let html = [html(&first), html(&second)].concat();
    for part in [
        "<b class=\"label\">Tool call</b> <code>weather</code>",
        "<b class=\"label\">Tool result</b>",
        "<b class=\"label\">Reasoning</b></summary><p>Bern is warm.</p>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(!html.contains("mx"));
}

#[tokio::test]
async fn messages_leave_as_they_came() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = project.rater("ann").await;
    let records = records();
    project.imports(&file(&records)).await;
    for _ in 0..2 {
        let task = ann.gets_task(&[]).await;
        let longer = [0, 1].into_iter().max_by_key(|side| task.responses[*side].text.len());
        let verdict = if longer == Some(0) { Verdict::A } else { Verdict::B };
        ann.judges(task.assignment_id, verdict).await.created();
    }

    let preferences = rows(&project, "trl_preference").await;
    let answers = rows(&project, "trl_sft").await;

    for record in &records {
        let sides = ["prompt", "chosen", "rejected"];
        let same = |row: &&Value| sides.iter().all(|side| row[side] == record[side]);
        assert!(preferences.iter().any(|row| same(&row)), "{record}\n{preferences:?}");
        let whole: Vec<&Value> =
            ["prompt", "chosen"].iter().flat_map(|side| record[side].as_array().unwrap()).collect();
        assert!(answers.iter().any(|row| row["messages"] == json!(whole)), "{answers:?}");
    }
}

#[tokio::test]
async fn whole_conversations_stand_side_by_side_also_in_the_replay() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = project.rater("ann").await;
    let turn = |role: &str, text: &str| json!({ "role": role, "content": text });
    let side = |first: &str, last: &str| {
        json!([
            turn("user", "Hello"),
            turn("assistant", first),
            turn("user", "Soup?"),
            turn("assistant", last)
        ])
    };
    let record = json!({ "chosen": side("Hello! How can I help?", "Try leek."), "rejected": side("What.", "No.") });
    project.imports(&file(&[record])).await;

    let task = ann.gets_task(&[]).await;
    let judgment = ann.judges(task.assignment_id, Verdict::A).await.created();
    let replay: Replay = project.manager.get(&format!("/judgments/{}", judgment.id)).await.ok();

    assert_eq!((task.prompt.len(), task.prompt[0].text.as_str()), (1, "Hello"));
    let texts: Vec<&str> = task.responses.iter().map(|response| response.text.as_str()).collect();
    assert!(
        texts.contains(&"[assistant]\nWhat.\n\n[user]\nSoup?\n\n[assistant]\nNo."),
        "{texts:?}"
    );
    assert!(task.responses[0].html.contains("<b class=\"label\">User</b><p>Soup?</p>"));
    assert_eq!(replay.responses, task.responses);
}

#[tokio::test]
async fn the_same_conversations_again_change_nothing_and_can_be_seen_before() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let file = file(&records());

    let preview: Preview = project
        .manager
        .uploads(&project.path("/imports/preview?whole=true"), file.clone())
        .await
        .ok();
    let first = project.imports(&file).await;
    let again = project.imports(&file).await;

    assert_eq!((preview.tasks.len(), preview.errors.len()), (2, 0));
    assert!(preview.tasks[0].prompt[1].html.contains("Tool call"));
    assert_eq!((first.report.created, first.report.n_errors), (2, 0));
    assert_eq!((again.report.created, again.report.already_there), (0, 2));
    assert!(first.report.notices.iter().any(|notice| notice.text.contains("reasoning")));
}
