//! Corrections, drafts and rationales, told as what a rater does.

use super::*;

#[test]
fn the_last_judgment_comes_back_with_its_answer_and_the_front_waits_with_its_draft() {
    let mut queue = queue_of(3);
    queue.look(0.0);
    queue.choose(Choice::Grade(-3));
    let first = judgment_of(queue.judge(1_000.0).unwrap());
    queue.choose(Choice::BothBad);

    queue.reopen(number(900), 4_000.0);
    assert_eq!((front(&queue), queue.draft().choice), (Some(1), Some(Choice::Grade(-3))));
    queue.choose(Choice::Grade(2));
    let corrected = judgment_of(queue.judge(4_500.0).unwrap());

    assert_eq!((corrected.id, corrected.revises), (number(900), Some(first.id)));
    assert_eq!((corrected.grade, corrected.active_ms), (Some(2), Some(1_500)));
    assert_eq!((front(&queue), queue.draft().choice), (Some(2), Some(Choice::BothBad)));
    assert_eq!(queue.decided(), 1, "a correction is no further task");
    let next = judgment_of(queue.judge(5_000.0).unwrap());
    assert_eq!((next.revises, next.active_ms), (None, Some(3_500)), "without the correction");
}

#[test]
fn reopening_again_goes_further_back_and_cancel_returns() {
    let mut queue = queue_of(3);
    judge(&mut queue, -1);
    judge(&mut queue, 1);

    queue.reopen(number(900), 0.0);
    assert_eq!(front(&queue), Some(2));
    queue.reopen(number(901), 0.0);
    assert_eq!(front(&queue), Some(1));
    assert!(!queue.can_reopen());
    queue.reopen(number(902), 0.0);
    assert_eq!(front(&queue), Some(1), "there is none before");
    assert_eq!(queue.skip(SkipReason::Broken, "", 0.0), Ok(None), "what is judged is not skipped");
    queue.cancel(0.0);

    assert_eq!((front(&queue), queue.is_correcting()), (Some(3), false));
    queue.cancel(0.0);
    assert_eq!(front(&queue), Some(3), "nothing to leave");
}

#[test]
fn a_correction_is_corrected_in_turn() {
    let mut queue = queue_of(2);
    judge(&mut queue, -1);
    queue.reopen(number(900), 0.0);
    judge(&mut queue, 1);

    queue.reopen(number(901), 0.0);
    let corrected = judgment_of(judge(&mut queue, 0));

    assert_eq!((corrected.id, corrected.revises), (number(901), Some(number(900))));
}

#[test]
fn at_the_end_of_the_tasks_the_last_judgment_can_still_be_reopened() {
    let mut queue = queue_of(1);
    judge(&mut queue, -1);
    queue.arrived(Ok(NextTask::Finished), number(1), SkipId(Uuid::nil()), 0.0);

    queue.reopen(number(900), 0.0);
    assert_eq!(front(&queue), Some(1));
    queue.cancel(0.0);

    assert_eq!(front(&queue), None);
}

#[test]
fn a_task_that_waits_for_a_correction_is_not_asked_for_again() {
    let mut queue = queue_of(2);
    judge(&mut queue, -1);

    queue.reopen(number(900), 0.0);

    let have = queue.next_to_ask(0.0).unwrap();
    assert!(have.contains(&TaskId(Uuid::from_u128(2))), "{have:?}");
}

#[test]
fn a_draft_is_taken_up_for_its_own_task_alone() {
    let mut queue = queue_of(2);
    let choice = Some(Choice::BothBad);
    let draft = Draft { choice, rationale: "too long".into(), ..Draft::default() };

    queue.redraft(TaskId(Uuid::from_u128(2)), draft.clone());
    assert_eq!(queue.draft().choice, None);
    queue.redraft(OPEN, draft.clone());

    assert_eq!(queue.draft_to_keep(), Some((OPEN, &draft)));
}

#[test]
fn a_rationale_that_is_required_must_be_there_before_anything_is_sent() {
    let NextTask::Task(mut first) = task(1) else { panic!("no task") };
    first.rationale = Some(5);
    let mut queue = Queue::open(NextTask::Task(first), number(101), SkipId(Uuid::nil()));
    queue.choose(Choice::Grade(1));

    assert!(queue.judge(0.0).is_err());
    queue.explain("  why \n".into());
    assert!(queue.judge(0.0).is_err());
    assert_eq!((front(&queue), queue.unsent()), (Some(1), 0));
    queue.explain("  right \n".into());
    let judgment = judgment_of(queue.judge(0.0).unwrap());

    assert_eq!(judgment.rationale.as_deref(), Some("right"));
    queue.reopen(number(900), 0.0);
    assert_eq!(queue.draft().rationale, "  right \n", "it comes back with the judgment");
}

#[test]
fn blanks_are_no_rationale() {
    let mut queue = queue_of(2);
    queue.explain(" \n".into());

    let judgment = judgment_of(judge(&mut queue, 1));

    assert_eq!(judgment.rationale, None);
    assert_eq!(queue.draft(), &Draft::default(), "the next task begins without a draft");
}

#[test]
fn a_correction_is_never_sent_before_what_it_corrects() {
    let mut queue = queue_of(3);
    let first = judge(&mut queue, -1).unwrap();
    queue.reopen(number(900), 0.0);
    let correction = judge(&mut queue, 1).unwrap();
    let other = judge(&mut queue, 0).unwrap();
    let fault = || Err(Refusal::Internal { incident: Uuid::nil() }.into());

    assert_eq!(queue.next_to_send(0.0), Some(first.clone()));
    queue.sent(first.id(), fault(), 0.0);

    for expected in [other, first, correction] {
        assert_eq!(queue.next_to_send(1_000.0), Some(expected.clone()));
        queue.sent(expected.id(), Ok(()), 1_000.0);
    }
}
