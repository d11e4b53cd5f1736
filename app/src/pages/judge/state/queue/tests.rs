//! The rules of the queue, as the actions of a rater.

use domain::Error as Refusal;
use domain::id::AssignmentId;
use domain::protocol::Protocol;
use domain::reason::Reason;
use domain::task::TaskToJudge;
use domain::timestamp::Timestamp;

use super::*;
use crate::pages::judge::state::screen::Screen;

mod corrections;
mod persistence;
mod steps;

const OPEN: AssignmentId = AssignmentId(Uuid::from_u128(1));

fn task(n: u128) -> NextTask {
    NextTask::Task(Box::new(TaskToJudge {
        assignment_id: AssignmentId(Uuid::from_u128(n)),
        prompt: Vec::new(),
        responses: Vec::new(),
        protocol: Protocol::default(),
        rationale: None,
        guideline_version: 1,
        protocol_version: 1,
        expires_at: Timestamp::from_micros(0),
    }))
}

/// A queue with tasks 1 to `n`. Task 1 is current.
fn queue_of(n: u128) -> Queue {
    let mut queue = Queue::open(task(1), JudgmentId(Uuid::from_u128(101)), SkipId(Uuid::nil()));
    for n in 2..=n {
        arrive(&mut queue, Ok(task(n)), n);
    }
    queue
}

fn arrive(queue: &mut Queue, answer: rpc::Result<NextTask>, n: u128) {
    assert!(queue.next_to_ask(0.0).is_some(), "the queue asks for another task");
    let judgment = JudgmentId(Uuid::from_u128(100 + n));
    queue.arrived(answer, judgment, SkipId(Uuid::from_u128(200 + n)), 0.0);
}

fn front(queue: &Queue) -> Option<u128> {
    match queue.screen() {
        Screen::Task(shown) => Some(shown.task.assignment_id.0.as_u128()),
        _ => None,
    }
}

/// Submits the current task and stores the decision.
fn judge(queue: &mut Queue, grade: i32) -> Option<Unsent> {
    queue.choose(Choice::Grade(grade));
    let unsent = queue.judge(0.0).unwrap()?;
    queue.settle(unsent.id(), true);
    Some(unsent)
}

fn number(n: u128) -> JudgmentId {
    JudgmentId(Uuid::from_u128(n))
}

fn judgment_of(unsent: Option<Unsent>) -> NewJudgment {
    match unsent.expect("something is decided").decision {
        Decision::Judgment(judgment) => *judgment,
        Decision::Skip(skip) => panic!("a skip: {skip:?}"),
    }
}

fn offline() -> rpc::Result<()> {
    Err(Error::Transport("no network".into()))
}

#[test]
fn two_tasks_are_fetched_ahead_and_no_more() {
    let mut queue = queue_of(1);

    assert_eq!(queue.next_to_ask(0.0), Some(vec![OPEN]));
    assert_eq!(queue.next_to_ask(0.0), None, "one question at a time");
    queue.arrived(Ok(task(2)), JudgmentId(Uuid::nil()), SkipId(Uuid::nil()), 0.0);
    arrive(&mut queue, Ok(task(3)), 3);

    assert_eq!(queue.next_to_ask(0.0), None);
}

#[test]
fn a_question_travels_with_a_judgment_until_one_was_sent_in_vain() {
    let mut queue = queue_of(3);
    let unsent = judge(&mut queue, -1).unwrap();

    queue.next_to_send(0.0);
    let have = queue.next_to_ask_with(&unsent, 0.0).unwrap();
    assert_eq!(have.len(), 3, "the two ahead and the one under way: {have:?}");
    assert_eq!(queue.next_to_ask(0.0), None, "one question at a time");
    queue.sent(unsent.id(), offline(), 0.0);
    queue.unanswered();

    assert_eq!(queue.next_to_send(1_000.0), Some(unsent.clone()));
    assert_eq!(queue.next_to_ask_with(&unsent, 1_000.0), None);
    assert!(queue.next_to_ask(1_000.0).is_some(), "the question goes by itself");
}

#[test]
fn a_server_that_was_busy_gets_the_judgment_alone() {
    let mut queue = queue_of(3);
    let unsent = judge(&mut queue, -1).unwrap();
    queue.next_to_send(0.0);
    queue.next_to_ask_with(&unsent, 0.0).unwrap();
    queue.sent(unsent.id(), Err(Refusal::Busy { seconds: 1 }.into()), 0.0);
    queue.unanswered();

    queue.next_to_send(1_000.0).unwrap();
    assert_eq!(queue.next_to_ask_with(&unsent, 1_000.0), None);
    queue.sent(unsent.id(), Ok(()), 1_000.0);
    let next = judge(&mut queue, 1).unwrap();
    assert!(queue.next_to_ask_with(&next, 1_000.0).is_some(), "from then on together again");
}

