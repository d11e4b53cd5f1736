//! Tests of adding up results.

use serde_json::Value;
use uuid::Uuid;

use super::*;

fn rater(number: u128) -> RaterId {
    RaterId(Uuid::from_u128(number))
}

fn row(task: u128, rater_number: u128, outcome: Outcome) -> Row {
    let comparison = Comparison {
        pair: 0,
        outcome,
        first_shown_preferred: outcome.winner().map(|position| position == 0),
        models: Some(("old".into(), "new".into())),
    };
    Row {
        task_id: TaskId(Uuid::from_u128(task)),
        rater_id: rater(rater_number),
        comparisons: vec![comparison],
        order: Order::None,
        active_ms: Some(1_000 * i64::try_from(task).unwrap()),
    }
}

fn name(number: u128, name: &str, skips: i64) -> RaterName {
    RaterName { rater_id: rater(number), name: name.into(), skips }
}

fn results(rows: Vec<Row>, names: Vec<RaterName>) -> Results {
    results_of(Kind::Pair, rows, names)
}

fn results_of(kind: Kind, rows: Vec<Row>, names: Vec<RaterName>) -> Results {
    let mut builder = ResultsBuilder::default();
    rows.into_iter().for_each(|row| builder.push(row));
    let asked = Asked { kind, ties: kind != Kind::Rating };
    builder.finish(asked, Progress::default(), names, AspectsBuilder::default())
}

/// A ranking of as many models as there are ranks, called "a", "b" and so on.
fn ranking(task: u128, rater_number: u128, doubled: &[u8]) -> Row {
    let model = |n: u8| Some(char::from(b'a' + n).to_string());
    let ranks = doubled.iter().zip(0..).map(|(rank, n)| (*rank, model(n))).collect();
    Row {
        comparisons: Vec::new(),
        order: Order::Ranks(ranks),
        ..row(task, rater_number, Outcome::Tie)
    }
}

#[test]
fn a_raters_work_is_summed_up() {
    let rows = vec![
        row(1, 1, Outcome::First),
        row(2, 1, Outcome::Second),
        Row { active_ms: None, ..row(3, 1, Outcome::Tie) },
        row(4, 1, Outcome::First),
        row(5, 1, Outcome::First),
    ];

    let results = results(rows, vec![name(1, "Ada", 2)]);

    let ada = &results.raters[0];
    assert_eq!((ada.judgments, ada.skips, ada.decided), (5, 2, 4));
    assert_eq!(ada.tie_share, Some(0.2));
    assert_eq!(ada.median_active_ms, Some(3_000));
    assert_eq!(ada.shown_first_preferred, Some(0.75));
    assert_eq!(ada.shown_first_interval, wilson(3.0, 4));
}

#[test]
fn raters_and_pairs_stand_in_the_order_of_names() {
    let rows = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First), row(1, 3, Outcome::Tie)];
    let names = vec![name(1, "Zoe", 0), name(2, "Ada", 0), name(3, "Max", 0), name(4, "Eve", 3)];

    let results = results(rows, names);

    let names: Vec<&str> = results.raters.iter().map(|rater| rater.name.as_str()).collect();
    let pairs: Vec<_> = results.pairs.iter().map(|pair| (pair.rater_1, pair.rater_2)).collect();
    assert_eq!(names, ["Ada", "Eve", "Max", "Zoe"]);
    assert_eq!(pairs, [(rater(2), rater(3)), (rater(2), rater(1)), (rater(3), rater(1))]);
    assert_eq!(results.raters[1].judgments, 0);
    assert_eq!(results.raters[1].median_active_ms, None);
}

#[test]
fn a_repeat_is_work_and_changes_no_statistic() {
    let once = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First)];
    let twice = [once.clone(), vec![row(1, 1, Outcome::Second)]].concat();

    let (once, twice) = (results(once, vec![]), results(twice, vec![]));

    assert_eq!(twice.raters[0].judgments, 2);
    assert_eq!(once.agreement, twice.agreement);
    assert_eq!(once.pairs, twice.pairs);
    assert_eq!(once.models, twice.models);
    assert_eq!(once.majority, twice.majority);
}

#[test]
fn a_task_without_models_counts_for_everything_but_win_rates() {
    let mut nameless = row(2, 1, Outcome::BothBad);
    nameless.comparisons[0].models = None;

    let results = results(vec![row(1, 1, Outcome::Second), nameless], vec![]);

    assert_eq!(results.models[0].model, "new");
    assert_eq!(results.models[0].comparisons, 1);
    let majority = results.majority.unwrap();
    assert_eq!((majority.tie, majority.both_bad), (1, 1));
    assert_eq!(results.raters[0].name, rater(1).to_string());
}

#[test]
fn what_is_said_of_both_is_a_tie_and_counted_apart() {
    let rows =
        vec![row(1, 1, Outcome::Tie), row(2, 1, Outcome::BothBad), row(3, 1, Outcome::BothGood)];

    let results = results(rows, vec![]);

    let tally = results.majority.unwrap();
    assert_eq!((tally.tie, tally.both_bad, tally.both_good), (3, 1, 1));
    assert_eq!(results.raters[0].tie_share, Some(1.0));
}

