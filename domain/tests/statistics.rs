//! What must not change a statistic: the order of votes, and which response is stored first.

use std::collections::BTreeSet;

use domain::aggregate::majority::{Tally, majority, tally};
use domain::agreement::{kappa, raw};
use domain::id::{RaterId, TaskId};
use domain::outcome::Outcome;
use domain::progress::Progress;
use domain::protocol::Kind;
use domain::results::{Asked, AspectsBuilder, Comparison, Order, Results, ResultsBuilder, Row};
use domain::unit::{UnitId, Units, Vote};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

const TASKS: u128 = 12;
const RATERS: u128 = 5;

fn task(number: u128) -> TaskId {
    TaskId(Uuid::from_u128(number))
}

fn rater(number: u128) -> RaterId {
    RaterId(Uuid::from_u128(number))
}

/// Votes with at most one of a rater on a task.
fn votes() -> impl Strategy<Value = Vec<Vote>> {
    let key = (0..TASKS, 0..RATERS);
    proptest::collection::btree_map(key, select(&Outcome::ALL[..]), 0..60).prop_map(|votes| {
        let vote = |((number, by), outcome): ((u128, u128), Outcome)| Vote {
            unit: UnitId::of(task(number)),
            rater: rater(by),
            outcome,
        };
        votes.into_iter().map(vote).collect()
    })
}

fn shuffled_votes() -> impl Strategy<Value = (Vec<Vote>, Vec<Vote>)> {
    votes().prop_flat_map(|votes| (Just(votes.clone()), Just(votes).prop_shuffle()))
}

fn turned(votes: &[Vote], tasks: &BTreeSet<u128>) -> Units {
    let turn = |vote: &Vote| {
        let turned = tasks.contains(&vote.unit.task.0.as_u128());
        let outcome = if turned { vote.outcome.mirrored() } else { vote.outcome };
        Vote { outcome, ..*vote }
    };
    votes.iter().map(turn).collect()
}

fn results(votes: &[Vote]) -> Results {
    let model = |number: u128| format!("model {number}");
    let mut builder = ResultsBuilder::default();
    for vote in votes {
        let number = vote.unit.task.0.as_u128();
        let seen = number + vote.rater.0.as_u128();
        let (model_1, model_2) = (model(number % 3), model(number / 3 % 3));
        let comparison = Comparison {
            pair: vote.unit.pair,
            outcome: vote.outcome,
            first_shown_preferred: vote.outcome.winner().map(|_| seen % 2 == 0),
            models: Some((model_1, model_2)),
        };
        builder.push(Row {
            task_id: vote.unit.task,
            rater_id: vote.rater,
            comparisons: vec![comparison],
            order: Order::None,
            active_ms: i64::try_from(seen).ok(),
        });
    }
    let asked = Asked { kind: Kind::Pair, ties: true };
    builder.finish(asked, Progress::default(), Vec::new(), AspectsBuilder::default())
}

proptest! {
    #[test]
    fn the_order_of_votes_changes_nothing((votes, shuffled) in shuffled_votes()) {
        prop_assert_eq!(results(&votes), results(&shuffled));
    }

    #[test]
    fn turning_any_tasks_round_leaves_agreement_as_it_is(
        votes in votes(),
        tasks in proptest::collection::btree_set(0..TASKS, 0..12),
    ) {
        let before: Units = votes.iter().copied().collect();
        let after = turned(&votes, &tasks);

        prop_assert_eq!(raw::with_ties(&before), raw::with_ties(&after));
        prop_assert_eq!(raw::without_ties(&before), raw::without_ties(&after));
        for (pair, table) in before.cross_tables() {
            let turned = after.cross_tables()[&pair];
            prop_assert_eq!(kappa::symmetric(&table), kappa::symmetric(&turned));
        }
    }

    #[test]
    fn turning_a_task_round_turns_its_majority_round(
        votes in votes(),
        tasks in proptest::collection::btree_set(0..TASKS, 0..12),
    ) {
        let before: Units = votes.iter().copied().collect();
        let after = turned(&votes, &tasks);

        for ((id, counts), (_, turned)) in before.counts().zip(after.counts()) {
            let expected = majority(counts);
            let is_turned = tasks.contains(&id.task.0.as_u128());
            let expected = if is_turned { expected.map(Outcome::mirrored) } else { expected };
            prop_assert_eq!(majority(turned), expected);
        }
    }

    #[test]
    fn turning_all_tasks_round_mirrors_the_tally(votes in votes()) {
        let before = tally(&votes.iter().copied().collect());
        let after = tally(&turned(&votes, &(0..TASKS).collect()));

        prop_assert_eq!(after, Tally { first: before.second, second: before.first, ..before });
    }

    #[test]
    fn raters_who_always_agree_have_a_kappa_of_one_if_they_vary(
        outcomes in proptest::collection::vec(select(&Outcome::ALL[..]), 1..40),
    ) {
        let table = outcomes.iter().map(|&outcome| (outcome, outcome)).collect();
        let varied = outcomes.iter().any(|other| other.category() != outcomes[0].category());
        let decided = outcomes.iter().any(|outcome| outcome.winner().is_some());

        prop_assert_eq!(kappa::plain(&table).observed, Some(1.0));
        prop_assert_eq!(kappa::plain(&table).kappa, varied.then_some(1.0));
        prop_assert_eq!(kappa::symmetric(&table).kappa, decided.then_some(1.0));
    }

    #[test]
    fn kappa_is_the_same_whoever_is_named_first(
        outcomes in proptest::collection::vec(
            (select(&Outcome::ALL[..]), select(&Outcome::ALL[..])), 0..40),
    ) {
        let one = outcomes.iter().copied().collect();
        let two = outcomes.iter().map(|&(first, second)| (second, first)).collect();

        prop_assert_eq!(kappa::plain(&one), kappa::plain(&two));
    }

    #[test]
    fn every_comparison_is_won_tied_or_lost_once(votes in votes()) {
        let results = results(&votes);

        let score: f64 = results.models.iter().map(|it| it.win_rate * it.comparisons as f64).sum();
        let comparisons: i64 = results.models.iter().map(|model| model.comparisons).sum();
        prop_assert!((2.0 * score - comparisons as f64).abs() < 1e-9);
        for (place, model) in results.models.iter().enumerate() {
            let row: i64 = results.matrix.rows[place].iter().map(|it| it.comparisons()).sum();
            prop_assert_eq!(row, model.comparisons);
        }
    }
}
