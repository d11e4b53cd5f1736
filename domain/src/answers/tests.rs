//! Tests of answers: what is taken, what is refused, and what they say about two responses.

use proptest::prelude::*;

use super::preferences::Order;
use super::{Answer, Answers};
use crate::error::Error;
use crate::judgment::Verdict;
use crate::protocol::{Choices, Criterion, Form, Levels, Named, Protocol, Question, Step};

/// A pair with a criterion of each form.
fn protocol() -> Protocol {
    let criterion = |key: &str, required, form| Criterion {
        key: key.into(),
        name: key.into(),
        help: String::new(),
        required,
        form,
        when: Vec::new(),
    };
    let named = |key: &str| Named { key: key.into(), name: key.into() };
    let list = vec![named("false"), named("unsafe")];
    let mut why = criterion("why", true, Form::Choices(Choices { list, several: false }));
    why.when = vec![Verdict::BothBad];
    Protocol {
        criteria: vec![
            criterion("facts", true, Form::Levels(Levels::stars(5))),
            criterion("style", false, Form::Pairwise { points: 3 }),
            why,
        ],
        ..Protocol::default()
    }
}

fn answers(of: &[(&str, Answer)]) -> Answers {
    let criteria = of.iter().map(|(key, answer)| ((*key).to_owned(), answer.clone())).collect();
    Answers { criteria, ..Answers::default() }
}

fn ranked(ranking: &[u8]) -> Answers {
    Answers { ranking: ranking.to_vec(), ..Answers::default() }
}

#[test]
fn criteria_are_checked_by_their_form() {
    let facts = ("facts", Answer::Levels(vec![Some(5), Some(1)]));
    let chosen = |keys: &[&str]| Answer::Choices(keys.iter().map(|key| (*key).into()).collect());
    let with = |other: (&str, Answer)| answers(&[facts.clone(), other]);
    let (a, bad) = (Some(Verdict::A), Some(Verdict::BothBad));
    let table = [
        (answers(std::slice::from_ref(&facts)), a, None),
        (with(("style", Answer::Grade(-1))), a, None),
        (with(("why", chosen(&["unsafe"]))), bad, None),
        (Answers::default(), a, Some("criteria.facts")),
        (answers(&[("facts", Answer::Levels(vec![Some(5), None]))]), a, Some("criteria.facts")),
        (answers(&[("facts", Answer::Levels(vec![Some(5)]))]), a, Some("criteria.facts")),
        (answers(&[("facts", Answer::Levels(vec![Some(6), Some(1)]))]), a, Some("criteria.facts")),
        (answers(&[("facts", Answer::Grade(1))]), a, Some("criteria.facts")),
        (with(("style", Answer::Grade(2))), a, Some("criteria.style")),
        (with(("tone", Answer::Grade(1))), a, Some("criteria.tone")),
        (with(("why", chosen(&["unsafe"]))), a, Some("criteria.why")),
        (answers(std::slice::from_ref(&facts)), bad, Some("criteria.why")),
        (with(("why", chosen(&[]))), bad, Some("criteria.why")),
        (with(("why", chosen(&["unsafe", "false"]))), bad, Some("criteria.why")),
        (with(("why", chosen(&["dull"]))), bad, Some("criteria.why")),
        (ranked(&[1, 2]), a, Some("ranking")),
        (Answers { rating: Some(1), ..with(("style", Answer::Grade(0))) }, a, Some("rating")),
        (
            Answers { confidence: Some(2), ..with(("style", Answer::Grade(0))) },
            a,
            Some("confidence"),
        ),
    ];

    for (answers, verdict, refused) in table {
        let found = answers.check(&protocol(), 2, verdict).err().map(|error| match error {
            Error::Invalid { field, .. } => field,
            other => panic!("{other}"),
        });
        assert_eq!(found.as_deref(), refused, "{answers:?} {verdict:?}");
    }
}

#[test]
fn a_ranking_places_every_response_and_leaves_no_rank_out() {
    let strict = Protocol::of(Question::Ranking { ties: false });
    let tied = Protocol::of(Question::Ranking { ties: true });
    let table: [(&[u8], bool, bool); 7] = [
        (&[2, 3, 1], true, true),
        (&[1, 2, 2], false, true),
        (&[1, 1, 1], false, true),
        (&[1, 3, 3], false, false),
        (&[2, 3, 2], false, false),
        (&[1, 2], false, false),
        (&[], false, false),
    ];

    for (ranking, without_ties, with_ties) in table {
        let answers = ranked(ranking);
        assert_eq!(answers.check(&strict, 3, None).is_ok(), without_ties, "{ranking:?}");
        assert_eq!(answers.check(&tied, 3, None).is_ok(), with_ties, "{ranking:?}");
    }
}

