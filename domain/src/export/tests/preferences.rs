//! Preferences for training.

use serde_json::{Value, json};

use super::super::{Aggregation, Ledger, LeftOut};
use super::{SECOND, Source, judged, preferences, repeated, skipped, source, swapped};
use crate::judgment::Verdict::{self, A, B, BothBad, BothGood, Tie};
use crate::task::{Message, Speaker};

fn judged_by_all(verdicts: &[Verdict]) -> Source {
    let mut source = source("Lima.", "Cusco.");
    source.judgments =
        (1..).zip(verdicts).map(|(rater, verdict)| judged(rater, *verdict)).collect();
    source
}

fn chosen(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["chosen"][0]["content"].as_str().unwrap()).collect()
}

#[test]
fn a_majority_gives_one_row_with_all_it_rests_on() {
    let mut source = judged_by_all(&[A, A, B]);
    source.judgments[1] = swapped(source.judgments[1].clone());
    source.judgments[2].judgment.guideline_version = 2;

    let (rows, ledger) = preferences(Aggregation::Majority, &source);

    assert_eq!(
        rows,
        [json!({
            "prompt": [{"role": "user", "content": "Capital of Peru?"}],
            "chosen": [{"role": "assistant", "content": "Lima."}],
            "rejected": [{"role": "assistant", "content": "Cusco."}],
            "pair_id": "00000000-0000-0000-0000-00000000007a",
            "prompt_id": "00000000-0000-0000-0000-00000000009a",
            "external_id": "peru",
            "judgment_ids": [
                "00000000-0000-0000-0000-000000000001",
                "00000000-0000-0000-0000-000000000002",
                "00000000-0000-0000-0000-000000000003",
            ],
            "rater_ids": ["rater-1", "rater-2", "rater-3"],
            "n_judgments": 3,
            "n_raters": 3,
            "n_for_chosen": 2,
            "n_ties": 0,
            "agreement": 0.6667,
            "aggregation": "majority",
            "guideline_version": "v1,v2",
            "judged_at": "2026-03-01 UTC",
            "project": "Capitals",
            "chosen_model": "north-7b",
            "rejected_model": "",
            "position_of_chosen": "both",
            "n_chosen_shown_first": 2,
            "ranking_id": "",
            "rank_distance": 0.0,
        })]
    );
    assert_eq!(
        ledger,
        Ledger { read: 3, used: 3, rows: 1, left_out: LeftOut::default(), ..Ledger::default() }
    );
}

#[test]
fn where_the_chosen_response_stood_is_told() {
    let mut source = judged_by_all(&[A, A]);
    source.judgments[1] = swapped(source.judgments[1].clone());

    let (rows, _) = preferences(Aggregation::PerJudgment, &source);

    assert_eq!(chosen(&rows), ["Lima.", "Lima."]);
    assert_eq!(rows[0]["position_of_chosen"], "first");
    assert_eq!(rows[1]["position_of_chosen"], "second");
    assert_eq!(rows[1]["judgment_ids"], json!(["00000000-0000-0000-0000-000000000002"]));
    assert_eq!(rows[1]["n_raters"], 1);
}

#[test]
fn every_row_has_the_same_keys_in_the_same_order_and_none_that_is_reserved() {
    let reserved =
        ["label", "completion", "messages", "images", "image", "chat_template_kwargs", "tools"];
    for aggregation in Aggregation::ALL {
        let (plain, _) = preferences(aggregation, &judged_by_all(&[A, A, Tie]));
        let (other, _) = preferences(aggregation, &judged_by_all(&[B]));

        let keys: Vec<_> = plain[0].as_object().unwrap().keys().collect();
        assert_eq!(keys, other[0].as_object().unwrap().keys().collect::<Vec<_>>());
        assert_eq!(keys[..3], ["prompt", "chosen", "rejected"]);
        assert!(keys.iter().all(|key| !reserved.contains(&key.as_str())));
        assert!(plain[0].as_object().unwrap().values().all(|value| !value.is_null()));
    }
}