#[test]
fn no_question_travels_with_a_skip() {
    let mut queue = queue_of(3);
    let unsent = queue.skip(SkipReason::Broken, "", 0.0).unwrap().unwrap();
    queue.settle(unsent.id(), true);

    queue.next_to_send(0.0);

    assert_eq!(queue.next_to_ask_with(&unsent, 0.0), None);
    assert!(queue.next_to_ask(0.0).is_some());
}

#[test]
fn the_next_task_is_in_front_before_the_server_has_answered() {
    let mut queue = queue_of(3);

    let unsent = judge(&mut queue, -2).unwrap();

    assert_eq!(unsent.task, OPEN);
    assert_eq!(unsent.id(), Uuid::from_u128(101));
    assert_eq!(front(&queue), Some(2));
    assert_eq!(queue.unsent(), 1);
}

#[test]
fn a_second_enter_does_not_judge_the_next_task() {
    let mut queue = queue_of(3);
    judge(&mut queue, 3);

    let second = queue.judge(0.0);

    assert_eq!(second, Ok(None));
    assert_eq!(front(&queue), Some(2));
}

#[test]
fn decisions_are_sent_one_after_the_other_in_order() {
    let mut queue = queue_of(3);
    let first = judge(&mut queue, 1).unwrap();
    let second = judge(&mut queue, 2).unwrap();

    assert_eq!(queue.next_to_send(0.0), Some(first.clone()));
    assert_eq!(queue.next_to_send(0.0), None, "one at a time");
    assert_eq!(queue.sent(first.id(), Ok(()), 0.0), SendOutcome::Saved);

    assert_eq!(queue.next_to_send(0.0), Some(second));
}

#[test]
fn what_is_decided_and_not_acknowledged_is_not_asked_for_again() {
    let mut queue = queue_of(2);
    judge(&mut queue, 1);

    let have = queue.next_to_ask(0.0).unwrap();

    assert!(have.contains(&OPEN), "{have:?}");
}

#[test]
fn a_decision_is_kept_and_sent_again_when_the_network_fails() {
    let mut queue = queue_of(2);
    let unsent = judge(&mut queue, 1).unwrap();
    queue.next_to_send(0.0);

    let outcome = queue.sent(unsent.id(), offline(), 0.0);

    assert_eq!(outcome, SendOutcome::Queued(CallFailure::Unreachable));
    assert_eq!(queue.connection(), Connection::Offline);
    assert_eq!(queue.next_to_send(999.0), None);
    assert_eq!(queue.next_to_send(1_000.0), Some(unsent.clone()));
    assert_eq!(queue.sent(unsent.id(), Ok(()), 1_000.0), SendOutcome::Saved);
    assert_eq!((queue.connection(), queue.unsent()), (Connection::Fine, 0));
}

#[test]
fn a_busy_server_is_left_alone_for_as_long_as_it_asks() {
    let mut queue = queue_of(2);
    let unsent = judge(&mut queue, 1).unwrap();
    queue.next_to_send(0.0);

    queue.sent(unsent.id(), Err(Refusal::Busy { seconds: 7 }.into()), 0.0);

    assert_eq!(queue.next_to_send(6_999.0), None);
    assert_eq!(queue.next_to_send(7_000.0), Some(unsent));
    assert_eq!(queue.connection(), Connection::Fine);
}

#[test]
fn a_lost_session_keeps_the_decision_and_the_draft() {
    let mut queue = queue_of(3);
    let unsent = judge(&mut queue, 1).unwrap();
    queue.choose(Choice::BothBad);
    queue.next_to_send(0.0);

    queue.sent(unsent.id(), Err(Refusal::Unauthenticated.into()), 0.0);

    assert_eq!(queue.connection(), Connection::SignedOut);
    assert_eq!(queue.draft().choice, Some(Choice::BothBad));
    queue.hurry();
    assert_eq!(queue.next_to_send(1.0), Some(unsent));
}

