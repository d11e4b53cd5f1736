//! The published figures of PandaLM's human test set come out of its labels.

use domain::aggregate::majority::{Tally, tally};
use domain::agreement::{kappa, raw};
use domain::id::{RaterId, TaskId};
use domain::outcome::Outcome;
use domain::unit::{CrossTable, Units, Vote};
use uuid::Uuid;

const LABELS: &str = include_str!("data/pandalm_labels.csv");

fn annotator(number: u128) -> RaterId {
    RaterId(Uuid::from_u128(number))
}

fn outcome(label: &str) -> Outcome {
    match label {
        "A" => Outcome::First,
        "B" => Outcome::Second,
        "tie" => Outcome::Tie,
        other => panic!("{other} is no label"),
    }
}

fn units() -> Units {
    let mut votes = Vec::new();
    for (line, pair) in LABELS.lines().skip(1).zip(1_u128..) {
        for (label, number) in line.split(',').skip(1).zip(1..) {
            let (task, rater) = (TaskId(Uuid::from_u128(pair)), annotator(number));
            votes.push(Vote::on_pair(task, rater, outcome(label)));
        }
    }
    votes.into_iter().collect()
}

fn table(units: &Units, one: u128, two: u128) -> CrossTable {
    units.shared(annotator(one), annotator(two)).map(|(_, one, two)| (one, two)).collect()
}

#[test]
fn the_majority_labels_are_the_published_ones() {
    let tally = tally(&units());

    assert_eq!(
        tally,
        Tally { first: 422, second: 472, tie: 105, none: 0, both_bad: 0, both_good: 0 }
    );
}

#[test]
fn cohens_kappa_is_the_published_one() {
    let units = units();
    // README of the source, two digits; scikit-learn 1.9.1 `cohen_kappa_score` for the rest, on
    // the labels and on the labels followed by themselves with A and B exchanged.
    let expected = [
        (1, 2, "0.85", 0.852_022_678_516_702_4, 0.852_318_373_673_683_6),
        (1, 3, "0.88", 0.878_943_811_250_038_4, 0.879_260_333_575_055_4),
        (2, 3, "0.86", 0.861_661_454_076_290_7, 0.862_026_800_331_467_2),
    ];

    for (one, two, published, plain, symmetric) in expected {
        let table = table(&units, one, two);
        let kappa = kappa::plain(&table).kappa.unwrap();
        assert_eq!(kappa::plain(&table).shared, 999);
        assert_eq!(format!("{kappa:.2}"), published);
        assert!((kappa - plain).abs() < 1e-8, "{one} and {two}: {kappa}");
        assert!((kappa::symmetric(&table).kappa.unwrap() - symmetric).abs() < 1e-8);
    }
}

#[test]
fn raw_agreement_is_that_of_counting_pairs() {
    let units = units();

    let with_ties = raw::with_ties(&units);
    let without_ties = raw::without_ties(&units);

    // Counted pair by pair over the labels, independently of the formula.
    assert_eq!((with_ties.tasks, with_ties.agreeing, with_ties.pairs), (999, 2_757, 2_997));
    assert!((with_ties.pooled.unwrap() - 0.919_919_919_919_92).abs() < 1e-12);
    assert!((with_ties.per_task.unwrap() - 0.919_919_919_919_92).abs() < 1e-12);
    assert_eq!(
        (without_ties.tasks, without_ties.agreeing, without_ties.pairs),
        (894, 2_482, 2_620)
    );
    assert!((without_ties.pooled.unwrap() - 0.947_328_244_274_809_1).abs() < 1e-12);
    assert!((without_ties.per_task.unwrap() - 0.948_545_861_297_539_2).abs() < 1e-12);
}

#[test]
fn cross_tables_of_all_raters_are_those_of_the_pairs() {
    let units = units();

    let tables = units.cross_tables();

    assert_eq!(tables.len(), 3);
    for ((one, two), expected) in [((1, 2), 912), ((1, 3), 928), ((2, 3), 917)] {
        let found = tables[&(annotator(one), annotator(two))];
        assert_eq!(found, table(&units, one, two));
        assert_eq!(found.agreeing(), expected);
    }
}
