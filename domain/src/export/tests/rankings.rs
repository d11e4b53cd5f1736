//! Rankings as preferences and in the long table.

use std::sync::Arc;

use serde_json::{Value, json};
use uuid::Uuid;

use super::super::{Aggregation, Format, ProjectFacts, Reason, Recorded, Source};
use super::{FIRST, SECOND, export, judged, preferences, source};
use crate::answers::Answers;
use crate::id::ResponseId;
use crate::judgment::Verdict;
use crate::protocol::{Protocol, Question};
use crate::task::Response;

const THIRD: ResponseId = ResponseId(Uuid::from_u128(0xa3));

/// A task of three responses, asked for by this question.
fn of_three(question: Question) -> Source {
    let mut source = source("Lima.", "Cusco.");
    source.task.responses.push(Response {
        id: THIRD,
        model: Some("south-7b".into()),
        text: "Quito.".into(),
        structure: vec![],
    });
    source.project = Arc::new(ProjectFacts::new("Capitals".into(), &[Protocol::of(question)], 3));
    source
}

fn ranked(rater: u32, order: [ResponseId; 3], ranking: [u8; 3]) -> Recorded {
    let mut recorded = judged(rater, Verdict::A);
    recorded.presentation.order = order.to_vec();
    recorded.judgment.verdict = None;
    recorded.judgment.grade = None;
    recorded.judgment.answers = Answers { ranking: ranking.to_vec(), ..Answers::default() };
    recorded
}

#[test]
fn a_ranking_becomes_all_its_strict_pairs() {
    let mut source = of_three(Question::Ranking { ties: true });
    source.judgments = vec![ranked(1, [SECOND, THIRD, FIRST], [2, 2, 1])];

    let (rows, ledger) = preferences(Aggregation::Majority, &source);

    let sides =
        |row: &Value| (row["chosen"][0]["content"].clone(), row["rejected"][0]["content"].clone());
    assert_eq!(
        rows.iter().map(sides).collect::<Vec<_>>(),
        [(json!("Lima."), json!("Cusco.")), (json!("Lima."), json!("Quito.")),]
    );
    assert_eq!(rows[0]["ranking_id"], rows[1]["ranking_id"]);
    assert_ne!(rows[0]["pair_id"], rows[1]["pair_id"]);
    assert_eq!(rows[0]["rank_distance"], json!(1.0));
    assert_eq!((ledger.read, ledger.used, ledger.rows), (1, 1, 2));
    assert!(ledger.balanced());
}

#[test]
fn rankings_of_several_raters_are_a_majority_for_each_pair() {
    let mut source = of_three(Question::Ranking { ties: false });
    source.judgments = vec![
        ranked(1, [FIRST, SECOND, THIRD], [1, 2, 3]),
        ranked(2, [THIRD, SECOND, FIRST], [3, 1, 2]),
        ranked(3, [SECOND, FIRST, THIRD], [3, 1, 2]),
    ];

    let (rows, ledger) = preferences(Aggregation::Majority, &source);

    let said = |row: &Value| {
        format!("{} {} {}", row["chosen"][0]["content"], row["n_for_chosen"], row["rank_distance"])
    };
    assert_eq!(
        rows.iter().map(said).collect::<Vec<_>>(),
        ["\"Lima.\" 2 0.6667", "\"Lima.\" 3 1.3333", "\"Cusco.\" 2 0.6667",]
    );
    assert_eq!((ledger.read, ledger.used, ledger.rows), (3, 3, 3));
}

#[test]
fn a_ranking_without_a_preference_is_accounted_for_as_a_tie() {
    let mut source = of_three(Question::Ranking { ties: true });
    source.judgments = vec![ranked(1, [FIRST, SECOND, THIRD], [1, 1, 1])];

    let (rows, ledger) = preferences(Aggregation::PerJudgment, &source);

    let mut expected = super::Ledger::default();
    expected.leave_out(1, Reason::Tie);
    assert_eq!((rows.len(), ledger), (0, expected));
}

#[test]
fn best_and_worst_leave_nothing_said_about_those_between() {
    let mut source = of_three(Question::BestWorst);
    let mut recorded = ranked(1, [THIRD, FIRST, SECOND], [1, 1, 1]);
    recorded.judgment.answers = Answers { best: Some(0), worst: Some(1), ..Answers::default() };
    source.judgments = vec![recorded];

    let (rows, _) = preferences(Aggregation::Majority, &source);
    let (table, _) = export(Format::JudgmentsJsonl, Aggregation::Majority, &source);

    assert_eq!(rows.len(), 3, "2k-3 of three");
    let row: Value = serde_json::from_str(&table).unwrap();
    assert_eq!((&row["best"], &row["worst"]), (&json!("response_3"), &json!("response_1")));
}

#[test]
fn the_long_table_holds_ranks_in_the_order_of_the_file() {
    let mut source = of_three(Question::Ranking { ties: false });
    source.judgments = vec![ranked(1, [THIRD, FIRST, SECOND], [1, 2, 3])];

    let (json, _) = export(Format::JudgmentsJsonl, Aggregation::Majority, &source);
    let (csv, _) = export(Format::JudgmentsCsv, Aggregation::Majority, &source);

    let row: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(row["ranking"], json!([2, 3, 1]));
    assert_eq!(row["shown_order"], json!([3, 1, 2]));
    assert_eq!((&row["model_3"], &row["response_3"]), (&json!("south-7b"), &json!("Quito.")));
    assert_eq!((&row["verdict_shown"], &row["preferred"]), (&json!(""), &json!("")));
    assert!(csv.contains(",2;3;1,"), "{csv}");
}