#[test]
fn a_refused_decision_is_dropped_and_its_reason_shown() {
    let mut queue = queue_of(3);
    let first = judge(&mut queue, 1).unwrap();
    let second = judge(&mut queue, 2).unwrap();
    queue.next_to_send(0.0);

    let outcome = queue.sent(first.id(), Err(Refusal::conflict(Reason::AlreadyJudged).into()), 0.0);

    assert_eq!(outcome, SendOutcome::Refused("You have already judged this task.".into()));
    assert_eq!(queue.refusals(), ["You have already judged this task."]);
    assert_eq!(queue.next_to_send(0.0), Some(second));
}

#[test]
fn a_fault_with_one_decision_does_not_hold_up_the_others() {
    let mut queue = queue_of(3);
    let first = judge(&mut queue, 1).unwrap();
    let second = judge(&mut queue, 2).unwrap();
    queue.next_to_send(0.0);

    queue.sent(first.id(), Err(Refusal::Internal { incident: Uuid::nil() }.into()), 0.0);

    assert_eq!(queue.next_to_send(1_000.0), Some(second));
    assert_eq!(queue.unsent(), 2);
}

#[test]
fn what_an_earlier_visit_decided_is_sent_and_not_shown_again() {
    let unsent = judge(&mut queue_of(1), 1).unwrap();
    let mut queue = queue_of(2);

    queue.restore(vec![unsent.clone(), unsent.clone()], 0.0);

    assert_eq!(front(&queue), Some(2));
    assert_eq!(queue.unsent(), 1);
    assert_eq!(queue.next_to_send(0.0), Some(unsent));
}

#[test]
fn a_task_that_comes_twice_is_shown_once() {
    let mut queue = queue_of(2);

    arrive(&mut queue, Ok(task(2)), 9);
    judge(&mut queue, 1);
    judge(&mut queue, 1);

    assert_eq!(queue.screen(), Screen::Loading);
}

#[test]
fn the_reason_for_nothing_shows_only_when_all_in_hand_is_decided() {
    let mut queue = queue_of(2);
    arrive(&mut queue, Ok(NextTask::Finished), 3);
    judge(&mut queue, 1);
    arrive(&mut queue, Ok(NextTask::Finished), 3);
    assert_eq!(front(&queue), Some(2));

    judge(&mut queue, 1);
    arrive(&mut queue, Ok(NextTask::Finished), 3);

    assert_eq!(queue.screen(), Screen::Nothing(NextTask::Finished));
    assert_eq!(queue.next_to_ask(29_999.0), None);
    assert!(queue.next_to_ask(30_000.0).is_some(), "it looks again by itself");
}

#[test]
fn a_question_that_failed_is_asked_again_and_shown_where_nothing_is_in_hand() {
    let mut queue = queue_of(1);
    arrive(&mut queue, Err(Error::Transport("no network".into())), 2);
    assert_eq!(front(&queue), Some(1));

    judge(&mut queue, 1);

    assert!(matches!(queue.screen(), Screen::Trouble(_)));
    assert_eq!(queue.wait_ms(0.0), Some(0.0), "the judgment goes first");
    assert!(queue.next_to_ask(1_000.0).is_some());
}

#[test]
fn a_skip_for_another_reason_wants_words() {
    let mut queue = queue_of(2);

    assert!(queue.skip(SkipReason::Other, " ", 0.0).is_err());
    assert_eq!(front(&queue), Some(1));

    let skipped = queue.skip(SkipReason::Other, " too long ", 0.0).unwrap().unwrap();
    assert!(matches!(
        skipped.decision,
        Decision::Skip(NewSkip { comment: Some(comment), .. }) if comment == "too long"
    ));
    assert_eq!(front(&queue), Some(2));
}

#[test]
fn only_the_time_in_front_counts() {
    let mut queue = queue_of(2);
    queue.look(1_000.0);
    queue.look_away(1_500.0);
    queue.look(60_000.0);
    queue.choose(Choice::Grade(0));

    let first = queue.judge(60_250.0).unwrap().unwrap();
    queue.choose(Choice::Grade(0));
    let second = queue.judge(60_350.0).unwrap().unwrap();

    let ms = |unsent: Unsent| match unsent.decision {
        Decision::Judgment(judgment) => judgment.active_ms,
        Decision::Skip(_) => None,
    };
    assert_eq!((ms(first), ms(second)), (Some(750), Some(100)));
}

#[test]
fn a_page_that_is_left_asks_for_nothing_and_still_sends() {
    let mut queue = queue_of(1);
    let unsent = judge(&mut queue, 1);

    queue.retire();

    assert_eq!(queue.next_to_ask(0.0), None);
    assert_eq!(queue.next_to_send(0.0), unsent);
}
