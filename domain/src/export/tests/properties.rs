//! What must hold for every task and every set of judgments.

use proptest::prelude::*;

use super::super::{Aggregation, Format, Options, Source};
use super::{export, file, judged, preferences, skipped, source, swapped};
use crate::import::{self, tests::split};
use crate::judgment::Verdict;
use crate::task::{Message, Speaker};

/// Any text that can be brought in: everything but NUL.
fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "\u{2028}", "\u{85}", "\u{202e}", "\u{feff}", "\r\n", "\"", "\\", "=", "é", "e\u{301}",
        "😀", ",",
    ]);
    let piece = prop_oneof![odd.prop_map(str::to_owned), "[^\0]{0,8}"];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn messages() -> impl Strategy<Value = Vec<Message>> {
    let role = prop::sample::select(vec![Speaker::User, Speaker::Assistant, Speaker::Tool]);
    let turns = prop::collection::vec((role, text()), 0..4);
    (prop::option::of(text()), turns, text()).prop_map(|(system, turns, last)| {
        let system = system.map(|content| Message::new(Speaker::System, content));
        let turns = turns.into_iter().map(|(role, content)| Message::new(role, content));
        let last = Message::new(Speaker::User, format!("{last}?"));
        system.into_iter().chain(turns).chain([last]).collect()
    })
}

prop_compose! {
    fn tasks()(
        messages in messages(),
        texts in [text(), text()],
        models in [prop::option::of("[a-z]{1,9}"), prop::option::of("[a-z]{1,9}")],
    ) -> Source {
        let mut source = source(&texts[0], &texts[1]);
        source.task.messages = messages;
        for (response, model) in source.task.responses.iter_mut().zip(models) {
            response.model = model;
        }
        source
    }
}

prop_compose! {
    fn judged_tasks()(
        mut source in tasks(),
        verdicts in prop::collection::vec(
            (
                prop::sample::select(vec![
                    Verdict::A,
                    Verdict::B,
                    Verdict::Tie,
                    Verdict::BothBad,
                    Verdict::BothGood,
                ]),
                any::<bool>(),
                prop::bool::weighted(0.9),
                1_u32..4,
                1_i32..3,
            ),
            0..8,
        ),
        n_skips in 0_u32..3,
    ) -> Source {
        for (number, (verdict, turned, counted, rater, revision)) in (1..).zip(verdicts) {
            let mut recorded = judged(number, verdict);
            recorded.judgment.rater_id = judged(rater, verdict).judgment.rater_id;
            recorded.judgment.revision = revision;
            recorded.judgment.counted = counted;
            source.judgments.push(if turned { swapped(recorded) } else { recorded });
        }
        source.skips = (1..=n_skips).map(skipped).collect();
        source
    }
}

fn chosen_texts(aggregation: Aggregation, source: &Source) -> Vec<String> {
    let (rows, _) = preferences(aggregation, source);
    rows.iter().map(|row| row["chosen"].to_string()).collect()
}

proptest! {
    #[test]
    fn an_exported_preference_comes_in_again_as_it_was(mut source in tasks()) {
        source.judgments = vec![judged(1, Verdict::A)];
        let (file, ledger) = export(Format::TrlPreference, Aggregation::Majority, &source);
        let found = split(file.as_bytes());
        prop_assert_eq!(found.len() as u64, ledger.rows);

        for raw in found {
            let task = import::tests::task(import::Format::TrlPreference, &raw.unwrap().text);

            prop_assert_eq!(&task.external_id, &source.task.external_id);
            prop_assert_eq!(&task.messages, &source.task.messages);
            for (brought, kept) in task.responses.iter().zip(&source.task.responses) {
                prop_assert_eq!(&*brought.messages[0].text(), &kept.text);
                prop_assert_eq!(&brought.model, &kept.model);
            }
        }
    }

    #[test]
    fn the_long_table_keeps_every_text(mut source in tasks(), rationale in text()) {
        source.judgments = vec![judged(1, Verdict::B)];
        source.judgments[0].judgment.rationale = Some(rationale.clone());
        let texts = [&source.task.responses[0].text, &source.task.responses[1].text, &rationale];

        let (json, _) = export(Format::JudgmentsJsonl, Aggregation::Majority, &source);
        let (csv, _) = export(Format::JudgmentsCsvRaw, Aggregation::Majority, &source);

        prop_assert_eq!(json.matches('\n').count(), 1);
        let row: serde_json::Value = serde_json::from_str(&json).unwrap();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        let columns = [("response_1", 15), ("response_2", 16), ("rationale", 18)];
        for (text, (name, position)) in texts.into_iter().zip(columns) {
            prop_assert_eq!(row[name].as_str(), Some(text.as_str()));
            prop_assert_eq!(record.get(position), Some(text.as_str()));
        }
        let prompt: Vec<Message> = serde_json::from_str(row["prompt"].as_str().unwrap()).unwrap();
        prop_assert_eq!(prompt, source.task.messages);
    }

    #[test]
    fn turning_the_sides_round_with_the_verdict_changes_no_preference(source in judged_tasks()) {
        let mut turned = source.clone();
        turned.judgments = turned.judgments.into_iter().map(swapped).collect();

        for aggregation in Aggregation::ALL {
            prop_assert_eq!(
                chosen_texts(aggregation, &source),
                chosen_texts(aggregation, &turned)
            );
        }
    }

    #[test]
    fn the_ledger_always_balances(sources in prop::collection::vec(judged_tasks(), 0..4)) {
        for format in Format::ALL {
            for aggregation in Aggregation::ALL {
                if sources.is_empty() {
                    continue;
                }
                let options = Options { aggregation, ..Options::default() };
                let (_, ledger) = file(format, options, sources.chunks(1), &[]);

                prop_assert!(ledger.balanced(), "{:?}", ledger);
                let given: usize = sources.iter().map(|s| s.judgments.len() + s.skips.len()).sum();
                prop_assert_eq!(ledger.read, given as u64);
            }
        }
    }

    #[test]
    fn the_same_task_gives_the_same_bytes_in_whatever_order_it_is_read(source in judged_tasks()) {
        let mut reversed = source.clone();
        reversed.judgments.reverse();
        reversed.skips.reverse();

        for format in Format::ALL {
            for aggregation in Aggregation::ALL {
                prop_assert_eq!(
                    export(format, aggregation, &source),
                    export(format, aggregation, &reversed)
                );
            }
        }
    }
}