#[test]
fn a_ranking_is_one_judgment_and_several_comparisons() {
    let mut ranking = row(1, 1, Outcome::First);
    ranking.comparisons[0].first_shown_preferred = None;
    let second = Comparison { pair: 1, ..ranking.comparisons[0].clone() };
    ranking.comparisons.push(second);
    let rows = vec![ranking.clone(), Row { rater_id: rater(2), ..ranking }];

    let results = results_of(Kind::Ranking, rows, vec![]);

    assert_eq!((results.raters[0].judgments, results.models[0].comparisons), (1, 4));
}

#[test]
fn rankings_and_ratings_say_nothing_of_sides_and_pairs() {
    for kind in [Kind::Ranking, Kind::BestWorst, Kind::Rating] {
        let mut row = row(1, 1, Outcome::Tie);
        row.order = Order::Ranks(vec![(2, None), (4, None)]);
        let second = Row { rater_id: rater(2), ..row.clone() };

        let results = results_of(kind, vec![row, second], vec![]);

        assert_eq!(results.kind, kind);
        assert_eq!((results.majority, results.agreement), (None, None));
        assert!(results.pairs.is_empty());
        assert_eq!(results.raters[0].shown_first_preferred, None);
        assert_eq!(results.raters[0].tie_share.is_none(), kind == Kind::Rating);
        assert_eq!(results.rank_agreement.unwrap().pairs.len(), 1);
    }
    let pairs = results(vec![row(1, 1, Outcome::First)], vec![]);
    assert_eq!((pairs.ranks.len(), pairs.rank_agreement), (0, None));
}

#[test]
fn ranks_have_their_mean_and_raters_their_tau() {
    let rows = vec![
        ranking(1, 1, &[2, 4, 6]),
        ranking(1, 2, &[2, 5, 5]),
        ranking(2, 1, &[4, 2, 6]),
        ranking(2, 2, &[6, 4, 2]),
        // A repeat: the first judgment counts.
        ranking(2, 2, &[4, 2, 6]),
        // Two responses are a scale of their own.
        ranking(3, 1, &[4, 2]),
    ];

    let results = results_of(Kind::Ranking, rows, vec![]);

    let [two, three] = &results.ranks[..] else { panic!("{:?}", results.ranks) };
    assert_eq!((two.responses, three.responses), (2, 3));
    assert_eq!((two.models[0].model.as_str(), two.models[0].mean_rank), ("b", 1.0));
    let means: Vec<_> = three.models.iter().map(|it| (it.model.as_str(), it.mean_rank)).collect();
    assert_eq!(means, [("a", 1.75), ("b", 1.875), ("c", 2.375)]);
    let a = &three.models[0];
    assert_eq!((a.ranked, a.tasks, a.first, a.last, a.low), (4, 2, 2, 1, None));
    let agreement = results.rank_agreement.unwrap();
    // On the first task 2 / sqrt(3 * 2); on the second -1 / 3.
    let expected = (2.0 / 6.0_f64.sqrt() - 1.0 / 3.0) / 2.0;
    assert!((agreement.tau_b.unwrap() - expected).abs() < 1e-12);
    assert_eq!((agreement.tasks, agreement.pairs[0].shared), (2, 2));
    assert!((agreement.pairs[0].tau_b.unwrap() - expected).abs() < 1e-12);
    assert!(!agreement.pairs[0].enough);
}

#[test]
fn levels_are_compared_over_tasks_and_never_across_scales() {
    let level = |task: u128, by: u128, scale, level| Row {
        order: Order::Level { scale, level },
        comparisons: Vec::new(),
        ..row(task, by, Outcome::Tie)
    };
    let levels = [(1, 2), (2, 3), (3, 3), (4, 5)];
    let rows: Vec<Row> = (0..20)
        .flat_map(|task| {
            let (one, other) = levels[task as usize % 4];
            [level(task, 1, 0, one), level(task, 2, 0, other)]
        })
        // The same raters on another scale: a level there says nothing about one here.
        .chain([level(30, 1, 0, 5), level(30, 2, 1, 1)])
        .collect();

    let agreement = results_of(Kind::Rating, rows, vec![]).rank_agreement.unwrap();

    let pair = &agreement.pairs[0];
    assert_eq!((pair.shared, pair.enough), (21, true));
    // Of the 150 pairs of tasks untied on one side, 125 are untied on both, and agree.
    let expected = 125.0 / (150.0_f64 * 125.0).sqrt();
    assert!((pair.tau_b.unwrap() - expected).abs() < 1e-12);
    assert_eq!(agreement.tau_b, pair.tau_b);
}

#[test]
fn nothing_judged_gives_empty_results() {
    let results = results(vec![], vec![]);

    assert_eq!(results.agreement.unwrap().with_ties.pooled, None);
    assert!(results.raters.is_empty() && results.pairs.is_empty() && results.models.is_empty());
}

#[test]
fn what_is_undefined_is_null_with_its_reason_when_sent() {
    let rows = vec![row(1, 1, Outcome::First), row(1, 2, Outcome::First)];

    let json = serde_json::to_value(results(rows, vec![])).unwrap();

    assert_eq!(json["pairs"][0]["kappa"], Value::Null);
    assert_eq!(json["pairs"][0]["kappa_undefined"], "no_variation");
    assert_eq!(json["pairs"][0]["symmetric_kappa"], 1.0);
    assert_eq!(json["matrix"]["models"][0], "old");
    assert!(serde_json::from_value::<Results>(json).is_ok());
}
