//! What steps offer, and what was picked and answered there.

use domain::protocol::{Choices, Criterion, Named, Scale};

use super::*;

fn protocol() -> Protocol {
    let criterion = |key: &str, form| Criterion {
        key: key.into(),
        name: key.into(),
        help: String::new(),
        required: true,
        form,
        when: Vec::new(),
    };
    let named = |key: &str| Named { key: key.into(), name: key.into() };
    let list = vec![named("wrong"), named("rude"), named("dull")];
    Protocol {
        criteria: vec![
            criterion("facts", Form::Levels(Levels::stars(5))),
            criterion("style", Form::Pairwise { points: 4 }),
            criterion("why", Form::Choices(Choices { list, several: true })),
        ],
        ..Protocol::default()
    }
}

#[test]
fn what_is_picked_is_found_again_and_passes_the_check() {
    let protocol = protocol();
    let mut answers = Answers::default();
    let of = |at, response| Step::Criterion { at, response };
    let picks = [(of(0, Some(0)), 4), (of(0, Some(1)), 0), (of(1, None), 2), (of(2, None), 1)];

    for (step, n) in picks {
        pick(&protocol, step, 2, &mut answers, n);
    }

    for (step, n) in picks {
        assert_eq!(picked(&protocol, step, &answers), [n], "{step:?}");
    }
    assert!(answers.check(&protocol, 2, None).is_ok());
}

#[test]
fn several_are_picked_and_taken_back_and_what_is_not_offered_is_not_picked() {
    let protocol = protocol();
    let why = Step::Criterion { at: 2, response: None };
    let mut answers = Answers::default();

    for n in [0, 2, 0, 3] {
        pick(&protocol, why, 2, &mut answers, n);
    }

    assert_eq!(picked(&protocol, why, &answers), [2]);
}

#[test]
fn a_step_says_what_was_answered_there() {
    let protocol = protocol();
    let mut answers = Answers::default();
    let of = |at, response| Step::Criterion { at, response };
    for (step, n) in [(of(0, Some(0)), 2), (of(1, None), 0), (of(2, None), 0), (of(2, None), 2)] {
        pick(&protocol, step, 2, &mut answers, n);
    }
    let choice = Some(Choice::Grade(-2));
    let said = |step| answer(&protocol, step, 2, choice, &answers);

    assert_eq!(title(&protocol, of(0, Some(0))), "facts A");
    assert_eq!(said(of(0, Some(0))), "3★");
    assert_eq!(said(of(0, Some(1))), "");
    assert_eq!(said(of(1, None)), "A much better");
    assert_eq!(said(of(2, None)), "wrong, dull");
    assert_eq!(said(Step::Verdict), "A better");
    assert_eq!(said(Step::Confidence), "");
    assert_eq!(ranking(&[2, 1, 2, 0]), "B > A = C");
}

fn grades(points: u8) -> Vec<String> {
    let scale = Scale { points, both_bad: false, both_good: false };
    scale.grades().into_iter().map(|at| grade_label(scale, at)).collect()
}

#[test]
fn every_point_of_a_scale_has_words_of_its_own() {
    for points in Scale::POINTS {
        let grades = grades(points);
        let different: std::collections::HashSet<_> = grades.iter().collect();

        assert_eq!(different.len(), usize::from(points), "{grades:?}");
    }
    assert_eq!(grades(2), ["A better", "B better"]);
    assert_eq!(grades(3), ["A better", "Tie", "B better"]);
    assert_eq!(grades(4)[..2], ["A much better", "A slightly better"]);
    assert_eq!(grades(7)[..4], ["A much better", "A better", "A slightly better", "Tie"]);
    assert_eq!(
        grades(8)[4..],
        ["B barely better", "B slightly better", "B better", "B much better"]
    );
}

#[test]
fn levels_are_thumbs_stars_or_what_the_protocol_calls_them() {
    assert_eq!(level(&Levels::THUMBS, 2), "Good");
    assert_eq!(level(&Levels::stars(5), 1), "1 star");
    assert_eq!(level(&Levels::stars(5), 5), "5 stars");
}

#[test]
fn the_best_is_not_the_worst() {
    let protocol = Protocol::of(Question::BestWorst);
    let mut answers = Answers::default();

    pick(&protocol, Step::Best, 3, &mut answers, 1);
    pick(&protocol, Step::Worst, 3, &mut answers, 1);

    assert_eq!((answers.best, answers.worst), (None, Some(1)));
}
