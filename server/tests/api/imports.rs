//! Bringing files in.

use domain::batch::{Batch, BatchState};
use domain::import::{Format, Preview};
use domain::task::{NextTask, TaskSummary};
use futures::stream;
use reqwest::Method;
use serde_json::json;

use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::{TestProject, pairs};

async fn tasks(project: &TestProject<'_>) -> Vec<TaskSummary> {
    project.manager.get(&project.path("/tasks")).await.ok()
}

#[tokio::test]
async fn a_file_of_pairs_becomes_tasks() {
    let app = TestApp::start().await;
    let project = app.project().create().await;

    let import = project.imports(&pairs(0..3)).await;

    assert_eq!((import.state, import.format), (BatchState::Completed, Some(Format::Pairs)));
    assert_eq!((import.report.created, import.report.prompts), (3, 3));
    let mut ids: Vec<_> = tasks(&project).await.into_iter().map(|task| task.external_id).collect();
    ids.sort();
    assert_eq!(ids, ["task-0", "task-1", "task-2"]);
}

#[tokio::test]
async fn a_file_of_preferences_becomes_tasks() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let line = json!({ "prompt": "Q?", "chosen": "Yes.", "rejected": "No." });

    let import = project.imports(&format!("{line}\n")).await;

    assert_eq!(import.format, Some(Format::TrlPreference));
    assert_eq!((import.report.created, tasks(&project).await.len()), (1, 1));
}

#[tokio::test]
async fn outputs_of_several_models_become_pairs() {
    let app = TestApp::start().await;
    let (all, some) = (app.project().create().await, app.project().create().await);
    let output = |model: &str, question: &str| json!({ "instruction": question, "output": format!("{model}!"), "generator": model });
    let models = ["m1", "m2", "m3"];
    let first = json!(models.map(|model| output(model, "Q1?"))).to_string();
    let second = json!([output("m1", "Q2?"), output("m2", "Q2?")]).to_string();
    let third = json!([output("m3", "Q2?")]).to_string();

    let created = [
        all.imports(&first).await.report.created,
        all.imports(&second).await.report.created,
        all.imports(&third).await.report.created,
        all.imports(&third).await.report.created,
    ];
    let path = some.path("/imports?baseline=m1&format=outputs");
    let baseline: Batch = some.manager.uploads(&path, first).await.created();

    assert_eq!(created, [3, 1, 2, 0]);
    assert_eq!((baseline.report.created, baseline.format), (2, Some(Format::Outputs)));
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let app = TestApp::start().await;
    let project = app.project().tasks(3).create().await;
    let before = tasks(&project).await;

    let again = project.imports(&pairs(0..4)).await;

    assert_eq!((again.report.created, again.report.already_there), (1, 3));
    assert_eq!(again.report.prompts, 1);
    assert_eq!(tasks(&project).await.len(), 4);
    assert!(before.iter().all(|task| task.batch_id != again.id));
}

#[tokio::test]
async fn a_known_id_with_other_words_is_counted_and_left_as_it_was() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    let ann = project.rater("ann").await;

    let import = project.imports(&pairs(0..1).replace("Question 0?", "Other?")).await;

    assert_eq!((import.report.created, import.report.changed), (0, 1));
    assert_eq!(ann.gets_task(&[]).await.prompt[0].text, "Question 0?");
}

#[tokio::test]
async fn a_bad_line_is_reported_with_its_field_and_nothing_is_there() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let good = pairs(0..2);
    let bad = json!({ "id": "b", "prompt": "Q?", "responses": [{ "text": "x" }, { "text": 7 }] });
    let file = format!("{good}{bad}\n{{\n{}", pairs(2..3));

    let answer: Answer<Batch> = project.manager.uploads(&project.path("/imports"), file).await;

    let import = answer.with(422);
    let errors: Vec<_> =
        import.report.errors.iter().map(|error| (error.line, &*error.field)).collect();
    assert_eq!(import.state, BatchState::Failed);
    assert_eq!(errors, [(3, "responses[1].text"), (4, "record")]);
    assert!(import.report.errors[0].reason.contains("expected text"), "{:?}", import.report.errors);
    assert_eq!((import.report.created, import.report.n_errors), (0, 2));
    assert_eq!(tasks(&project).await.len(), 0);
    let found: Batch =
        project.manager.get(&project.path(&format!("/imports/{}", import.id))).await.ok();
    assert_eq!(found, import);
}

#[tokio::test]
async fn an_empty_file_is_refused() {
    let app = TestApp::start().await;
    let project = app.project().create().await;

    let answer: Answer = project.manager.uploads(&project.path("/imports"), " \n\n").await;

    assert_eq!(answer.refused(422)["field"], "file");
}

