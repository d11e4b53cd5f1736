//! Tests of undoing the display order.

use proptest::prelude::*;
use uuid::Uuid;

use super::{AsShown, Comparison, DisplayOrder, Evidence, Label, Outcome, RatedAs, Unblinded};
use crate::answers::{Answer, Answers, Flag, Mark, Rewrite, Span};
use crate::id::ResponseId;
use crate::judgment::Verdict;
use crate::presentation::Presentation;

const VERDICTS: [Verdict; 5] =
    [Verdict::A, Verdict::B, Verdict::Tie, Verdict::BothBad, Verdict::BothGood];

fn ids(n: usize) -> Vec<ResponseId> {
    (0..n).map(|n| ResponseId(Uuid::from_u128(n as u128))).collect()
}

/// A presentation that shows the response at `positions[0]` first.
fn shown(positions: &[usize]) -> Presentation {
    let order = positions.iter().map(|n| ids(*n + 1)[*n]).collect();
    Presentation { order, blind: true }
}

fn unblinded(
    verdict: Option<Verdict>,
    grade: Option<i32>,
    answers: &Answers,
    positions: &[usize],
) -> Unblinded {
    let presentation = shown(positions);
    let as_shown =
        AsShown { verdict, grade, answers, presentation: &presentation, protocol_version: 1 };
    as_shown.unblind(&ids(positions.len())).unwrap()
}

fn said(answers: &Answers, positions: &[usize]) -> Unblinded {
    unblinded(None, None, answers, positions)
}

fn ranked(ranking: &[u8]) -> Answers {
    Answers { ranking: ranking.to_vec(), ..Answers::default() }
}

/// The same judgment of a rater who saw the responses in the opposite order.
fn turned(verdict: Option<Verdict>, grade: Option<i32>, answers: &Answers) -> Judged {
    let n = if verdict.is_some() { 2 } else { answers.ranking.len() };
    let place = |place: u8| u8::try_from(n).unwrap() - 1 - place;
    let verdict = verdict.map(|verdict| match verdict {
        Verdict::A => Verdict::B,
        Verdict::B => Verdict::A,
        same => same,
    });
    let mut answers = answers.clone();
    answers.ranking.reverse();
    answers.best = answers.best.map(place);
    answers.worst = answers.worst.map(place);
    for answer in answers.criteria.values_mut() {
        match answer {
            Answer::Grade(grade) => *grade = -*grade,
            Answer::Levels(levels) => levels.reverse(),
            Answer::Choices(_) => {}
        }
    }
    for flag in &mut answers.flags {
        flag.response = flag.response.map(place);
    }
    for span in &mut answers.spans {
        span.response = place(span.response);
    }
    if let Some(rewrite) = &mut answers.rewrite {
        rewrite.of = rewrite.of.map(place);
    }
    (verdict, grade.map(|grade| -grade), answers)
}

type Judged = (Option<Verdict>, Option<i32>, Answers);

/// Answers about `n` responses, with all that names one of them.
fn answers(n: usize) -> impl Strategy<Value = Answers> {
    let place = move || 0..u8::try_from(n).unwrap();
    let levels = prop::collection::vec(prop::option::of(1..6_u8), n);
    let criteria = (levels, -3..4_i32);
    let places = (place(), prop::option::of(place()), prop::option::of(place()));
    (prop::collection::vec(1..5_u8, n), criteria, places).prop_map(
        |(ranking, (levels, grade), (span, flag, rewrite))| Answers {
            ranking,
            criteria: [
                ("facts".to_owned(), Answer::Levels(levels)),
                ("style".to_owned(), Answer::Grade(grade)),
                ("why".to_owned(), Answer::Choices(vec!["rude".to_owned()])),
            ]
            .into(),
            confidence: Some(2),
            flags: vec![Flag { response: flag, reason: "unsafe".to_owned() }],
            spans: vec![Span { response: span, start: 0, end: 1, mark: Mark::Good, comment: None }],
            rewrite: Some(Rewrite { of: rewrite, text: "Better.".to_owned() }),
            ..Answers::default()
        },
    )
}

fn order(n: usize) -> impl Strategy<Value = Vec<usize>> {
    Just((0..n).collect::<Vec<_>>()).prop_shuffle()
}

fn sizes() -> impl Strategy<Value = usize> {
    2..10_usize
}

