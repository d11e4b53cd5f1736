//! Corrections, drafts and rationales, as the actions of a rater.

use domain::answers::Answers;
use domain::judgment::{Decided, Earlier, OwnJudgment, OwnSkip, Verdict};

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
    assert!(have.contains(&AssignmentId(Uuid::from_u128(2))), "{have:?}");
}

#[test]
fn a_draft_is_taken_up_for_its_own_task_alone() {
    let mut queue = queue_of(2);
    let choice = Some(Choice::BothBad);
    let draft = Draft { choice, rationale: "too long".into(), ..Draft::default() };

    queue.redraft(AssignmentId(Uuid::from_u128(2)), draft.clone());
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

/// Task `n` as judged in an earlier visit.
fn earlier(n: u128, grade: i32) -> rpc::Result<Option<Earlier>> {
    let NextTask::Task(task) = task(n) else { panic!("no task") };
    let judgment = OwnJudgment {
        id: number(1_000 + n),
        assignment_id: task.assignment_id,
        revision: 1,
        verdict: Some(Verdict::of_grade(grade)),
        grade: Some(grade),
        answers: Answers::default(),
        rationale: Some("shorter".into()),
        active_ms: Some(3_000),
        guideline_version: 1,
        protocol_version: 1,
        late: false,
        submitted_at: Timestamp::from_micros(0),
    };
    Ok(Some(Earlier { task: *task, decision: Decided::Judgment(judgment) }))
}

fn ids(tasks: &[u128]) -> Option<Vec<AssignmentId>> {
    Some(tasks.iter().map(|n| AssignmentId(Uuid::from_u128(*n))).collect())
}

#[test]
fn what_was_judged_in_earlier_sittings_comes_from_the_server() {
    let mut queue = queue_of(3);
    queue.look(0.0);
    queue.expect_earlier();
    let unsent = judge(&mut queue, -1).unwrap();
    queue.next_to_send(0.0);
    queue.sent(unsent.id(), Ok(()), 0.0);
    assert_eq!(queue.reopen(number(900), 0.0), None, "this one is here");
    assert!(queue.can_reopen());

    assert_eq!(queue.reopen(number(901), 0.0), ids(&[1]));
    assert_eq!((front(&queue), queue.reopen(number(902), 0.0)), (Some(1), None), "asked already");
    queue.recalled(earlier(50, 2), number(903), 0.0);
    assert_eq!((front(&queue), queue.draft().choice), (Some(50), Some(Choice::Grade(2))));
    assert_eq!(queue.draft().rationale, "shorter");
    let corrected = judgment_of(queue.judge(500.0).unwrap());

    assert_eq!((corrected.id, corrected.revises), (number(903), Some(number(1_050))));
    assert_eq!(corrected.active_ms, Some(3_500), "with the time of before");
    assert_eq!(front(&queue), Some(2), "what was in front has waited");
    queue.reopen(number(904), 0.0);
    queue.reopen(number(905), 0.0);
    assert_eq!(front(&queue), Some(50), "now it is here");
    assert_eq!(queue.reopen(number(906), 0.0), ids(&[50, 1, 50]), "also what is on its way");
    queue.recalled(Ok(None), number(907), 0.0);
    assert!(!queue.can_reopen(), "there is nothing before");
    assert_eq!(front(&queue), Some(50));
}

#[test]
fn what_was_skipped_in_an_earlier_sitting_comes_back_too() {
    let mut queue = queue_of(2);
    queue.expect_earlier();
    queue.reopen(number(900), 0.0).unwrap();
    let Ok(Some(Earlier { task, .. })) = earlier(50, 1) else { panic!("no task") };
    let skip = OwnSkip {
        id: SkipId(Uuid::from_u128(950)),
        assignment_id: task.assignment_id,
        reason: SkipReason::Broken,
        comment: None,
        skipped_at: Timestamp::from_micros(0),
    };

    queue.recalled(Ok(Some(Earlier { task, decision: Decided::Skip(skip) })), number(901), 0.0);

    assert_eq!((front(&queue), queue.takes_back()), (Some(50), true));
    let judged = judgment_of(judge(&mut queue, 1));
    assert_eq!((judged.id, judged.revises), (number(901), None));
}

#[test]
fn whoever_goes_on_while_the_server_looks_is_not_called_back() {
    let mut queue = queue_of(3);
    queue.expect_earlier();
    queue.reopen(number(900), 0.0).unwrap();
    judge(&mut queue, 1);

    queue.recalled(earlier(50, 2), number(901), 0.0);

    assert_eq!(front(&queue), Some(2));
    queue.reopen(number(902), 0.0);
    queue.reopen(number(903), 0.0);
    assert_eq!(front(&queue), Some(50), "it is here all the same");
}

#[test]
fn a_judgment_that_does_not_come_is_asked_for_again() {
    let mut queue = queue_of(2);
    queue.expect_earlier();
    queue.reopen(number(900), 0.0).unwrap();

    queue.recalled(Err(Error::Transport("no network".into())), number(901), 0.0);
    assert!(queue.missed().is_some());
    assert_eq!((front(&queue), queue.can_reopen()), (Some(1), true));
    assert_eq!(queue.reopen(number(902), 0.0), ids(&[]));

    assert_eq!(queue.missed(), None);
    queue.recalled(Err(Error::Transport("no network".into())), number(903), 0.0);
    judge(&mut queue, 1);
    assert_eq!(queue.missed(), None, "whoever goes on does not wait for it");
}

#[test]
fn instead_of_what_the_server_refused_it_is_asked_what_it_has() {
    let mut queue = queue_of(2);
    let unsent = judge(&mut queue, 1).unwrap();
    queue.next_to_send(0.0);

    queue.sent(unsent.id(), Err(Refusal::conflict(Reason::AlreadyJudged).into()), 0.0);

    assert_eq!(queue.reopen(number(900), 0.0), ids(&[]));
}

#[test]
fn what_is_forgotten_here_is_asked_for() {
    let mut queue = queue_of(1);
    for n in 2..=22 {
        judge(&mut queue, 1);
        queue.arrived(Ok(task(n)), number(100 + n), SkipId(Uuid::nil()), 0.0);
    }
    for n in 0..20 {
        assert_eq!(queue.reopen(number(900 + n), 0.0), None);
    }

    assert_eq!(front(&queue), Some(2));
    assert!(queue.reopen(number(950), 0.0).is_some());
}

#[test]
fn a_skip_is_taken_back_by_judging_after_all() {
    let mut queue = queue_of(3);
    queue.look(0.0);
    queue.explain("half a thought".into());
    let skip = queue.skip(SkipReason::Broken, "", 1_000.0).unwrap().unwrap();
    assert_eq!(front(&queue), Some(2));

    queue.reopen(number(900), 2_000.0);
    assert_eq!((front(&queue), queue.takes_back()), (Some(1), true));
    assert_eq!(queue.draft().rationale, "half a thought", "what was drafted is not lost");
    assert_eq!(queue.skip(SkipReason::Broken, "", 0.0), Ok(None), "once is enough");
    queue.cancel(2_500.0);
    assert_eq!((front(&queue), queue.takes_back()), (Some(2), false), "it stays skipped");
    queue.reopen(number(901), 3_000.0);
    queue.choose(Choice::Grade(1));
    let judged = judgment_of(queue.judge(3_500.0).unwrap());

    assert_eq!((judged.id, judged.revises, judged.active_ms), (number(901), None, Some(1_500)));
    assert_eq!((front(&queue), queue.decided()), (Some(2), 1));
    queue.settle(skip.id(), true);
    queue.settle(judged.id.0, true);
    assert_eq!(queue.next_to_send(0.0).unwrap().id(), skip.id(), "the skip goes first");
    queue.reopen(number(902), 0.0);
    assert_eq!((front(&queue), queue.takes_back()), (Some(1), false), "now it is a judgment");
}