#[test]
fn the_best_and_the_worst_are_two_of_those_shown() {
    let protocol = Protocol::of(Question::BestWorst);
    let said = |best, worst| Answers { best, worst, ..Answers::default() };

    assert!(said(Some(3), Some(0)).check(&protocol, 4, None).is_ok());
    assert!(said(Some(0), Some(0)).check(&protocol, 4, None).is_err());
    assert!(said(Some(4), Some(0)).check(&protocol, 4, None).is_err());
    assert!(said(Some(1), None).check(&protocol, 4, None).is_err());
}

#[test]
fn a_rating_is_one_of_its_levels() {
    let protocol = Protocol::of(Question::Rating { levels: Levels::THUMBS });
    let said = |rating| Answers { rating, ..Answers::default() };

    assert!(said(Some(2)).check(&protocol, 1, None).is_ok());
    assert!(said(Some(3)).check(&protocol, 1, None).is_err());
    assert_eq!(said(None).first_open(&protocol, 1, None), Some(Step::Rating));
}

#[test]
fn a_ranking_says_something_about_every_pair_and_best_and_worst_about_some() {
    let of_four = ranked(&[2, 1, 2, 3]).preferences(4);
    let best_and_worst =
        Answers { best: Some(1), worst: Some(2), ..Answers::default() }.preferences(4);

    assert_eq!(
        of_four,
        [
            ([0, 1], Order::Second(1)),
            ([0, 2], Order::Tie),
            ([0, 3], Order::First(1)),
            ([1, 2], Order::First(1)),
            ([1, 3], Order::First(2)),
            ([2, 3], Order::First(1)),
        ]
    );
    assert_eq!(
        best_and_worst,
        [
            ([0, 1], Order::Second(1)),
            ([0, 2], Order::First(1)),
            ([1, 2], Order::First(2)),
            ([1, 3], Order::First(1)),
            ([2, 3], Order::Second(1)),
        ],
        "2k-3 of the k(k-1)/2"
    );
}

#[test]
fn sides_are_undone_in_every_answer() {
    let shown = Answers {
        ranking: vec![1, 2, 3],
        best: Some(0),
        worst: Some(2),
        criteria: [
            ("facts".to_owned(), Answer::Levels(vec![Some(5), None, Some(1)])),
            ("style".to_owned(), Answer::Grade(-2)),
        ]
        .into(),
        ..Answers::default()
    };

    let undone = shown.undone(&[2, 0, 1]);

    assert_eq!(undone.ranking, [2, 3, 1]);
    assert_eq!((undone.best, undone.worst), (Some(2), Some(1)));
    assert_eq!(undone.criteria["facts"], Answer::Levels(vec![None, Some(1), Some(5)]));
    assert_eq!(undone.criteria["style"], Answer::Grade(2));
}

proptest! {
    #[test]
    fn the_order_in_which_responses_are_shown_changes_no_preference(
        ranks in prop::collection::vec(1_u8..5, 2..9),
        places in Just(()).prop_perturb(|(), mut random| random.next_u64()),
    ) {
        let n = ranks.len();
        let rotation = usize::try_from(places % n as u64).unwrap();
        let order: Vec<usize> = (0..n).map(|place| (place + rotation) % n).collect();
        let shown: Vec<u8> = order.iter().map(|place| ranks[*place]).collect();

        prop_assert_eq!(ranked(&shown).undone(&order).preferences(n), ranked(&ranks).preferences(n));
    }
}

#[test]
fn ranks_that_are_shared_are_the_mean_of_these() {
    let ranking = |ranking: &[u8]| Answers { ranking: ranking.into(), ..Answers::default() };
    let best_worst = Answers { best: Some(2), worst: Some(0), ..Answers::default() };

    assert_eq!(ranking(&[2, 1, 3]).doubled_ranks(3), Some(vec![4, 2, 6]));
    assert_eq!(ranking(&[1, 1, 2]).doubled_ranks(3), Some(vec![3, 3, 6]));
    assert_eq!(ranking(&[1, 2, 2, 2]).doubled_ranks(4), Some(vec![2, 6, 6, 6]));
    assert_eq!(best_worst.doubled_ranks(4), Some(vec![8, 5, 2, 5]));
    assert_eq!(ranking(&[1, 2]).doubled_ranks(3), None);
    assert_eq!(Answers::default().doubled_ranks(2), None);
}
