//! Prompts with several tasks: twins, contradictions, and flags that reach from one to another.

use serde_json::Value;
use uuid::Uuid;

use super::super::{Aggregation, Flagged, Format, Ledger, LeftOut, Options, Source};
use super::{file, judged, repeated, source, swapped};
use crate::answers::Flag;
use crate::id::{JudgmentId, TaskId};
use crate::judgment::Verdict::{self, A, B, BothBad, Tie};
use crate::protocol::Protocol;

/// A task of its own with the same prompt, judged by raters from 1 on.
fn task(number: u128, texts: [&str; 2], verdicts: &[Verdict]) -> Source {
    let mut source = source(texts[0], texts[1]);
    source.task.id = TaskId(Uuid::from_u128(number));
    source.judgments = (1..).zip(verdicts).map(|(n, verdict)| judged(n, *verdict)).collect();
    for recorded in &mut source.judgments {
        let id = recorded.judgment.id.0.as_u128();
        recorded.judgment.id = JudgmentId(Uuid::from_u128((number << 32) + id));
    }
    source
}

fn rows(format: Format, options: Options, prompt: &[Source]) -> (Vec<Value>, Ledger) {
    let (text, ledger) = file(format, options, [prompt], &[]);
    assert!(ledger.balanced(), "{ledger:?}");
    (text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), ledger)
}

fn by(aggregation: Aggregation) -> Options {
    Options { aggregation, ..Options::default() }
}

fn flagged(mut source: Source, place: usize, response: Option<u8>) -> Source {
    let flag = Flag { response, reason: "unsafe".into() };
    source.judgments[place].judgment.answers.flags = vec![flag];
    source
}

#[test]
fn twins_are_one_row_and_those_that_contradict_each_other_none() {
    let one = task(1, ["Lima.", "Cusco."], &[A, A, B]);
    let twin = task(2, ["Cusco. ", "Lima."], &[B, B]);
    let opposite = task(3, ["Lima.", "Cusco."], &[B, B, B]);

    let (same, of_same) = rows(Format::TrlPreference, Options::default(), &[one.clone(), twin]);
    let (none, of_none) = rows(
        Format::TrlPreference,
        Options::default(),
        &[task(1, ["Lima.", "Cusco."], &[A, A, A]), opposite],
    );

    assert_eq!(same.len(), 1);
    assert_eq!(same[0]["chosen"][0]["content"], "Lima.");
    assert_eq!((&same[0]["n_judgments"], &same[0]["n_raters"]), (&5.into(), &3.into()));
    assert_eq!((of_same.used, of_same.duplicates), (5, 1));
    assert_eq!(none.len(), 0);
    assert_eq!(of_none.left_out, LeftOut { contradiction: 6, ..LeftOut::default() });
}

#[test]
fn a_rater_who_judged_twins_speaks_once() {
    let twins =
        |second| [task(1, ["Lima.", "Cusco."], &[A]), task(2, ["Lima.", "Cusco."], &[second])];

    let (same, _) = rows(Format::TrlPreference, by(Aggregation::PerJudgment), &twins(A));
    let (other, ledger) = rows(Format::TrlPreference, by(Aggregation::PerJudgment), &twins(B));

    assert_eq!((same.len(), &same[0]["n_judgments"]), (1, &2.into()));
    assert_eq!((other.len(), ledger.left_out.contradiction), (0, 2));
}

#[test]
fn a_completion_has_one_label_from_all_its_tasks() {
    let prompt = [
        task(1, ["Lima.", "Cusco."], &[A]),
        task(2, ["Lima.", "Quito."], &[A]),
        task(3, ["Lima.", "Bogotá."], &[B]),
        task(4, ["Cusco.", "Quito."], &[A]),
    ];

    let (found, ledger) = rows(Format::TrlUnpaired, Options::default(), &prompt);

    let labels: Vec<_> = found
        .iter()
        .map(|row| (row["completion"][0]["content"].as_str().unwrap(), row["label"] == true))
        .collect();
    assert_eq!(labels, [("Lima.", true), ("Quito.", false), ("Bogotá.", true)]);
    assert_eq!(ledger.used, 4, "Cusco won once and lost once, and its judgments label others");
}