#[tokio::test]
async fn an_upload_that_is_cut_off_leaves_nothing() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let cut = stream::iter([Ok(pairs(0..50)), Err(std::io::Error::other("cut"))]);
    let request = project.manager.request(Method::POST, &project.path("/imports"));

    let sent = request.body(reqwest::Body::wrap_stream(cut)).send().await;

    assert!(sent.is_err());
    assert_eq!(project.imports(&pairs(0..50)).await.report.created, 50);
    assert_eq!(tasks(&project).await.len(), 50);
}

#[tokio::test]
async fn one_import_of_a_project_runs_at_a_time() {
    let app = TestApp::start().await;
    let (project, other) = (app.project().create().await, app.project().create().await);
    let sql = "update batch set state = 'running', completed_at = null where id = $1";
    app.database.execute(sql, &[project.imports(&pairs(0..1)).await.id.0]).await;
    let running = app.database.db.lock_imports(project.id).await.unwrap().unwrap();

    let second: Answer = project.manager.uploads(&project.path("/imports"), pairs(1..2)).await;
    let elsewhere = other.imports(&pairs(0..1)).await;

    running.release().await;
    let third = project.imports(&pairs(1..2)).await;

    second.refused(409);
    assert_eq!((elsewhere.state, third.state), (BatchState::Completed, BatchState::Completed));
}

#[tokio::test]
async fn what_a_dead_import_left_is_invisible_and_swept_before_the_next_one() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let ann = project.rater("ann").await;
    let dead = project.imports(&pairs(0..3)).await.id;
    let sql = "
        update batch set state = 'running', completed_at = null where id = $1";
    app.database.execute(sql, &[dead.0]).await;

    let (seen, offered) = (tasks(&project).await.len(), ann.claims(&[]).await.ok());
    let next = project.imports(&pairs(2..4)).await;

    assert_eq!((seen, offered), (0, NextTask::Empty));
    assert_eq!((next.report.created, next.report.already_there), (2, 0));
    assert_eq!(tasks(&project).await.len(), 2);
    let path = project.path(&format!("/imports/{dead}"));
    let dead: Batch = project.manager.get(&path).await.ok();
    assert_eq!((dead.state, dead.report.errors.len()), (BatchState::Failed, 1));
    assert_eq!(dead.report.errors[0].line, 0);
}

#[tokio::test]
async fn two_imports_at_once_never_lose_a_task() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let path = project.path("/imports");

    let (one, two): (Answer, Answer) = tokio::join!(
        project.manager.uploads(&path, pairs(0..700)),
        project.manager.uploads(&path, pairs(0..700)),
    );

    let statuses = [one.status.as_u16(), two.status.as_u16()];
    assert!(statuses.contains(&201), "{statuses:?}");
    assert!(statuses.iter().all(|status| [201, 409].contains(status)), "{statuses:?}");
    assert_eq!(app.database.number("select count(*) from task", &[]).await, 700);
}

#[tokio::test]
async fn a_file_may_come_in_a_form() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let form = format!(
        "--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.jsonl\"\r\n\r\n\
         {}\r\n--cut--\r\n",
        pairs(0..2)
    );
    let empty = "--cut\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\n1\r\n--cut--\r\n";
    let send = |body: String| {
        let request = project.manager.request(Method::POST, &project.path("/imports"));
        let kind = "multipart/form-data; boundary=cut";
        project.manager.send::<Batch>(request.header("content-type", kind).body(body))
    };

    let import = send(form).await.created();
    let without_file = send(empty.into()).await;

    assert_eq!((import.source_name.as_deref(), import.report.created), (Some("a.jsonl"), 2));
    assert_eq!(without_file.refused(422)["field"], "file");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_however_it_comes() {
    let app = TestApp::start_with(&["--max-import-bytes", "3000000"]).await;
    let project = app.project().create().await;
    let path = project.path("/imports");
    let large = format!("{}{}", pairs(0..1), " ".repeat(2_500_000));
    let too_large = format!("{large}{}", " ".repeat(1_000_000));
    let chunks: Vec<Result<String, std::io::Error>> = too_large
        .as_bytes()
        .chunks(100_000)
        .map(|chunk| Ok(String::from_utf8_lossy(chunk).into()))
        .collect();
    let request = project.manager.request(Method::POST, &path);

    let announced: Answer = project.manager.uploads(&path, too_large).await;
    let streamed: Answer =
        project.manager.send(request.body(reqwest::Body::wrap_stream(stream::iter(chunks)))).await;
    let fits: Answer<Batch> = project.manager.uploads(&path, large).await;

    announced.expect(413);
    streamed.expect(413);
    assert_eq!(fits.created().report.created, 1);
}

#[tokio::test]
async fn an_archived_project_takes_nothing_in() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    project.changes(json!({ "status": "archived" })).await;

    let answer: Answer = project.manager.uploads(&project.path("/imports"), pairs(0..1)).await;

    answer.refused(409);
}

