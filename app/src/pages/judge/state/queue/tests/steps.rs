//! Protocols with several steps, as the actions of a rater.

use domain::answers::{Answer, Answers};
use domain::judgment::Verdict;
use domain::protocol::{Choices, Criterion, Form, Levels, Named, Question, Step};
use domain::rationale::Ask;
use domain::task::ShownResponse;

use super::*;
use crate::pages::judge::state::ranks::Place;

/// A queue with one task of `n` responses under a protocol.
fn queue_with(protocol: Protocol, n: usize) -> Queue {
    let NextTask::Task(mut task) = task(1) else { panic!("a task") };
    let response = ShownResponse { text: "x".into(), html: "x".into(), marked: None };
    task.responses = vec![response; n];
    task.protocol = protocol;
    Queue::open(NextTask::Task(task), number(101), SkipId(Uuid::nil()))
}

fn criterion(key: &str, required: bool, form: Form) -> Criterion {
    let (key, name) = (key.into(), format!("{key}?"));
    Criterion { key, name, help: String::new(), required, form, when: Vec::new() }
}

#[test]
fn a_judgment_goes_only_when_all_that_is_required_is_answered() {
    let criteria = vec![
        criterion("facts", true, Form::Levels(Levels::stars(5))),
        criterion("style", false, Form::Pairwise { points: 3 }),
    ];
    let mut queue = queue_with(Protocol { criteria, ..Protocol::default() }, 2);
    let facts = |place| Step::Criterion { at: 0, response: Some(place) };
    assert_eq!(queue.step(), Some(facts(0)));
    assert_eq!(queue.judge(0.0), Ok(None), "nothing is drafted");

    queue.choose(Choice::Grade(1));
    assert_eq!(queue.judge(0.0), Err(MissingAnswer::Answer(facts(0))));
    queue.pick(facts(0), 4);
    queue.go(false);
    assert_eq!(queue.step(), Some(facts(1)));
    assert!(queue.judge(0.0).is_err());
    assert_eq!(queue.step(), Some(facts(1)), "where something is left open");
    queue.pick(facts(1), 0);
    let judgment = judgment_of(queue.judge(0.0).unwrap());

    assert_eq!(judgment.verdict, Some(Verdict::B));
    assert_eq!(judgment.answers.criteria["facts"], Answer::Levels(vec![Some(5), Some(1)]));
}

#[test]
fn what_a_verdict_calls_for_comes_after_it_and_goes_with_it() {
    let named = |key: &str| Named { key: key.into(), name: key.into() };
    let list = vec![named("wrong"), named("rude")];
    let mut why = criterion("why", true, Form::Choices(Choices { list, several: true }));
    why.when = vec![Verdict::BothBad];
    let protocol = Protocol { criteria: vec![why], ..Protocol::default() };
    let mut queue = queue_with(protocol, 2);
    let why = Step::Criterion { at: 0, response: None };

    queue.choose(Choice::BothBad);
    assert_eq!(queue.steps(), [Step::Verdict, why]);
    queue.pick(why, 1);
    queue.go(false);
    queue.choose(Choice::Grade(2));

    assert_eq!((queue.steps(), queue.step()), (vec![Step::Verdict], Some(Step::Verdict)));
    let judgment = judgment_of(queue.judge(0.0).unwrap());
    assert_eq!(judgment.answers, Answers::default());
}

#[test]
fn what_a_judgment_lacks_is_known_before_it_is_sent() {
    let protocol = Protocol {
        criteria: vec![criterion("facts", true, Form::Pairwise { points: 3 })],
        rewrite: Ask::Optional,
        ..Protocol::default()
    };
    let mut queue = queue_with(protocol, 2);
    let facts = Step::Criterion { at: 0, response: None };

    assert_eq!(queue.missing_answer(), Some(MissingAnswer::Answer(facts)));
    queue.pick(facts, 0);
    assert_eq!(queue.missing_answer(), Some(MissingAnswer::Answer(Step::Verdict)));
    queue.choose(Choice::Grade(1));
    assert_eq!(queue.missing_answer(), None);
    queue.pick(Step::Rewrite, 1);
    assert_eq!(queue.missing_answer(), Some(MissingAnswer::Change));
    assert_eq!(queue.judge(0.0), Err(MissingAnswer::Change));
    assert_eq!(queue.step(), Some(Step::Rewrite), "where it can be changed");
    queue.rewrite("x y".into());
    assert_eq!(queue.missing_answer(), None);
    assert_eq!(judgment_of(queue.judge(0.0).unwrap()).answers.rewrite.unwrap().of, Some(1));
}

#[test]
fn a_rewrite_begins_from_a_response_or_from_nothing_and_only_once() {
    let protocol = Protocol { rewrite: Ask::Optional, ..Protocol::default() };
    let mut queue = queue_with(protocol, 2);
    let of = |queue: &Queue| {
        queue.draft().answers.rewrite.clone().map(|rewrite| (rewrite.of, rewrite.text))
    };

    queue.pick(Step::Rewrite, 3);
    assert_eq!(of(&queue), None, "there are two responses");
    queue.pick(Step::Rewrite, 2);
    assert_eq!(of(&queue), Some((None, String::new())));
    queue.rewrite("mine".into());
    queue.pick(Step::Rewrite, 0);
    assert_eq!(of(&queue), Some((None, "mine".to_owned())));
    queue.discard();
    assert!(of(&queue).is_some(), "another step is in front");
    queue.go_to(Step::Rewrite);
    queue.discard();
    assert_eq!(of(&queue), None);
}

#[test]
fn the_overall_question_is_found_again_from_everywhere() {
    let criteria = vec![criterion("facts", true, Form::Levels(Levels::stars(5)))];
    let protocol = Protocol { criteria, confidence: true, ..Protocol::default() };
    let mut queue = queue_with(protocol, 2);

    for step in [Step::Confidence, Step::Criterion { at: 0, response: Some(0) }] {
        queue.go_to(step);
        queue.go_to_overall();
        assert_eq!(queue.step(), Some(Step::Verdict));
    }
    queue.choose(Choice::Grade(-2));
    assert_eq!(queue.answer(Step::Verdict), "A better");
}

#[test]
fn a_ranking_goes_when_everybody_is_placed() {
    let mut queue = queue_with(Protocol::of(Question::Ranking { ties: false }), 3);

    queue.pick(Step::Ranking, 2);
    queue.pick(Step::Ranking, 0);
    assert!(queue.judge(0.0).is_err());
    queue.put(1, Place::With(1));
    let judgment = judgment_of(queue.judge(0.0).unwrap());

    assert_eq!(judgment.answers.ranking, [3, 1, 2], "without ties it stands before the other");
    assert_eq!((judgment.verdict, judgment.grade), (None, None));
}

#[test]
fn a_ranking_that_was_taken_back_is_no_draft() {
    let mut queue = queue_with(Protocol::of(Question::Ranking { ties: true }), 3);

    queue.pick(Step::Ranking, 2);
    queue.pick(Step::Ranking, 2);

    assert_eq!(queue.judge(0.0), Ok(None));
}
