//! Files as they come: packed, of unknown shape, with keys that have no meaning here.

use std::io::Write;

use domain::batch::{Batch, BatchState};
use domain::import::{Format, Preview, Records};
use domain::judgment::Verdict;
use domain::task::TaskSummary;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::pairs;

fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_file_that_is_compressed_with_gzip_comes_in() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let file = packed(pairs(0..50).as_bytes());

    let preview: Preview = project
        .manager
        .uploads(&project.path("/imports/preview?whole=true"), file.clone())
        .await
        .ok();
    let import: Batch = project.manager.uploads(&project.path("/imports"), file).await.created();

    assert_eq!((preview.format, preview.tasks.len()), (Some(Format::Pairs), 3));
    assert_eq!((import.report.created, import.report.records.total), (50, 50));
}

#[tokio::test]
async fn a_bomb_is_refused_with_the_limit() {
    let app = TestApp::start_with(&["--max-import-bytes", "3000000"]).await;
    let project = app.project().create().await;
    let bomb = packed(&vec![b'\n'; 50_000_000]);

    let answer: Answer<Batch> = project.manager.uploads(&project.path("/imports"), bomb).await;

    let import = answer.with(422);
    let reason = "the file unpacks to more than 3,000,000 bytes; split it";
    assert_eq!(import.report.errors[0].reason, reason);
    assert_eq!((import.report.errors[0].line, import.report.n_errors), (0, 1));
}

#[tokio::test]
async fn an_unknown_shape_is_one_error_however_many_records_there_are() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let file = "{\"question\": 1, \"answers\": []}\n".repeat(10_000);

    let preview: Preview =
        project.manager.uploads(&project.path("/imports/preview"), file.clone()).await.ok();
    let answer: Answer<Batch> = project.manager.uploads(&project.path("/imports"), file).await;

    let import = answer.with(422);
    let expected = Records { total: 10_000, wrong: 10_000, ..Records::default() };
    assert_eq!((import.report.records, import.report.n_errors), (expected, 1));
    let reason = &import.report.errors[0].reason;
    assert!(reason.starts_with("unknown format; found: question, answers."), "{reason}");
    assert_eq!((preview.errors.len(), &preview.errors[0].reason), (1, reason));
}

#[tokio::test]
async fn a_file_that_is_no_text_is_refused_once() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let file = [b"PAR1".as_slice(), &[0, 255].repeat(50_000)].concat();

    let answer: Answer<Batch> = project.manager.uploads(&project.path("/imports"), file).await;

    let import = answer.with(422);
    assert_eq!((import.state, import.report.n_errors), (BatchState::Failed, 1));
    assert!(import.report.errors[0].reason.starts_with("this is a Parquet file"));
}

#[tokio::test]
async fn further_keys_are_in_the_list_of_tasks_and_in_the_replay() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = project.rater("ann").await;
    let record = json!({
        "id": "m1",
        "prompt": "Q",
        "responses": [{ "text": "good", "score": 0.7 }, { "text": "bad" }],
        "tags": ["food", "fr"],
    });
    project.imports(&format!("{record}\n")).await;
    let task = ann.gets_task(&[]).await;
    let judgment = ann.judges(task.assignment_id, Verdict::Tie).await.created();

    let tasks: Vec<TaskSummary> = project.manager.get(&project.path("/tasks")).await.ok();
    let replay: Value = project.manager.get(&format!("/judgments/{}", judgment.id)).await.ok();

    let metadata = json!({ "responses[0].score": 0.7, "tags": ["food", "fr"] });
    assert_eq!(json!(tasks[0].metadata), metadata);
    assert_eq!(replay["metadata"], metadata);
}
