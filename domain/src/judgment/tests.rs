//! What a judgment may hold.

use uuid::Uuid;

use super::*;
use crate::protocol::Question;

fn judgment(verdict: Verdict, grade: Option<i32>) -> NewJudgment {
    let id = JudgmentId(Uuid::nil());
    NewJudgment {
        id,
        verdict: Some(verdict),
        grade,
        answers: Answers::default(),
        rationale: None,
        active_ms: None,
        protocol_version: None,
        revises: None,
    }
}

#[test]
fn a_grade_must_be_on_the_scale_and_agree_with_its_verdict() {
    let protocol = Protocol::default();
    let table = [
        (Verdict::A, Some(-3), true),
        (Verdict::B, Some(1), true),
        (Verdict::Tie, Some(0), true),
        (Verdict::BothBad, None, true),
        (Verdict::BothGood, None, false),
        (Verdict::A, Some(-4), false),
        (Verdict::A, Some(3), false),
        (Verdict::Tie, Some(1), false),
        (Verdict::BothBad, Some(0), false),
        (Verdict::B, None, false),
    ];

    for (verdict, grade, accepted) in table {
        let judgment = judgment(verdict, grade);
        assert_eq!(
            judgment.check(&protocol, 2, None).is_ok(),
            accepted,
            "{verdict:?} {grade:?}"
        );
    }
}

#[test]
fn a_scale_without_a_middle_has_no_tie() {
    let scale = Scale { points: 2, both_bad: false, both_good: true };
    let protocol = Protocol::of(Question::Pair { scale });

    assert!(judgment(Verdict::Tie, Some(0)).check(&protocol, 2, None).is_err());
    assert!(judgment(Verdict::BothBad, None).check(&protocol, 2, None).is_err());
    assert!(judgment(Verdict::BothGood, Some(0)).check(&protocol, 2, None).is_err());
    assert!(judgment(Verdict::BothGood, None).check(&protocol, 2, None).is_ok());
    assert!(judgment(Verdict::A, Some(-1)).check(&protocol, 2, None).is_ok());
}

#[test]
fn a_time_is_neither_negative_nor_longer_than_a_month() {
    let timed = |active_ms| {
        let judgment = NewJudgment { active_ms, ..judgment(Verdict::Tie, Some(0)) };
        judgment.check(&Protocol::default(), 2, None)
    };

    for ms in [None, Some(0), Some(MAX_ACTIVE_MS)] {
        assert!(timed(ms).is_ok(), "{ms:?}");
    }
    for ms in [-1, i64::MIN, MAX_ACTIVE_MS + 1, i64::MAX] {
        let refused = timed(Some(ms)).unwrap_err();
        assert!(
            matches!(refused, Error::Invalid { field, .. } if field == "active_ms"),
            "{ms}"
        );
    }
}

#[test]
fn another_reason_wants_words() {
    let id = SkipId(Uuid::nil());
    let silent = NewSkip { id, reason: SkipReason::Other, comment: Some(" ".into()) };
    let known = NewSkip { id, reason: SkipReason::Broken, comment: None };

    assert!(silent.check().is_err());
    assert!(known.check().is_ok());
}