#[test]
fn a_task_gives_a_row_only_if_one_side_has_more_than_half() {
    let out = LeftOut::default;
    let table = [
        (vec![A], Ok(1)),
        (vec![A, B], Err(LeftOut { no_majority: 2, ..out() })),
        (vec![A, A, Tie, Tie], Err(LeftOut { no_majority: 4, ..out() })),
        (vec![A, B, Tie], Err(LeftOut { no_majority: 3, ..out() })),
        (vec![A, A, B, BothBad, Tie], Err(LeftOut { no_majority: 5, ..out() })),
        (vec![A, A, A, BothBad, Tie], Ok(5)),
        (vec![Tie, Tie, A], Err(LeftOut { tie: 3, ..out() })),
        (vec![BothBad, BothBad, B], Err(LeftOut { both_bad: 3, ..out() })),
        (vec![BothGood, A, BothGood], Err(LeftOut { both_good: 3, ..out() })),
        (vec![BothGood, BothBad], Err(LeftOut { no_majority: 2, ..out() })),
        (vec![], Err(out())),
    ];

    for (verdicts, expected) in table {
        let (rows, ledger) = preferences(Aggregation::Majority, &judged_by_all(&verdicts));

        let found = if rows.is_empty() { Err(ledger.left_out) } else { Ok(ledger.used) };
        assert_eq!(found, expected, "{verdicts:?}");
        assert!(ledger.balanced());
    }
}

#[test]
fn a_skip_that_was_taken_back_is_replaced() {
    let mut source = judged_by_all(&[A]);
    source.skips = vec![skipped(7)];
    source.skips[0].skip.rater_id = source.judgments[0].judgment.rater_id;

    let (rows, ledger) = preferences(Aggregation::PerJudgment, &source);

    assert_eq!(rows.len(), 1);
    let left_out = LeftOut { superseded: 1, ..LeftOut::default() };
    assert_eq!(ledger, Ledger { read: 2, used: 1, rows: 1, left_out, ..Ledger::default() });
}

#[test]
fn what_gives_no_row_is_counted_under_its_reason() {
    let mut source = judged_by_all(&[A, Tie, BothBad, B, A, B]);
    source.judgments[3].judgment.counted = false;
    source.judgments[4].judgment.rater_id = source.judgments[5].judgment.rater_id;
    source.judgments[5].judgment.revision = 2;
    source.skips = vec![skipped(7), skipped(8)];

    let (rows, ledger) = preferences(Aggregation::PerJudgment, &source);

    assert_eq!(chosen(&rows), ["Lima.", "Cusco."]);
    let left_out =
        LeftOut { tie: 1, both_bad: 1, uncounted: 1, superseded: 1, skip: 2, ..LeftOut::default() };
    assert_eq!(ledger, Ledger { read: 8, used: 2, rows: 2, left_out, ..Ledger::default() });
    assert!(ledger.balanced());
}

#[test]
fn what_a_rater_met_again_trains_nothing() {
    let source = repeated(judged_by_all(&[A, B]));

    for aggregation in Aggregation::ALL {
        let (rows, ledger) = preferences(aggregation, &source);

        assert_eq!(rows, Vec::<Value>::new());
        assert_eq!(ledger.left_out, LeftOut { repeat: 2, ..LeftOut::default() });
    }
}

#[test]
fn texts_that_would_train_nothing_give_no_row() {
    let blank = LeftOut { blank_text: 1, ..LeftOut::default() };
    let identical = LeftOut { identical_text: 1, ..LeftOut::default() };
    let table = [
        ("", "Cusco.", blank),
        ("Lima.", " \n\u{2003}", blank),
        ("", "", blank),
        ("Lima.", "Lima.", identical),
        ("Lima.", "Lima.\n", identical),
    ];

    for (first, second, expected) in table {
        let mut source = source(first, second);
        source.judgments = vec![judged(1, A)];
        for aggregation in Aggregation::ALL {
            let (rows, ledger) = preferences(aggregation, &source);

            assert_eq!((rows.len(), ledger.left_out), (0, expected), "{first:?} {second:?}");
        }
    }
}

#[test]
fn what_the_format_cannot_hold_is_left_out_rather_than_bent() {
    let message = |role| Message::new(role, "x");
    let mut ends_with_assistant = judged_by_all(&[A]);
    ends_with_assistant.task.messages.push(message(Speaker::Assistant));
    let late = |role| {
        let mut source = judged_by_all(&[A]);
        source.task.messages.insert(0, message(Speaker::User));
        source.task.messages.insert(1, message(role));
        source
    };
    let mut no_prompt = judged_by_all(&[A]);
    no_prompt.task.messages.clear();
    let mut foreign_sides = judged_by_all(&[A]);
    foreign_sides.judgments[0].presentation.order = vec![SECOND, SECOND];

    let late = [late(Speaker::System), late(Speaker::Developer)];
    for source in [ends_with_assistant, no_prompt, foreign_sides].into_iter().chain(late) {
        let (rows, ledger) = preferences(Aggregation::Majority, &source);

        assert_eq!((rows.len(), ledger.left_out.unrepresentable), (0, 1));
        assert!(ledger.balanced());
    }
}
