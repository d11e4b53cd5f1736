//! Repeats: a rater's own tasks once more, the sides turned round, to see whether the rater says
//! the same again.
//!
//! Consistency with oneself bounds any agreement with others. Repeats feed nothing else: not
//! progress, not results, not data for training.

use crate::id::TaskId;
use crate::outcome::AsShown;
use crate::presentation::Presentation;
use crate::random::{halves, mix};
use crate::timestamp::Timestamp;

/// How many other tasks a rater judges before one is shown again, unless a day has passed.
pub const OTHERS: usize = 20;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// A task that a rater has judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    pub task: TaskId,
    pub at: Timestamp,
    /// Is a repeat, or was repeated.
    pub is_spent: bool,
}

/// Which of a rater's tasks to show again, by a draw; none while all are too fresh or spent.
/// `newest_first` has the last that were judged, repeats included.
pub fn choose(newest_first: &[Judged], now: Timestamp, seed: u64) -> Option<TaskId> {
    let is_forgotten = |others: usize, judged: &Judged| {
        others >= OTHERS || judged.at.plus_seconds(DAY_SECONDS) <= now
    };
    newest_first
        .iter()
        .enumerate()
        .filter(|(others, judged)| !judged.is_spent && is_forgotten(*others, judged))
        .map(|(_, judged)| judged.task)
        .min_by_key(|task| {
            let [high, low] = halves(task.0);
            mix(&[seed, high, low])
        })
}

/// How a task stands when it is shown again: the sides of a pair change places, and more responses
/// stand in the opposite order.
pub fn turned(first: &Presentation) -> Presentation {
    Presentation { order: first.order.iter().rev().copied().collect(), blind: first.blind }
}

/// Whether a rater judges a task the same again: of a pair the same outcome, of a ranking the same
/// best responses, of a rating the same level. How much better does not matter.
///
/// `None` if the two cannot be compared: the responses differ, or the protocol changed between two
/// ratings and a level may mean something else.
pub fn agree(first: AsShown<'_>, again: AsShown<'_>) -> Option<bool> {
    let is_rating = first.answers.rating.is_some();
    if is_rating && first.protocol_version != again.protocol_version {
        return None;
    }
    // Any order of the responses will do, as long as it is the same for both.
    let responses = &first.presentation.order;
    let (first, again) = (first.unblind(responses)?, again.unblind(responses)?);
    Some(
        first.outcome == again.outcome
            && first.answers.rating == again.answers.rating
            && first.best() == again.best(),
    )
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::answers::Answers;
    use crate::id::ResponseId;
    use crate::judgment::Verdict;

    fn task(n: usize) -> TaskId {
        TaskId(Uuid::from_u128(n as u128))
    }

    /// Tasks that were judged a second apart, the newest first.
    fn judged(n: usize) -> Vec<Judged> {
        let at = |n: usize| Timestamp::from_micros(1_000_000 * (n as i64));
        (0..n).rev().map(|n| Judged { task: task(n), at: at(n), is_spent: false }).collect()
    }

    fn shown(ids: &[u128]) -> Presentation {
        let order = ids.iter().map(|id| ResponseId(Uuid::from_u128(*id))).collect();
        Presentation { order, blind: true }
    }

    fn say<'a>(
        verdict: Option<Verdict>,
        answers: &'a Answers,
        presentation: &'a Presentation,
        protocol_version: i32,
    ) -> AsShown<'a> {
        AsShown { verdict, grade: None, answers, presentation, protocol_version }
    }

    #[test]
    fn a_task_comes_again_after_twenty_others_or_a_day() {
        let soon = Timestamp::from_micros(100 * 1_000_000);

        assert_eq!(choose(&judged(20), soon, 7), None);
        assert_eq!(choose(&judged(21), soon, 7), Some(task(0)));
        let tomorrow = soon.plus_seconds(DAY_SECONDS);
        assert!(choose(&judged(1), tomorrow, 7).is_some());
        let drawn: std::collections::HashSet<_> =
            (0..200).map(|seed| choose(&judged(24), soon, seed).unwrap()).collect();
        assert_eq!(drawn, (0..4).map(task).collect(), "each that is old enough, and no other");
    }

    #[test]
    fn no_task_comes_a_third_time() {
        let spent: Vec<_> =
            judged(30).into_iter().map(|judged| Judged { is_spent: true, ..judged }).collect();

        assert_eq!(choose(&spent, Timestamp::from_micros(i64::MAX / 2), 7), None);
    }

    #[test]
    fn the_same_verdict_is_the_other_side_when_the_sides_are_turned() {
        let (first, nothing) = (shown(&[1, 2]), Answers::default());
        let again = turned(&first);
        let agree = |one, other| {
            let one = say(Some(one), &nothing, &first, 1);
            agree(one, say(Some(other), &nothing, &again, 1)).unwrap()
        };

        assert!(agree(Verdict::A, Verdict::B));
        assert!(!agree(Verdict::A, Verdict::A));
        assert!(agree(Verdict::Tie, Verdict::Tie));
        assert!(!agree(Verdict::Tie, Verdict::BothBad));
    }

    #[test]
    fn of_more_responses_the_best_counts_and_of_one_its_level() {
        let (first, again) = (shown(&[1, 2, 3]), shown(&[3, 2, 1]));
        let ranked = |ranking: &[u8]| Answers { ranking: ranking.to_vec(), ..Answers::default() };
        let rated = |level| Answers { rating: Some(level), ..Answers::default() };
        let best = |place| Answers { best: Some(place), ..Answers::default() };
        let told = |one: &Answers, other: &Answers, version| {
            agree(say(None, one, &first, 1), say(None, other, &again, version))
        };

        assert_eq!(told(&ranked(&[1, 2, 3]), &ranked(&[2, 3, 1]), 2), Some(true));
        assert_eq!(told(&ranked(&[1, 2, 3]), &ranked(&[1, 2, 3]), 1), Some(false));
        assert_eq!(told(&ranked(&[1, 1, 2]), &ranked(&[2, 1, 1]), 1), Some(true));
        assert_eq!(told(&ranked(&[1, 1, 2]), &ranked(&[3, 2, 1]), 1), Some(false));
        assert_eq!(told(&best(0), &best(2), 1), Some(true));
        assert_eq!(told(&rated(4), &rated(4), 1), Some(true));
        assert_eq!(told(&rated(4), &rated(3), 1), Some(false));
        assert_eq!(told(&rated(4), &rated(4), 2), None, "four of five is not four of seven");
    }
}