#[test]
fn a_prompt_trains_its_best_response_once() {
    let prompt = [
        task(1, ["Lima.", "Cusco."], &[A, A, A]),
        task(2, ["Quito.", "Bogotá."], &[A]),
        task(3, ["Cusco.", "Bogotá."], &[A]),
    ];

    let (found, ledger) = rows(Format::TrlSft, Options::default(), &prompt);

    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["messages"][1]["content"], "Lima.");
    assert_eq!((&found[0]["n_won"], &found[0]["n_lost"]), (&3.into(), &0.into()));
    assert_eq!((ledger.used, ledger.left_out.outranked), (3, 2));

    let loser = [task(1, ["Lima.", "Cusco."], &[A, BothBad]), task(2, ["Lima.", "Quito."], &[Tie])];
    assert_eq!(rows(Format::TrlSft, Options::default(), &loser).0, Vec::<Value>::new());
}

#[test]
fn a_flag_of_any_rater_holds_a_text_back_in_every_task_even_if_it_came_late() {
    let plain = || task(2, ["Lima.", "Quito."], &[A]);
    let mut late = flagged(task(1, ["Lima.", "Cusco."], &[Tie, A]), 0, Some(0));
    late.judgments[0].judgment.counted = false;
    let mut again = repeated(flagged(task(1, ["Lima.", "Cusco."], &[Tie]), 0, Some(1)));
    again.judgments[0] = swapped(again.judgments[0].clone());
    let mut unknown = flagged(task(1, ["Lima.", "Cusco."], &[A]), 0, Some(0));
    unknown.judgments[0].presentation.order.clear();
    let mut corrected = flagged(task(1, ["Lima.", "Cusco."], &[Tie, A]), 0, Some(0));
    corrected.judgments[1].judgment.rater_id = corrected.judgments[0].judgment.rater_id;
    corrected.judgments[1].judgment.revision = 2;
    let whole = flagged(task(1, ["Bogotá.", "Cusco."], &[Tie]), 0, None);
    let table = [
        ("late", late, true),
        ("repeated", again, true),
        ("unknown", unknown, true),
        ("corrected", corrected, false),
        ("whole", whole, true),
    ];

    for (name, first, holds) in table {
        let prompt = [first, plain()];
        for format in [Format::TrlPreference, Format::TrlUnpaired, Format::TrlSft] {
            for aggregation in Aggregation::ALL {
                let keep = Options { aggregation, flagged: Flagged::Keep };
                let held = |options| {
                    let (rows, ledger) = rows(format, options, &prompt);
                    (!rows.iter().any(|row| row.to_string().contains("Lima.")), ledger)
                };

                let (is_held, ledger) = held(by(aggregation));
                assert_eq!(is_held, holds, "{name} {format:?}");
                assert!(!holds || format == Format::TrlUnpaired || ledger.left_out.flagged > 0);
                assert!(!held(keep).0, "{name} {format:?}");
            }
        }
    }
}

#[test]
fn a_rewrite_that_repeats_a_response_is_none() {
    use crate::answers::Rewrite;
    let mut source = task(1, ["Lima.", "Cusco."], &[A]);
    let facts = super::ProjectFacts::new("Capitals".into(), &[Protocol::default()], 2);
    source.project = std::sync::Arc::new(facts);
    source.judgments[0].judgment.answers.rewrite =
        Some(Rewrite { of: Some(0), text: " Cusco.\n".into() });

    for (format, n) in [(Format::TrlPreference, 1), (Format::TrlUnpaired, 2), (Format::TrlSft, 1)] {
        let (found, _) = rows(format, Options::default(), std::slice::from_ref(&source));

        assert_eq!(found.len(), n);
        assert!(found.iter().all(|row| !row.to_string().contains("rewrite")));
    }
}
