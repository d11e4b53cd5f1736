//! Decisions are stored before they are sent.

use super::*;

fn decide(queue: &mut Queue) -> Unsent {
    queue.choose(Choice::Grade(1));
    queue.judge(0.0).unwrap().unwrap()
}

#[test]
fn a_decision_is_sent_once_the_browser_keeps_it() {
    let mut queue = queue_of(3);
    let unsent = decide(&mut queue);
    assert_eq!(queue.next_to_send(0.0), None);
    assert_eq!(queue.wait_ms(0.0), None, "that takes an event");

    queue.settle(unsent.id(), true);

    assert_eq!(queue.next_to_send(0.0), Some(unsent));
    assert_eq!(queue.tab_only(), 0);
}

#[test]
fn a_decision_that_the_browser_cannot_keep_is_sent_all_the_same() {
    let mut queue = queue_of(3);
    let unsent = decide(&mut queue);

    queue.settle(unsent.id(), false);

    assert_eq!(queue.tab_only(), 1);
    assert_eq!(queue.next_to_send(0.0), Some(unsent.clone()));
    queue.sent(unsent.id(), Ok(()), 0.0);
    queue.settle(unsent.id(), false);
    assert_eq!((queue.tab_only(), queue.unsent()), (0, 0), "what comes late changes nothing");
}

#[test]
fn a_decision_that_is_written_down_late_is_safe_from_then_on() {
    let mut queue = queue_of(3);
    let unsent = decide(&mut queue);
    queue.settle(unsent.id(), false);

    queue.settle(unsent.id(), true);

    assert_eq!(queue.tab_only(), 0);
}

#[test]
fn a_question_waits_for_the_decision_that_takes_it_along() {
    let mut queue = queue_of(3);
    let unsent = decide(&mut queue);
    assert_eq!(queue.next_to_ask(0.0), None);

    queue.settle(unsent.id(), true);

    queue.next_to_send(0.0).unwrap();
    assert!(queue.next_to_ask_with(&unsent, 0.0).is_some());
}

#[test]
fn a_decision_waits_for_the_one_before_to_be_written_down() {
    let mut queue = queue_of(3);
    let (first, second) = (decide(&mut queue), decide(&mut queue));

    queue.settle(second.id(), true);
    assert_eq!(queue.next_to_send(0.0), None, "a correction must not overtake what it corrects");
    queue.settle(first.id(), true);

    assert_eq!(queue.next_to_send(0.0), Some(first));
}

#[test]
fn what_corrects_is_sent_after_what_it_corrects_wherever_both_were_kept() {
    let mut earlier = queue_of(3);
    let (first, second) = (decide(&mut earlier), decide(&mut earlier));
    let mut queue = queue_of(1);

    queue.restore(vec![second.clone()], 0.0);
    queue.restore(vec![first.clone(), second], 0.0);

    assert_eq!(queue.unsent(), 2);
    assert_eq!(queue.next_to_send(0.0), Some(first));
}

#[test]
fn what_is_found_late_does_not_take_the_blame_for_a_fault() {
    let mut earlier = queue_of(3);
    let (found, sent) = (decide(&mut earlier), decide(&mut earlier));
    let mut queue = queue_of(1);
    queue.restore(vec![sent.clone()], 0.0);
    queue.next_to_send(0.0).unwrap();
    queue.restore(vec![found.clone()], 0.0);

    queue.sent(sent.id(), Err(Refusal::Internal { incident: Uuid::nil() }.into()), 0.0);

    assert_eq!(queue.next_to_send(1_000.0), Some(found));
}
