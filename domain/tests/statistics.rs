//! What must not change a statistic: the order of votes, and which response is stored first.

use std::collections::BTreeSet;

use domain::aggregate::majority::{Tally, majority, tally};
use domain::agreement::{kappa, raw};
use domain::answers::Answers;
use domain::id::{RaterId, ResponseId, TaskId};
use domain::judgment::Verdict;
use domain::outcome::{AsShown, Outcome};
use domain::presentation::Presentation;
use domain::progress::Progress;
use domain::protocol::Protocol;
use domain::results::{Results, ResultsBuilder, StandingJudgment};
use domain::unit::{Says, Units, Vote};
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
fn votes() -> impl Strategy<Value = Vec<Vote<'static>>> {
    let key = (0..TASKS, 0..RATERS);
    proptest::collection::btree_map(key, select(&Outcome::ALL[..]), 0..60).prop_map(|votes| {
        votes
            .into_iter()
            .map(|((number, by), outcome)| Vote::on_pair(task(number), rater(by), outcome))
            .collect()
    })
}

fn outcome(vote: &Vote<'_>) -> Outcome {
    match vote.says {
        Says::Outcome { outcome, .. } => outcome,
        Says::Rank(_) | Says::Level { .. } => panic!("these votes are on pairs"),
    }
}

fn shuffled_votes() -> impl Strategy<Value = (Vec<Vote<'static>>, Vec<Vote<'static>>)> {
    votes().prop_flat_map(|votes| (Just(votes.clone()), Just(votes).prop_shuffle()))
}

fn turned(votes: &[Vote<'static>], tasks: &BTreeSet<u128>) -> Units {
    let turn = |vote: &Vote<'static>| {
        let turned = tasks.contains(&vote.unit.task.0.as_u128());
        let outcome = if turned { outcome(vote).mirrored() } else { outcome(vote) };
        Vote { says: Says::outcome(outcome), ..*vote }
    };
    votes.iter().map(turn).collect()
}

fn results(votes: &[Vote<'_>]) -> Results {
    let models: [String; 3] = [0, 1, 2].map(|number| format!("model {number}"));
    let responses = [1, 2].map(|number| ResponseId(Uuid::from_u128(number)));
    let answers = Answers::default();
    let mut builder = ResultsBuilder::new(&[Protocol::default()]);
    for vote in votes {
        let number = vote.unit.task.0.as_u128();
        let seen = number + vote.rater.0.as_u128();
        let is_turned = seen % 2 == 1;
        let model = |number: u128| models.get(usize::try_from(number % 3).expect("it is below 3"));
        let verdict = match (is_turned, outcome(vote)) {
            (false, Outcome::First) | (true, Outcome::Second) => Verdict::A,
            (false, Outcome::Second) | (true, Outcome::First) => Verdict::B,
            (_, Outcome::Tie) => Verdict::Tie,
            (_, Outcome::BothBad) => Verdict::BothBad,
            (_, Outcome::BothGood) => Verdict::BothGood,
        };
        let mut order = responses.to_vec();
        if is_turned {
            order.reverse();
        }
        let presentation = Presentation { order, blind: true };
        let as_shown = AsShown {
            verdict: Some(verdict),
            grade: None,
            answers: &answers,
            presentation: &presentation,
            protocol_version: 1,
        };
        builder.push(&StandingJudgment {
            task_id: vote.unit.task,
            prompt_id: vote.prompt,
            rater_id: vote.rater,
            purpose: vote.purpose,
            counted: vote.counts,
            said: as_shown.unblind(&responses).expect("these were shown"),
            models: &[model(number), model(number / 3)].map(|name| name.map(String::as_str)),
            active_ms: i64::try_from(seen).ok(),
        });
    }
    builder.finish(Progress::default(), Vec::new())
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
