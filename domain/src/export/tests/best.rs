//! Flags, rewrites, and the best responses for supervised fine-tuning.

use std::sync::Arc;

use serde_json::{Value, json};

use super::super::{Aggregation, Flagged, Format, Ledger, Options, ProjectFacts, Source};
use super::{file, judged, source, swapped};
use crate::answers::{Flag, Rewrite};
use crate::judgment::Verdict::{self, A, B, BothBad, Tie};
use crate::protocol::Protocol;
use crate::rationale::Ask;

fn rows(format: Format, flagged: Flagged, source: &Source) -> (Vec<Value>, Ledger) {
    let options = Options { aggregation: Aggregation::Majority, flagged };
    let (text, ledger) = file(format, options, [std::slice::from_ref(source)], &[]);
    assert!(ledger.balanced(), "{ledger:?}");
    (text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), ledger)
}

fn pair(verdicts: &[Verdict]) -> Source {
    let mut source = source("Lima.", "Cusco.");
    source.judgments = (1..).zip(verdicts).map(|(n, verdict)| judged(n, *verdict)).collect();
    let protocol = Protocol { rewrite: Ask::Optional, ..Protocol::default() };
    source.project = Arc::new(ProjectFacts::new("Capitals".into(), &[protocol], 2));
    source
}

/// The first judgment rewrites or flags the response at this place, as shown.
fn rewriting(mut source: Source, of: Option<u8>, text: &str) -> Source {
    source.judgments[0].judgment.answers.rewrite = Some(Rewrite { of, text: text.into() });
    source
}

fn flagging(mut source: Source, response: Option<u8>) -> Source {
    let flag = Flag { response, reason: "unsafe".into() };
    source.judgments[0].judgment.answers.flags = vec![flag];
    source
}

fn answers(rows: &[Value]) -> Vec<&str> {
    let last = |row: &'_ Value| -> usize { row["messages"].as_array().unwrap().len() - 1 };
    rows.iter()
        .map(|row| {
            let message = &row["messages"][last(row)];
            assert_eq!(message["role"], "assistant");
            message["content"].as_str().unwrap()
        })
        .collect()
}

#[test]
fn the_winner_is_the_best_response_and_both_bad_gives_none() {
    let best = |verdicts: &[Verdict]| {
        let source = pair(verdicts);
        let (rows, ledger) = rows(Format::TrlSft, Flagged::LeaveOut, &source);
        (answers(&rows).into_iter().map(str::to_owned).collect::<Vec<_>>(), ledger)
    };

    assert_eq!(best(&[A, A, B]).0, ["Lima."]);
    assert_eq!(best(&[B]).0, ["Cusco."]);
    assert_eq!((best(&[BothBad]).0.len(), best(&[BothBad]).1.left_out.both_bad), (0, 1));
    assert_eq!((best(&[A, B]).0.len(), best(&[A, B]).1.left_out.no_majority), (0, 2));
    assert_eq!((best(&[Tie]).0.len(), best(&[Tie]).1.left_out.tie), (0, 1));
}

#[test]
fn a_rewrite_stands_for_the_winner_and_is_chosen_over_what_it_was_made_from() {
    // B as shown is the file's first response.
    let mut source = rewriting(pair(&[A, A]), Some(1), "Lima, since 1535.");
    source.judgments[0] = swapped(source.judgments[0].clone());

    let (best, of_best) = rows(Format::TrlSft, Flagged::LeaveOut, &source);
    let (pairs, _) = rows(Format::TrlPreference, Flagged::LeaveOut, &source);
    let (labels, _) = rows(Format::TrlUnpaired, Flagged::LeaveOut, &source);
    let (table, _) = rows(Format::JudgmentsJsonl, Flagged::LeaveOut, &source);

    assert_eq!((answers(&best), of_best.left_out.rewritten), (vec!["Lima, since 1535."], 1));
    assert_eq!(best[0]["source"], "rewrite");
    assert_eq!(pairs.len(), 2);
    assert_eq!(pairs[1]["chosen"][0]["content"], "Lima, since 1535.");
    assert_eq!(pairs[1]["rejected"][0]["content"], "Lima.");
    let keys = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&pairs[0]), keys(&pairs[1]));
    assert_eq!(labels[2]["label"], true);
    assert_eq!(
        (&table[0]["rewrite_of"], &table[1]["rewrite_of"]),
        (&json!("response_1"), &json!(""))
    );
}

#[test]
fn a_rewrite_without_an_original_or_without_a_change_makes_no_pair() {
    for (of, text, trained) in [(None, "Lima!", "Lima!"), (Some(0), " Lima. ", "Lima.")] {
        let source = rewriting(pair(&[A]), of, text);

        let (pairs, _) = rows(Format::TrlPreference, Flagged::LeaveOut, &source);
        let (best, _) = rows(Format::TrlSft, Flagged::LeaveOut, &source);

        assert_eq!((pairs.len(), answers(&best)), (1, vec![trained]));
    }
}

#[test]
fn flagged_texts_train_nothing_unless_they_are_kept() {
    let table = [
        (None, Format::TrlPreference, 0),
        (Some(1), Format::TrlPreference, 0),
        (Some(1), Format::TrlSft, 1),
        (Some(0), Format::TrlSft, 0),
        (Some(1), Format::TrlUnpaired, 1),
        (None, Format::TrlUnpaired, 0),
        (None, Format::JudgmentsJsonl, 1),
    ];

    for (response, format, left) in table {
        let source = flagging(pair(&[A]), response);
        let (without, ledger) = rows(format, Flagged::LeaveOut, &source);
        let (with, _) = rows(format, Flagged::Keep, &source);

        assert_eq!(without.len(), left, "{response:?} {format:?}");
        assert_eq!(ledger.left_out.flagged, u64::from(left == 0));
        assert!(with.len() >= without.len());
    }
    let (table, _) =
        rows(Format::JudgmentsJsonl, Flagged::LeaveOut, &flagging(pair(&[A]), Some(1)));
    assert_eq!(table[0]["flags"], "response_2:unsafe");
}
