//! Unpaired data, and criteria in the long table.

use std::sync::Arc;

use serde_json::{Value, json};

use super::super::{Aggregation, Format, Ledger, ProjectFacts, Recorded, Source};
use super::{export, judged, source, swapped};
use crate::answers::{Answer, Answers};
use crate::judgment::Verdict::{self, A, B, BothBad, BothGood, Tie};
use crate::protocol::{Criterion, Form, Levels, Protocol, Question};

fn rows(aggregation: Aggregation, source: &Source) -> (Vec<Value>, Ledger) {
    let (text, ledger) = export(Format::TrlUnpaired, aggregation, source);
    assert!(ledger.balanced(), "{ledger:?}");
    (text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), ledger)
}

/// What rows say: the completion, its label, and where that is from.
fn labels(rows: &[Value]) -> Vec<String> {
    let label = |row: &Value| {
        let text = row["completion"][0]["content"].as_str().unwrap();
        format!("{text} {} {}", row["label"], row["label_source"].as_str().unwrap())
    };
    rows.iter().map(label).collect()
}

/// One response, rated by levels.
fn rated(levels: Levels, ratings: &[u8]) -> Source {
    let mut source = source("Lima.", "");
    source.task.responses.pop();
    let protocol = Protocol::of(Question::Rating { levels });
    source.project = Arc::new(ProjectFacts::new("Capitals".into(), &[protocol], 1));
    source.judgments = (1..).zip(ratings).map(|(n, level)| rating(n, *level)).collect();
    source
}

fn rating(rater: u32, level: u8) -> Recorded {
    let mut recorded = judged(rater, A);
    recorded.presentation.order.pop();
    recorded.judgment.verdict = None;
    recorded.judgment.grade = None;
    recorded.judgment.answers = Answers { rating: Some(level), ..Answers::default() };
    recorded
}

fn pair(verdicts: &[Verdict]) -> Source {
    let mut source = source("Lima.", "Cusco.");
    source.judgments = (1..).zip(verdicts).map(|(n, verdict)| judged(n, *verdict)).collect();
    source
}

#[test]
fn thumbs_label_their_response() {
    let (down, _) = rows(Aggregation::Majority, &rated(Levels::THUMBS, &[1]));
    let (split, ledger) = rows(Aggregation::Majority, &rated(Levels::THUMBS, &[1, 2]));

    assert_eq!(labels(&down), ["Lima. false rating"]);
    assert_eq!(down[0]["prompt"], json!([{ "role": "user", "content": "Capital of Peru?" }]));
    assert_eq!((split.len(), ledger.left_out.no_majority), (0, 2));
}

#[test]
fn the_upper_half_of_levels_is_good_and_the_middle_says_nothing() {
    let table = [(5, 1, Some(false)), (5, 3, None), (5, 4, Some(true)), (4, 2, Some(false))];

    for (count, level, label) in table {
        let (rows, ledger) = rows(Aggregation::PerJudgment, &rated(Levels::stars(count), &[level]));
        assert_eq!(rows.first().map(|row| row["label"].as_bool().unwrap()), label, "{level}");
        assert_eq!(ledger.left_out.tie, u64::from(label.is_none()));
    }
}

#[test]
fn a_pair_labels_both_of_its_responses_unless_it_is_a_tie() {
    let (of_a, ledger) = rows(Aggregation::Majority, &pair(&[A]));
    let (of_both, _) = rows(Aggregation::Majority, &pair(&[BothGood]));
    let (of_none, _) = rows(Aggregation::Majority, &pair(&[BothBad]));
    let (of_tie, tie) = rows(Aggregation::Majority, &pair(&[Tie]));

    assert_eq!(labels(&of_a), ["Lima. true pair", "Cusco. false pair"]);
    assert_eq!((ledger.read, ledger.used, ledger.rows), (1, 1, 2));
    assert_eq!(labels(&of_both), ["Lima. true both", "Cusco. true both"]);
    assert_eq!(labels(&of_none), ["Lima. false both", "Cusco. false both"]);
    assert_eq!((of_tie.len(), tie.left_out.tie), (0, 1));
}

#[test]
fn several_raters_are_a_majority_for_each_response() {
    let (found, _) = rows(Aggregation::Majority, &pair(&[A, B, BothGood]));

    assert_eq!(labels(&found), ["Lima. true both,pair", "Cusco. true both,pair"]);
    assert_eq!(found[0]["agreement"], json!(0.6667));
    assert_eq!(found[0]["n_raters"], 3);
}

#[test]
fn the_long_table_has_a_column_for_each_aspect_with_its_sides_undone() {
    let criterion = |key: &str, form| Criterion {
        key: key.into(),
        name: key.into(),
        help: String::new(),
        required: false,
        form,
        when: Vec::new(),
    };
    let mut source = pair(&[A]);
    let protocol = Protocol {
        criteria: vec![
            criterion("facts", Form::Levels(Levels::stars(5))),
            criterion("style", Form::Pairwise { points: 3 }),
        ],
        confidence: true,
        ..Protocol::default()
    };
    let criteria = [
        ("facts".to_owned(), Answer::Levels(vec![Some(4), Some(2)])),
        ("style".to_owned(), Answer::Grade(-1)),
    ];
    source.project = Arc::new(ProjectFacts::new("Capitals".into(), &[protocol], 2));
    source.judgments = vec![swapped(source.judgments.remove(0))];
    source.judgments[0].judgment.answers =
        Answers { criteria: criteria.into(), confidence: Some(3), ..Answers::default() };

    let (table, _) = export(Format::JudgmentsJsonl, Aggregation::Majority, &source);

    let row: Value = serde_json::from_str(&table).unwrap();
    assert_eq!(row["criterion.facts.1"], 2);
    assert_eq!(row["criterion.facts.2"], 4);
    assert_eq!(row["criterion.style.grade"], 1);
    assert_eq!(row["confidence"], 3);
}
