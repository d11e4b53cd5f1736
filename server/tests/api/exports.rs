//! Taking judgments out.

use domain::export::Ledger;
use domain::judgment::Verdict;
use serde_json::{Value, json};

use crate::actor::judgment;
use crate::answer::Answer;
use crate::app::TestApp;

fn lines(answer: &Answer) -> Vec<Value> {
    answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn preferences_are_what_the_raters_preferred() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(3).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    for rater in [&ann, &bob] {
        rater.prefers(project.task(0), "of y.").await;
    }
    ann.prefers(project.task(1), "of x.").await;
    bob.prefers(project.task(1), "of y.").await;
    ann.judges(project.task(2), Verdict::Tie).await.created();

    let majority: Answer = project.manager.get(&project.path("/exports/trl_preference")).await;
    let each = project.path("/exports/trl_preference?aggregation=per_judgment");
    let each: Answer = project.manager.get(&each).await;

    let rows = lines(&majority);
    assert_eq!(rows.len(), 1);
    let chosen = json!([{ "role": "assistant", "content": "Answer 0 of y." }]);
    let rejected = json!([{ "role": "assistant", "content": "Answer 0 of x." }]);
    assert_eq!((&rows[0]["chosen"], &rows[0]["rejected"]), (&chosen, &rejected));
    assert_eq!(rows[0]["prompt"], json!([{ "role": "user", "content": "Question 0?" }]));
    assert_eq!(rows[0]["n_raters"], 2);
    assert_eq!(lines(&each).len(), 4);
}

#[tokio::test]
async fn a_file_is_sent_to_be_kept_under_a_name_of_its_own() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;

    for (format, name, kind) in [
        ("trl_preference", "test-trl-preference.jsonl", "application/x-ndjson"),
        ("judgments_csv", "test-judgments-csv.csv", "text/csv; charset=utf-8"),
    ] {
        let answer: Answer =
            project.manager.get(&project.path(&format!("/exports/{format}"))).await;

        answer.expect(200);
        let disposition = format!("attachment; filename=\"{name}\"");
        assert_eq!(answer.headers["content-disposition"], disposition.as_str());
        assert_eq!(answer.headers["content-type"], kind);
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn every_judgment_and_skip_is_a_line_and_no_name_of_a_rater() {
    let app = TestApp::start().await;
    let project = app.project().overlap(2).tasks(150).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    let mut ids = Vec::new();
    for n in 0..150 {
        let task = ann.gets_task(&[]).await.assignment_id;
        match n % 10 {
            0 => ids.push(json!(ann.skips(task).await.created().id)),
            _ => ids.push(json!(ann.judges(task, Verdict::B).await.created().id)),
        }
    }
    let task = bob.gets_task(&[]).await.assignment_id;
    ids.push(json!(bob.judges(task, Verdict::A).await.created().id));

    let answer: Answer = project.manager.get(&project.path("/exports/judgments_jsonl")).await;

    let rows = lines(&answer);
    assert_eq!(rows.len(), 151);
    let text = answer.text();
    assert!(ids.iter().all(|id| text.contains(id.as_str().unwrap())));
    assert!(!text.contains(&ann.id.to_string()) && !text.contains(&ann.email));
}

#[tokio::test]
async fn the_ledger_accounts_for_everything() {
    let app = TestApp::start().await;
    let project = app.project().tasks(4).create().await;
    let (ann, bob) = (project.rater("ann").await, project.rater("bob").await);
    ann.prefers(project.task(0), "of x.").await;
    ann.judges(project.task(1), Verdict::Tie).await.created();
    ann.judges(project.task(2), Verdict::BothBad).await.created();
    ann.skips(project.task(3)).await.created();
    let late = bob.gets_task(&[]).await.assignment_id;
    bob.lets_leases_expire().await;
    project.rater("cleo").await.prefers(bob.task(late).await, "of x.").await;
    bob.submits(late, &judgment(Verdict::A)).await.created();

    let ledger: Ledger =
        project.manager.get(&project.path("/exports/trl_preference/ledger")).await.ok();

    assert_eq!((ledger.read, ledger.used, ledger.rows), (6, 2, 2));
    let left_out = ledger.left_out;
    assert_eq!((left_out.tie, left_out.both_bad, left_out.skip), (1, 1, 1));
    assert_eq!(left_out.uncounted, 1);
}

#[tokio::test]
async fn a_spreadsheet_runs_nothing_and_a_program_reads_everything_as_it_is() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    project.imports(include_str!("../data/export/csv_trouble.jsonl")).await;
    let ann = project.rater("ann").await;
    for _ in 0..3 {
        let task = ann.gets_task(&[]).await.assignment_id;
        ann.submits(task, &judgment(Verdict::A)).await.created();
    }

    let read = async |format| {
        let answer: Answer =
            project.manager.get(&project.path(&format!("/exports/{format}"))).await;
        answer.expect(200);
        answer.text()
    };
    let (spreadsheet, raw) = (read("judgments_csv").await, read("judgments_csv_raw").await);

    assert!(spreadsheet.starts_with('\u{feff}') && raw.starts_with("project,"), "{raw}");
    for cell in ["=cmd|' /C calc'!A0", "-1", "=SUM(A1:A9)", "@x", "-2+3"] {
        assert!(spreadsheet.contains(&format!(",'{cell},")), "{cell}: {spreadsheet}");
        assert!(!spreadsheet.contains(&format!(",{cell},")) || cell == "-1", "{cell}");
        assert!(raw.contains(&format!(",{cell},")), "{cell}: {raw}");
    }
    for text in [&spreadsheet, &raw] {
        for cell in ["\"a,b;c\r\n\"\"d\"\"\"", ",001,", "🙂 مرحبا"] {
            assert!(text.contains(cell), "{cell}: {text}");
        }
    }
}

#[tokio::test]
async fn an_export_is_in_the_audit_log() {
    let app = TestApp::start().await;
    let project = app.project().tasks(1).create().await;
    project.rater("ann").await.prefers(project.task(0), "of x.").await;

    let answer: Answer = project.manager.get(&project.path("/exports/judgments_csv_raw")).await;

    assert_eq!(answer.text().lines().count(), 2);
    // The line is written when the last byte has left.
    app.database.eventually("select count(*) from event where kind = 'exported'").await;
}
