//! Tests of which answers are accepted and which are refused.

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
