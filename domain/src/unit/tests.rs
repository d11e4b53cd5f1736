//! Tests of grouping votes.

use uuid::Uuid;

use super::*;
use crate::assignment::Purpose;
use crate::id::TaskId;

fn vote(task: u128, rater: u128, outcome: Outcome) -> Vote<'static> {
    let rater = RaterId(Uuid::from_u128(rater));
    Vote::on_pair(TaskId(Uuid::from_u128(task)), rater, outcome)
}

#[test]
fn the_first_vote_of_a_rater_on_a_task_counts() {
    let votes = [
        vote(1, 9, Outcome::Second),
        vote(2, 9, Outcome::Tie),
        vote(1, 9, Outcome::First),
        vote(1, 8, Outcome::Second),
    ];

    let units: Units = votes.into_iter().collect();

    let counts: Vec<Counts> = units.counts().map(|(_, counts)| counts).collect();
    assert_eq!(counts[0], Counts { second: 2, ..Counts::default() });
    assert_eq!(counts[1], Counts { tie: 1, ..Counts::default() });
    assert_eq!(units.len(), 2);
    assert_eq!(units.other_votes().collect::<Vec<_>>(), [vote(1, 9, Outcome::First)]);
}

#[test]
fn a_vote_that_does_not_count_is_kept_apart_even_if_it_came_first() {
    let repeat = Vote { counts: false, purpose: Purpose::Repeat, ..vote(1, 1, Outcome::First) };
    let gold = Vote { counts: false, purpose: Purpose::Gold, ..vote(2, 1, Outcome::Tie) };

    let units: Units = [repeat, gold, vote(1, 1, Outcome::Second)].into_iter().collect();

    let counts: Vec<_> = units.counts().collect();
    assert_eq!(
        counts,
        [(vote(1, 1, Outcome::Tie).unit, Counts { second: 1, ..Counts::default() })]
    );
    assert_eq!(units.other_votes().collect::<Vec<_>>(), [repeat, gold]);
}

#[test]
fn both_bad_is_a_tie_and_is_counted_separately() {
    let votes = [vote(1, 1, Outcome::BothBad), vote(1, 2, Outcome::Tie)];

    let units: Units = votes.into_iter().collect();

    let (_, counts) = units.counts().next().unwrap();
    assert_eq!(counts, Counts { tie: 2, both_bad: 1, ..Counts::default() });
}

#[test]
fn a_vote_comes_back_as_it_was_given() {
    let vote = Vote {
        unit: UnitId { task: TaskId(Uuid::from_u128(1)), part: Part::pair([2, 3], 4) },
        prompt: PromptId(Uuid::from_u128(5)),
        models: [Some("old"), None],
        says: Says::Outcome { outcome: Outcome::Second, grade: Some(3) },
        shown_first: Some(1),
        ..vote(1, 1, Outcome::Tie)
    };

    let units: Units = [vote].into_iter().collect();

    let found: Vec<Vote<'_>> = units.iter().flat_map(UnitVotes::votes).collect();
    assert_eq!(found, [vote]);
}

#[test]
fn every_criterion_is_a_data_set_of_its_own() {
    let style = Criterion(1);
    let mut builder = UnitsBuilder::default();
    builder.push(vote(1, 1, Outcome::First));
    builder.push(Vote { criterion: style, ..vote(1, 1, Outcome::Second) });
    builder.push(Vote { criterion: style, ..vote(1, 2, Outcome::Second) });

    let sets = builder.finish();

    let second = |n| Counts { second: n, ..Counts::default() };
    let counts = |criterion| sets[&criterion].counts().next().unwrap().1;
    assert_eq!(counts(Criterion::OVERALL), second(1).mirrored());
    assert_eq!(counts(style), second(2));
    assert!(sets[&style].iter().flat_map(UnitVotes::votes).all(|vote| vote.criterion == style));
}

#[test]
fn shared_tasks_and_cross_tables_say_the_same() {
    let votes = [
        vote(1, 1, Outcome::First),
        vote(1, 2, Outcome::Second),
        vote(2, 2, Outcome::Tie),
        vote(3, 1, Outcome::Tie),
        vote(3, 2, Outcome::Tie),
        vote(3, 3, Outcome::Tie),
    ];
    let [one, two] = [1, 2].map(|number| RaterId(Uuid::from_u128(number)));

    let units: Units = votes.into_iter().collect();
    let shared: Vec<_> = units.shared(one, two).map(|(_, a, b)| (a, b)).collect();
    let tables = units.cross_tables();

    assert_eq!(shared, [(Outcome::First, Outcome::Second), (Outcome::Tie, Outcome::Tie)]);
    assert_eq!(tables[&(one, two)], shared.into_iter().collect());
    assert_eq!(tables.len(), 3);
}

#[test]
fn a_rater_who_never_voted_shares_nothing() {
    let units: Units = [vote(1, 1, Outcome::First)].into_iter().collect();
    let [one, two] = [1, 2].map(|number| RaterId(Uuid::from_u128(number)));

    assert_eq!(units.shared(one, two).count(), 0);
}

#[test]
fn memory_is_what_the_documentation_says() {
    assert_eq!(size_of::<(Criterion, UnitId, Facts, Ballot)>(), 40);
    assert_eq!(size_of::<Unit>(), 36);
}