proptest! {
    #[test]
    fn turning_the_sides_of_a_pair_changes_nothing(
        verdict in prop::sample::select(&VERDICTS[..]),
        grade in prop::option::of(-4..5_i32),
        answers in answers(2),
        positions in order(2),
    ) {
        let answers = Answers { ranking: Vec::new(), ..answers };
        let opposite: Vec<usize> = positions.iter().rev().copied().collect();
        let (verdict, other_verdict) = (Some(verdict), turned(Some(verdict), grade, &answers));
        let (other_verdict, other_grade, other_answers) = other_verdict;

        let one = unblinded(verdict, grade, &answers, &positions);
        let other = unblinded(other_verdict, other_grade, &other_answers, &opposite);

        prop_assert_eq!(one.outcome, other.outcome);
        prop_assert_eq!(one.grade, other.grade);
        prop_assert_eq!(&one.answers, &other.answers);
        for position in 0..2 {
            prop_assert_eq!(one.label(position, None), other.label(position, None));
        }
        let (one, other) = (one.compare(0, 1).unwrap(), other.compare(0, 1).unwrap());
        prop_assert_eq!(Comparison { shown_first: None, ..one }, Comparison { shown_first: None, ..other });
        prop_assert_eq!(one.shown_first.unwrap(), 1 - other.shown_first.unwrap());
    }

    #[test]
    fn turning_the_order_of_several_responses_changes_nothing(
        (answers, positions) in sizes().prop_flat_map(|n| (answers(n), order(n))),
    ) {
        let opposite: Vec<usize> = positions.iter().rev().copied().collect();
        let (_, _, other_answers) = turned(None, None, &answers);
        // Grades are given for pairs alone.
        let grades = |answers: &Answers| {
            let mut answers = answers.clone();
            answers.criteria.remove("style");
            answers
        };

        let one = said(&grades(&answers), &positions);
        let other = said(&grades(&other_answers), &opposite);

        prop_assert_eq!(&one.answers, &other.answers);
        prop_assert_eq!(one.rated_as(), other.rated_as());
        prop_assert_eq!(one.best(), other.best());
        for ([first, second], comparison) in one.comparisons() {
            let mirrored = one.compare(second, first).unwrap();
            prop_assert_eq!(comparison.mirrored(), mirrored);
            prop_assert_eq!(other.compare(first, second).unwrap().outcome, comparison.outcome);
        }
    }

    #[test]
    fn what_is_undone_can_be_shown_again(
        (answers, positions) in sizes().prop_flat_map(|n| (answers(n), order(n))),
    ) {
        let undone = said(&answers, &positions);
        // To undo the inverse is to do.
        let mut inverse: Vec<usize> = vec![0; positions.len()];
        for (place, position) in positions.iter().enumerate() {
            inverse[*position] = place;
        }
        prop_assert_eq!(said(&undone.answers, &inverse).answers, answers);
    }

    #[test]
    fn every_place_has_a_position_and_every_position_a_place(
        positions in sizes().prop_flat_map(order),
    ) {
        let order = DisplayOrder::of(&shown(&positions), &ids(positions.len())).unwrap();

        for (place, position) in positions.iter().enumerate() {
            prop_assert_eq!(order.position(place), Some(*position));
            prop_assert_eq!(order.place(*position), Some(place));
        }
        prop_assert_eq!(order.in_task_order(&positions), (0..positions.len()).collect::<Vec<_>>());
    }
}

#[test]
fn a_verdict_names_the_side_and_the_outcome_the_response() {
    let table = [
        (Verdict::A, [0, 1], Outcome::First),
        (Verdict::A, [1, 0], Outcome::Second),
        (Verdict::B, [0, 1], Outcome::Second),
        (Verdict::B, [1, 0], Outcome::First),
        (Verdict::Tie, [1, 0], Outcome::Tie),
        (Verdict::BothBad, [1, 0], Outcome::BothBad),
        (Verdict::BothGood, [0, 1], Outcome::BothGood),
    ];

    for (verdict, positions, outcome) in table {
        let judged = unblinded(Some(verdict), Some(-2), &Answers::default(), &positions);

        assert_eq!(judged.outcome, Some(outcome), "{verdict:?} {positions:?}");
        assert_eq!(judged.grade, Some(if positions[0] == 0 { -2 } else { 2 }));
        assert_eq!(judged.compare(0, 1).unwrap().shown_first, Some(positions[0]));
    }
}

#[test]
fn what_was_shown_must_be_what_the_task_holds() {
    let [one, other] = ids(2)[..] else { panic!("two") };
    let of = |shown: &[ResponseId], held: &[ResponseId]| {
        let presentation = Presentation { order: shown.to_vec(), blind: true };
        DisplayOrder::of(&presentation, held).map(|order| order.positions().to_vec())
    };

    assert_eq!(of(&[other, one], &[one, other]), Some(vec![1, 0]));
    assert_eq!(of(&[one], &[one, other]), None);
    assert_eq!(of(&[one, one], &[one, other]), None);
    assert_eq!(of(&[], &[]), Some(vec![]));
    assert_eq!(of(&[one, one], &[one, one]), Some(vec![0, 1]), "the same response twice");
}

#[test]
fn every_answer_is_put_in_the_order_of_the_task() {
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

    let Unblinded { answers, .. } = said(&shown, &[2, 0, 1]);

    assert_eq!(answers.ranking, [2, 3, 1]);
    assert_eq!((answers.best, answers.worst), (Some(2), Some(1)));
    assert_eq!(answers.criteria["facts"], Answer::Levels(vec![None, Some(1), Some(5)]));
    assert_eq!(answers.criteria["style"], Answer::Grade(2));
}

