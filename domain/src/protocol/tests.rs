//! Tests of protocols: what may be asked, in which order, and how it is written down.

use serde_json::{Value, json};

use super::{Choices, Criterion, Form, Kind, Levels, Look, Named, Protocol, Question, Step};
use crate::error::Error;
use crate::judgment::Verdict;

fn pair() -> Protocol {
    Protocol::default()
}

fn criterion(key: &str, form: Form) -> Criterion {
    Criterion {
        key: key.into(),
        name: format!("About {key}?"),
        help: String::new(),
        required: true,
        form,
        when: Vec::new(),
    }
}

fn reasons() -> Form {
    let named = |key: &str| Named { key: key.into(), name: key.into() };
    Form::Choices(Choices { list: vec![named("false"), named("unsafe")], several: true })
}

#[test]
fn every_kind_is_read_as_it_was_written() {
    let levels = Levels { look: Look::Labels, count: 2, labels: vec!["No".into(), "Yes".into()] };
    let mut rich = Protocol::of(Question::Rating { levels: Levels::THUMBS });
    rich.criteria = vec![criterion("facts", Form::Levels(levels)), criterion("why", reasons())];
    rich.confidence = true;
    rich.spans = true;
    let all = [
        pair(),
        Protocol::of(Question::Ranking { ties: true }),
        Protocol::of(Question::BestWorst),
        rich,
    ];

    for (protocol, kind) in all.into_iter().zip(Kind::ALL) {
        let written = serde_json::to_value(&protocol).unwrap();
        assert_eq!(written["kind"], kind.name());
        assert_eq!(serde_json::from_value::<Protocol>(written).unwrap(), protocol);
        assert!(protocol.check().is_ok());
    }
}

#[test]
fn a_protocol_from_before_criteria_is_read_as_it_was_meant() {
    let kept = r#"{"kind": "pair", "scale": {"points": 7, "both_bad": true}}"#;

    let meant = Protocol { flags: Vec::new(), ..pair() };
    assert_eq!(serde_json::from_str::<Protocol>(kept).unwrap(), meant);
}

#[test]
fn what_does_not_belong_to_a_kind_is_refused() {
    let scale = json!({ "points": 7, "both_bad": true });
    let refused = [
        json!({ "kind": "pair" }),
        json!({ "kind": "pair", "scale": scale, "ties": true }),
        json!({ "kind": "ranking", "scale": scale }),
        json!({ "kind": "rating" }),
        json!({ "kind": "best_worst", "ties": false }),
        json!({ "kind": "pair", "scale": scale, "critera": [] }),
    ];

    for protocol in refused {
        assert!(serde_json::from_value::<Protocol>(protocol.clone()).is_err(), "{protocol}");
    }
}

#[test]
fn criteria_come_first_and_what_a_verdict_calls_for_comes_after_it() {
    let after = Criterion { when: vec![Verdict::BothBad], ..criterion("why", reasons()) };
    let criteria = vec![
        after,
        criterion("facts", Form::Levels(Levels::stars(5))),
        criterion("style", Form::Pairwise { points: 3 }),
    ];
    let protocol = Protocol { criteria, confidence: true, ..pair() };
    let of = |at, response| Step::Criterion { at, response };
    let always = [of(1, Some(0)), of(1, Some(1)), of(2, None), Step::Verdict];

    let undecided = protocol.steps(2, None);
    let both_bad = protocol.steps(2, Some(Verdict::BothBad));

    assert_eq!(undecided, [&always[..], &[Step::Confidence]].concat());
    assert_eq!(both_bad, [&always[..], &[of(0, None), Step::Confidence]].concat());
    assert!(protocol.requires(Step::Verdict) && !protocol.requires(Step::Confidence));
}

#[test]
fn a_criterion_that_cannot_be_asked_is_refused_by_its_field() {
    let labels = |labels: &[&str]| {
        let labels = labels.iter().map(|label| (*label).to_owned()).collect();
        Form::Levels(Levels { look: Look::Labels, count: 3, labels })
    };
    let named = |key: &str| Named { key: key.into(), name: "x".into() };
    let twice = Choices { list: vec![named("a"), named("a")], several: false };
    let good = || criterion("facts", Form::Pairwise { points: 5 });
    let when = Criterion { when: vec![Verdict::A], ..criterion("why", reasons()) };
    let ranking = Protocol::of(Question::Ranking { ties: false });
    let table = [
        (pair(), vec![criterion("Facts", reasons())], "criteria[0].key"),
        (pair(), vec![criterion("1st", reasons())], "criteria[0].key"),
        (pair(), vec![good(), good()], "criteria[1].key"),
        (pair(), vec![Criterion { name: " ".into(), ..good() }], "criteria[0].name"),
        (pair(), vec![criterion("x", Form::Pairwise { points: 1 })], "criteria[0].form"),
        (pair(), vec![criterion("x", Form::Levels(Levels::stars(1)))], "criteria[0].form"),
        (pair(), vec![criterion("x", labels(&["a", "b"]))], "criteria[0].form"),
        (pair(), vec![criterion("x", labels(&["a", "b", " "]))], "criteria[0].form"),
        (pair(), vec![criterion("x", labels(&["a", "b", "c\0"]))], "criteria[0].form"),
        (pair(), vec![criterion("x", Form::Choices(twice))], "criteria[0].form"),
        (ranking.clone(), vec![good()], "criteria[0].form"),
        (ranking, vec![when], "criteria[0].when"),
        (pair(), vec![good(); 21], "criteria"),
    ];

    for (protocol, criteria, field) in table {
        let protocol = Protocol { criteria, ..protocol };
        let refused = protocol.check().unwrap_err();
        assert!(matches!(&refused, Error::Invalid { field: f, .. } if f == field), "{refused}");
    }
}

#[test]
fn a_kind_says_how_many_responses_a_task_has() {
    let counts = Kind::ALL.map(Kind::responses);

    assert_eq!(counts, [2..=2, 2..=9, 3..=9, 1..=1]);
}

#[test]
fn levels_without_labels_are_written_without_them() {
    assert_eq!(serde_json::to_value(Levels::THUMBS).unwrap()["labels"], Value::Null);
}