#[tokio::test]
async fn a_preview_shows_the_first_tasks_and_brings_nothing_in() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let path = project.path("/imports/preview");
    let cut = &pairs(0..2)[..pairs(0..2).len() - 5];

    let head: Preview = project.manager.uploads(&path, cut.to_owned()).await.ok();
    let whole: Preview =
        project.manager.uploads(&format!("{path}?whole=true"), cut.to_owned()).await.ok();
    let named: Preview =
        project.manager.uploads(&format!("{path}?format=outputs"), pairs(0..1)).await.ok();

    assert_eq!((head.format, head.tasks.len(), head.errors.len()), (Some(Format::Pairs), 1, 0));
    assert_eq!(head.tasks[0].models, [Some("model-x".into()), Some("model-y".into())]);
    assert!(head.tasks[0].responses[0].html.contains("<p>Answer 0 of x.</p>"));
    assert_eq!((whole.tasks.len(), whole.errors.len()), (1, 1));
    assert_eq!((named.tasks.len(), named.errors.len()), (0, 1));
    assert_eq!(tasks(&project).await.len(), 0);
}

#[tokio::test]
async fn a_page_of_tasks_begins_where_the_one_before_ended() {
    let app = TestApp::start().await;
    let project = app.project().tasks(60).create().await;

    let first = tasks(&project).await;
    let path = project.path(&format!("/tasks?after={}", first[49].id));
    let second: Vec<TaskSummary> = project.manager.get(&path).await.ok();

    assert_eq!((first.len(), second.len()), (50, 10));
    assert!(first[49].id < second[0].id);
}

#[tokio::test]
async fn an_import_that_is_taken_for_dead_while_it_runs_leaves_nothing_behind() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let path = project.path("/imports");
    let swept = "update batch set state = 'failed' where state = 'running'";
    let mut second: Option<Answer<Batch>> = None;

    let first = project.manager.uploads::<Batch>(&path, pairs(0..3_000));
    tokio::pin!(first);
    let first = loop {
        tokio::select! {
            first = &mut first => break first,
            rows = app.database.execute(swept, &[]), if second.is_none() => {
                if rows == 1 {
                    second = Some(project.manager.uploads(&path, pairs(0..1)).await);
                }
            }
        }
    };

    // The second may have come just before the end of the first, which then held the lock.
    let second = second.map_or(0, |answer| answer.status.as_u16());
    let hidden = "
        select count(*) from task
        join batch on batch.id = task.batch_id
        where batch.completed_at is null";
    assert_eq!(app.database.number(hidden, &[]).await, 0, "{} {second}", first.status);
    let first = first.status.as_u16();
    assert!([201, 409].contains(&first) && [0, 201, 409].contains(&second), "{first} {second}");
    assert_eq!(project.imports(&pairs(0..3_000)).await.state, BatchState::Completed);
}

#[tokio::test]
async fn an_import_goes_on_when_whoever_sent_it_leaves() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let begun = "select count(*) from batch";
    let path = project.path("/imports");

    {
        let upload = project.manager.uploads::<Batch>(&path, pairs(0..1_000));
        tokio::pin!(upload);
        loop {
            tokio::select! {
                _ = &mut upload => break,
                begun = app.database.number(begun, &[]) => if begun == 1 { break },
            }
        }
    }

    app.database.eventually("select count(*) from batch where completed_at > 0").await;
    assert_eq!(tasks(&project).await.len(), 50);
}

#[tokio::test]
async fn what_dead_imports_left_is_swept_at_the_next_start() {
    let app = TestApp::start().await;
    let (project, alive) = (app.project().create().await, app.project().create().await);
    let sql = "update batch set state = 'running', completed_at = null where id = $1";
    let dead = project.imports(&pairs(0..3)).await.id;
    let running = alive.imports(&pairs(0..3)).await.id;
    app.database.execute(sql, &[dead.0]).await;
    app.database.execute(sql, &[running.0]).await;
    let lock = app.database.db.lock_imports(alive.id).await.unwrap().unwrap();

    server::import::sweep_all(&app.database.db).await.unwrap();

    let status = |project: &TestProject<'_>, id| {
        let path = project.path(&format!("/imports/{id}"));
        let manager = project.manager.clone();
        async move { manager.get::<Batch>(&path).await.ok().state }
    };
    assert_eq!(status(&project, dead).await, BatchState::Failed);
    assert_eq!(status(&alive, running).await, BatchState::Running);
    let left = "select count(*) from prompt where batch_id = $1";
    assert_eq!(app.database.number(left, &[dead.0]).await, 0);
    assert_eq!(app.database.number(left, &[running.0]).await, 3);
    lock.release().await;
}