#[test]
fn a_ranking_compares_every_pair_and_best_and_worst_some() {
    let distances = |answers: &Answers| -> Vec<_> {
        said(answers, &[0, 1, 2, 3])
            .comparisons()
            .map(|(pair, comparison)| (pair, comparison.rank_distance))
            .collect()
    };
    let best_and_worst = Answers { best: Some(1), worst: Some(2), ..Answers::default() };

    assert_eq!(
        distances(&ranked(&[2, 1, 2, 3])),
        [([0, 1], -1), ([0, 2], 0), ([0, 3], 1), ([1, 2], 1), ([1, 3], 2), ([2, 3], 1)]
    );
    assert_eq!(
        distances(&best_and_worst),
        [([0, 1], -1), ([0, 2], 1), ([1, 2], 2), ([1, 3], 1), ([2, 3], -1)],
        "2k-3 of the k(k-1)/2"
    );
    assert_eq!(distances(&Answers::default()), []);
}

#[test]
fn responses_that_share_ranks_have_the_mean_of_them() {
    let doubled =
        |answers: &Answers, n: usize| said(answers, &(0..n).collect::<Vec<_>>()).rated_as();
    let ranks = |ranks: &[u8]| Some(RatedAs::Ranks(ranks.to_vec()));
    let best_worst = Answers { best: Some(2), worst: Some(0), ..Answers::default() };
    let rated = Answers { rating: Some(4), ..Answers::default() };

    assert_eq!(doubled(&ranked(&[2, 1, 3]), 3), ranks(&[4, 2, 6]));
    assert_eq!(doubled(&ranked(&[1, 1, 2]), 3), ranks(&[3, 3, 6]));
    assert_eq!(doubled(&ranked(&[1, 2, 2, 2]), 4), ranks(&[2, 6, 6, 6]));
    assert_eq!(doubled(&best_worst, 4), ranks(&[8, 5, 2, 5]));
    assert_eq!(doubled(&ranked(&[1, 2]), 3), None);
    assert_eq!(doubled(&Answers::default(), 2), None);
    assert_eq!(doubled(&rated, 1), Some(RatedAs::Level(4)));
}

#[test]
fn good_is_the_upper_half_the_better_one_or_what_is_said_of_both() {
    let label = |is_good, evidence| Some(Label { is_good, evidence });
    let rated = |level| said(&Answers { rating: Some(level), ..Answers::default() }, &[0]);
    let pair = |verdict| unblinded(Some(verdict), None, &Answers::default(), &[1, 0]);

    assert_eq!(rated(4).label(0, Some(5)), label(true, Evidence::Rating));
    assert_eq!(rated(3).label(0, Some(5)), None);
    assert_eq!(rated(3).label(0, Some(7)), label(false, Evidence::Rating));
    assert_eq!(rated(3).label(0, None), None);
    assert_eq!(pair(Verdict::A).label(0, None), label(false, Evidence::Pair));
    assert_eq!(pair(Verdict::A).label(1, None), label(true, Evidence::Pair));
    assert_eq!(pair(Verdict::BothGood).label(0, None), label(true, Evidence::Both));
    assert_eq!(pair(Verdict::Tie).label(0, None), None);
    let ranking = said(&ranked(&[1, 2, 3]), &[0, 1, 2]);
    let labels: Vec<_> = (0..3).map(|n| ranking.label(n, None).map(|it| it.is_good)).collect();
    assert_eq!(labels, [Some(true), None, Some(false)]);
    assert_eq!(said(&ranked(&[1, 1]), &[0, 1]).label(0, None), None);
}

#[test]
fn a_preference_that_is_contradicted_is_a_tie() {
    let of = |outcome| Comparison { outcome, shown_first: Some(0), rank_distance: 1 };
    let combined = |outcomes: &[Outcome]| {
        let all: Vec<_> = outcomes.iter().copied().map(of).collect();
        Comparison::combined(&all).map(|comparison| comparison.outcome)
    };

    assert_eq!(combined(&[]), None);
    assert_eq!(combined(&[Outcome::Tie, Outcome::Second]), Some(Outcome::Second));
    assert_eq!(combined(&[Outcome::First, Outcome::Second]), Some(Outcome::Tie));
    assert_eq!(combined(&[Outcome::BothBad, Outcome::BothBad]), Some(Outcome::BothBad));
    assert_eq!(combined(&[Outcome::BothBad, Outcome::Tie]), Some(Outcome::Tie));
}

#[test]
fn an_outcome_is_one_of_three_categories_and_mirrored_twice_the_same() {
    for outcome in Outcome::ALL {
        assert_eq!(outcome.mirrored().mirrored(), outcome);
        let category = Outcome::CATEGORIES[outcome.category()];
        assert_eq!(category.winner(), outcome.winner());
        assert_eq!(outcome.winner().is_some(), outcome.mirrored() != outcome);
        if let Some(position) = outcome.winner() {
            assert_eq!(Outcome::won_by(position), outcome);
        }
    }
}
