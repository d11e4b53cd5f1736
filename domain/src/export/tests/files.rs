//! Whole files of random projects, against what the long table says.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::Value;

use super::super::cell::Cell;
use super::super::{Aggregation, Flagged, Format, Ledger, Options, Source, Survey, prompt_key};
use super::oracle::{Expected, Oracle, Record, asks, folded, prompt};
use super::projects::{Choices, project};

/// A file of a project, its tasks grouped by prompt.
fn file(format: Format, options: Options, sources: &[Source]) -> (Vec<Value>, Ledger) {
    file_without(format, options, sources, &[])
}

/// The same without some columns.
fn file_without(
    format: Format,
    options: Options,
    sources: &[Source],
    empty: &[String],
) -> (Vec<Value>, Ledger) {
    let mut prompts: BTreeMap<[u8; 16], Vec<Source>> = BTreeMap::new();
    for source in sources {
        prompts.entry(prompt_key(&source.task.messages)).or_default().push(source.clone());
    }
    let (text, ledger) = super::file(format, options, prompts.values().map(Vec::as_slice), empty);
    (text.split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect(), ledger)
}

/// The names of a row's values with their types; lists by that of their first value.
fn types(row: &Value) -> Vec<(String, String)> {
    fn kind(value: &Value) -> String {
        match value {
            Value::Null => "null".to_owned(),
            Value::Bool(_) => "bool".to_owned(),
            Value::Number(number) if number.is_f64() => "float".to_owned(),
            Value::Number(_) => "integer".to_owned(),
            Value::String(_) => "text".to_owned(),
            Value::Array(all) => format!("list of {}", all.first().map(kind).unwrap_or_default()),
            Value::Object(all) => {
                all.iter().map(|(key, value)| format!("{key} {}", kind(value))).collect()
            }
        }
    }
    row.as_object().unwrap().iter().map(|(key, value)| (key.clone(), kind(value))).collect()
}

fn answer(row: &Value, side: &str) -> String {
    folded(row[side][0]["content"].as_str().unwrap())
}

