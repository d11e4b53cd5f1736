//! The long table, as JSON and as CSV.

use serde_json::{Value, json};

use super::super::{Aggregation, Format, Options, Survey};
use super::{Source, export, file, judged, skipped, source, swapped};
use crate::judgment::Verdict::{A, B, BothBad, BothGood, Tie};

fn rows(source: &Source) -> Vec<Value> {
    let (text, ledger) = export(Format::JudgmentsJsonl, Aggregation::Majority, source);
    assert_eq!((ledger.read, ledger.used), (ledger.rows, ledger.rows));
    text.split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn csv(format: Format, source: &Source) -> Vec<Vec<String>> {
    let (text, _) = export(format, Aggregation::Majority, source);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_judgment_stands_with_its_sides_undone() {
    let mut source = source("Lima.", "Cusco.");
    source.judgments = vec![swapped(judged(1, A))];
    source.judgments[0].judgment.rationale = Some("It is\u{2028}the capital.".into());

    assert_eq!(
        rows(&source),
        [json!({
            "project": "Capitals",
            "task_id": "00000000-0000-0000-0000-00000000007a",
            "external_id": "peru",
            "prompt_id": "00000000-0000-0000-0000-00000000009a",
            "judgment_id": "00000000-0000-0000-0000-000000000001",
            "revision": 1,
            "superseded": false,
            "rater_id": "rater-1",
            "verdict_shown": "b",
            "preferred": "response_1",
            "grade": -2,
            "shown_first": "response_2",
            "model_1": "north-7b",
            "model_2": "",
            "prompt": "[{\"role\":\"user\",\"content\":\"Capital of Peru?\"}]",
            "response_1": "Lima.",
            "response_2": "Cusco.",
            "metadata": "{}",
            "rationale": "It is\u{2028}the capital.",
            "skip_reason": "",
            "skip_comment": "",
            "guideline_version": "v1",
            "protocol_version": "v1",
            "active_ms": 1500,
            "late": false,
            "counted": true,
            "submitted_at": "2026-03-01T12:00:00.000001Z",
            "repeat_of": "",
        })]
    );
}

#[test]
fn every_judgment_and_skip_has_its_row_in_the_order_of_time() {
    let mut source = source("Lima.", "Lima.");
    source.judgments = vec![judged(5, BothBad), judged(2, Tie), judged(1, A), judged(4, B)];
    source.judgments.push(judged(6, BothGood));
    source.judgments[2].judgment.rater_id = source.judgments[3].judgment.rater_id;
    source.judgments[3].judgment.revision = 2;
    source.skips = vec![skipped(3)];
    source.skips[0].skip.rater_id = source.judgments[1].judgment.rater_id;

    let rows = rows(&source);

    let column = |name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(column("verdict_shown"), ["a", "tie", "skip", "b", "both_bad", "both_good"]);
    assert_eq!(
        column("preferred"),
        ["response_1", "tie", "skip", "response_2", "both_bad", "both_good"]
    );
    assert_eq!(
        column("grade"),
        [json!(-2), json!(0), Value::Null, json!(2), Value::Null, Value::Null]
    );
    assert_eq!(column("superseded"), [true, false, true, false, false, false]);
    assert_eq!(column("skip_reason"), ["", "", "other", "", "", ""]);
    assert_eq!(column("skip_comment"), ["", "", "=cmd", "", "", ""]);
}

#[test]
fn a_judgment_of_other_sides_is_kept_without_a_preference() {
    let mut source = source("Lima.", "Cusco.");
    source.judgments = vec![judged(1, A)];
    source.judgments[0].presentation.order.clear();

    let rows = rows(&source);

    assert_eq!(rows[0]["verdict_shown"], "a");
    assert_eq!(rows[0]["preferred"], "");
    assert_eq!(rows[0]["grade"], Value::Null);
}

#[test]
fn csv_has_the_columns_and_values_of_the_json() {
    let mut source = source("Lima, \"the\" capital.\r\nReally.", " 007 ");
    source.judgments = vec![judged(1, A), judged(2, BothBad)];
    source.skips = vec![skipped(3)];

    let table = csv(Format::JudgmentsCsvRaw, &source);

    assert_eq!(table.len(), 4);
    for (cells, row) in table[1..].iter().zip(rows(&source)) {
        for ((column, value), (header, cell)) in
            row.as_object().unwrap().iter().zip(table[0].iter().zip(cells))
        {
            let expected = match value {
                Value::String(text) => text.clone(),
                Value::Null => String::new(),
                other => other.to_string(),
            };
            assert_eq!((header, cell), (column, &expected));
        }
    }
}

#[test]
fn csv_ends_its_rows_as_the_standard_says() {
    let mut source = source("one\ntwo", "=1");
    source.judgments = vec![judged(1, A)];

    let (text, _) = export(Format::JudgmentsCsvRaw, Aggregation::Majority, &source);

    assert!(text.starts_with("project,task_id,external_id,"));
    assert!(text.ends_with("2026-03-01T12:00:00.000001Z,\r\n"));
    assert_eq!(text.matches("\r\n").count(), 2);
    assert!(text.contains(",\"one\ntwo\",=1,"));
}

#[test]
fn no_text_is_run_as_a_formula_by_a_spreadsheet_and_numbers_stay_numbers() {
    for text in ["=1+1", "+1", "-1", "@sum", "\tx", "＝1", "＋1", "－1", "＠x"] {
        let mut source = source(text, "'=1");
        source.judgments = vec![judged(1, A)];

        let safe = csv(Format::JudgmentsCsv, &source);
        let raw = csv(Format::JudgmentsCsvRaw, &source);

        assert_eq!(safe[1][15], format!("'{text}"));
        assert_eq!(safe[1][16], "'=1");
        assert_eq!(raw[1][15], text);
        assert_eq!((safe[0][10].as_str(), safe[1][10].as_str()), ("grade", "-2"));
    }
}

#[test]
fn a_line_within_a_cell_is_not_run_either_and_the_plain_file_stays_exact() {
    let table = [
        ("a\n=1", "a\n'=1"),
        ("\r=1", "'\r'=1"),
        ("a\r\n＝1\n@b", "a\r\n'＝1\n'@b"),
        ("1 = 1\n a-b", "1 = 1\n a-b"),
    ];
    for (text, expected) in table {
        let mut source = source(text, "");
        source.judgments = vec![judged(1, A)];

        assert_eq!(csv(Format::JudgmentsCsv, &source)[1][15], expected);
        assert_eq!(csv(Format::JudgmentsCsvRaw, &source)[1][15], text);
    }
}

#[test]
fn only_the_file_for_spreadsheets_begins_with_a_byte_order_mark() {
    for format in Format::ALL {
        let (text, _) = export(format, Aggregation::Majority, &source("Lima.", "Cusco."));

        assert_eq!(text.starts_with('\u{feff}'), format == Format::JudgmentsCsv, "{format:?}");
    }
}

#[test]
fn a_column_without_a_value_is_left_out_of_json_and_kept_in_csv() {
    let mut source = source("Lima.", "Cusco.");
    source.judgments = vec![judged(1, BothBad), judged(2, BothGood)];
    source.judgments[0].judgment.active_ms = None;
    let mut survey = Survey::new(Format::JudgmentsJsonl.target(), &source.project).unwrap();
    let prompt = std::slice::from_ref(&source);
    survey.add(prompt);
    assert!(!survey.is_done());
    assert!(Survey::new(Format::JudgmentsCsvRaw.target(), &source.project).is_none());

    let options = Options::default();
    let (text, _) = file(Format::JudgmentsJsonl, options, [prompt], &survey.finish());

    for line in text.lines() {
        assert!(!line.contains("\"grade\"") && line.contains("\"active_ms\""));
    }
    assert_eq!(csv(Format::JudgmentsCsvRaw, &source)[0][10], "grade");
}