/// What the rows of a file say, in the words of the oracle; a row that says the same as another or
/// the opposite fails.
fn said(format: Format, per_rater: bool, rows: &[Value]) -> Expected {
    let mut said = Expected::new();
    let mut about_what = BTreeSet::new();
    for row in rows {
        let rater = if per_rater { row["rater_ids"][0].as_str().unwrap() } else { "" };
        let about = prompt(&row["prompt"]);
        let (key, what, n) = if format == Format::TrlPreference {
            let (chosen, rejected) = (answer(row, "chosen"), answer(row, "rejected"));
            let (one, other) = (chosen.clone().min(rejected.clone()), chosen.clone().max(rejected));
            let what = format!("{about} | {one} | {other} | {rater}");
            (format!("{chosen} > {what}"), what, &row["n_for_chosen"])
        } else {
            let what = format!("{about} | {} | {rater}", answer(row, "completion"));
            (format!("{} {what}", row["label"]), what, &row["n_for_label"])
        };
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        assert!(about_what.insert(what), "twice, or contradicted: {key}");
        assert_eq!(row["n_judgments"], row["judgment_ids"].as_array().unwrap().len());
        let raters: BTreeSet<&str> =
            row["rater_ids"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        assert_eq!(number(&row["n_raters"]), raters.len());
        assert!(!per_rater || raters.len() == 1);
        said.insert(key, (number(n), number(&row["n_judgments"])));
    }
    said
}

/// A prompt has its one best response, by the record that the long table shows.
fn check_best(oracle: &Oracle, rows: &[Value]) {
    let mut trained: BTreeMap<String, &Value> = BTreeMap::new();
    for row in rows {
        let messages = row["messages"].as_array().unwrap();
        let about = prompt(&Value::Array(messages[..messages.len() - 1].to_vec()));
        assert!(trained.insert(about, row).is_none(), "two rows for one prompt: {row}");
    }
    for (about, records) in oracle.records() {
        let may = |text: &String, (won, lost, tied, _): &Record| {
            let is_good = 2 * won > won + lost + tied;
            is_good && !text.is_empty() && asks(&about) && !oracle.is_flagged(&about, text)
        };
        let mut good: Vec<_> = records.iter().filter(|(text, record)| may(text, record)).collect();
        if good.iter().any(|(_, record)| record.3) {
            good.retain(|(_, record)| record.3);
        }
        let share = |(won, lost, tied, _): &Record| {
            (2 * won + tied + 2) as f64 / (2 * (won + lost + tied) + 4) as f64
        };
        let best = good.iter().map(|(_, record)| share(record)).fold(0.0, f64::max);
        let Some(row) = trained.remove(&about) else {
            assert!(good.is_empty(), "{about} has no row, and {good:?}");
            continue;
        };
        let text = folded(
            row["messages"].as_array().unwrap().last().unwrap()["content"].as_str().unwrap(),
        );
        let (_, record) = good
            .iter()
            .find(|(known, _)| **known == text)
            .unwrap_or_else(|| panic!("{text}: {good:?}"));
        assert!((share(record) - best).abs() < 1e-12, "{text} is not the best of {good:?}");
        assert!(record.0 > record.1 && row["n_won"] == record.0 && row["n_lost"] == record.1);
        assert_eq!(row["source"] == "rewrite", record.3);
    }
    assert!(trained.is_empty(), "{trained:?}");
}

fn check_ledger(oracle: &Oracle, n_read: usize, rows: &[Value], ledger: &Ledger) {
    assert!(ledger.balanced(), "{ledger:?}");
    assert_eq!((ledger.read, ledger.rows), (n_read as u64, rows.len() as u64));
    let used: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row["judgment_ids"].as_array().unwrap())
        .map(|id| id.as_str().unwrap())
        .collect();
    assert_eq!(ledger.used, used.len() as u64);
    let seen = |reason| oracle.left_out.get(reason).copied().unwrap_or_default();
    let left_out = ledger.left_out;
    // A skip that was taken back is superseded in either.
    assert_eq!(left_out.superseded, seen("superseded"));
    assert_eq!((left_out.skip, left_out.repeat), (seen("skip"), seen("repeat")));
    assert_eq!(left_out.uncounted, seen("uncounted"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_file_says_what_the_long_table_says(
        numbers in prop::collection::vec(any::<u16>(), 0..500),
    ) {
        let sources = project(&Choices::new(&numbers));
        let (table, whole) = file(Format::JudgmentsJsonl, Options::default(), &sources);
        prop_assert_eq!(whole.used, table.len() as u64);
        for flagged in Flagged::ALL {
            let oracle = Oracle::new(&table, flagged == Flagged::Keep);
            for aggregation in Aggregation::ALL {
                let options = Options { aggregation, flagged };
                let per_rater = aggregation == Aggregation::PerJudgment;
                for format in [Format::TrlPreference, Format::TrlUnpaired, Format::TrlSft] {
                    let (rows, ledger) = file(format, options, &sources);
                    check_ledger(&oracle, table.len(), &rows, &ledger);
                    for row in &rows {
                        prop_assert_eq!(types(row), types(&rows[0]));
                        prop_assert!(!types(row).iter().any(|(_, kind)| kind == "null"));
                    }
                    match format {
                        Format::TrlPreference => {
                            prop_assert_eq!(said(format, per_rater, &rows), oracle.preferences(per_rater));
                        }
                        Format::TrlUnpaired => {
                            prop_assert_eq!(said(format, per_rater, &rows), oracle.unpaired(per_rater));
                        }
                        _ => check_best(&oracle, &rows),
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_in_which_tasks_are_read_changes_nothing(
        numbers in prop::collection::vec(any::<u16>(), 0..500),
    ) {
        let sources = project(&Choices::new(&numbers));
        let mut reversed = sources.clone();
        reversed.reverse();
        reversed.iter_mut().for_each(|source| source.judgments.reverse());
        for format in [Format::TrlPreference, Format::TrlUnpaired, Format::TrlSft] {
            let options = Options::default();
            prop_assert_eq!(file(format, options, &sources), file(format, options, &reversed));
        }
    }

    #[test]
    fn every_cell_has_the_type_of_its_column(
        numbers in prop::collection::vec(any::<u16>(), 0..500),
    ) {
        let sources = project(&Choices::new(&numbers));
        for format in Format::ALL {
            let target = format.target();
            for aggregation in Aggregation::ALL {
                let options = Options { aggregation, ..Options::default() };
                let (mut wrong, mut ledger) = (Vec::new(), Ledger::default());
                let mut check = |file: usize, row: &[Cell<'_>]| {
                    let columns = (target.files[file].columns)(&sources[0].project);
                    if !row.iter().map(Cell::kind).eq(columns.iter().map(|column| column.kind)) {
                        wrong.push(format!("{row:?}"));
                    }
                };
                (target.rows)(options, &sources, &mut ledger, &mut check);

                prop_assert_eq!(wrong, Vec::<String>::new());
                for (reason, n) in ledger.left_out.by_reason() {
                    let is_known = target.description.leaves_out.contains(&reason);
                    prop_assert!(n == 0 || is_known, "{} leaves out {:?}", target.description.name, reason);
                }
            }
        }
    }

    #[test]
    fn the_long_table_has_the_same_types_in_every_row_and_no_column_without_one(
        numbers in prop::collection::vec(any::<u16>(), 0..500),
    ) {
        let sources = project(&Choices::new(&numbers));
        let (format, options) = (Format::JudgmentsJsonl, Options::default());
        let mut survey = Survey::new(format.target(), &sources[0].project).unwrap();
        survey.add(&sources);

        let (rows, _) = file_without(format, options, &sources, &survey.finish());

        let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in &rows {
            for (key, kind) in types(row) {
                kinds.entry(key).or_default().insert(kind);
            }
        }
        for (key, mut kinds) in kinds {
            // A value that is missing has a type from the other rows.
            kinds.remove("null");
            kinds.remove("list of ");
            prop_assert_eq!(kinds.len(), 1, "{} is {:?}", key, kinds);
        }
        prop_assert!(rows.iter().all(|row| row.as_object().unwrap().keys().eq(rows[0].as_object().unwrap().keys())));
    }
}
