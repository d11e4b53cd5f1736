//! Repeats: some of a rater's own tasks a second time, with the sides turned, to measure
//! consistency.
//!
//! A rater's consistency is an upper bound for agreement with others. Repeats are used for nothing
//! else: they do not count for progress, results or training data.

use crate::id::TaskId;
use crate::outcome::AsShown;
use crate::presentation::Presentation;
use crate::random::{halves, mix};
use crate::timestamp::Timestamp;

/// How many other tasks a rater judges before a task may be repeated, unless a day has passed.
pub const OTHERS: usize = 20;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Separates the draw whether there is a repeat from the draw which it is.
const DRAW: u64 = 0x7265_7065_6174;

/// A task that a rater has judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    pub task: TaskId,
    pub at: Timestamp,
    /// Whether it is a repeat or was repeated.
    pub is_spent: bool,
}

/// A task to show again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repeat {
    pub task: TaskId,
    /// How likely this task was to be shown again at this claim, 0 to 1.
    pub probability: f64,
}

/// Draws whether a rater's next task is one that they judged before, and which.
///
/// `share` is the percentage of claims that are repeats. `seed` must be new for every claim;
/// `newest_first` has the rater's last judgments, including repeats. `None` if the draw says no, or
/// all tasks are too recent or were repeated before.
pub fn draw(share: u32, newest_first: &[Judged], now: Timestamp, seed: u64) -> Option<Repeat> {
    let share = share.min(100);
    // A number of its own, so that whether and which are independent.
    if mix(&[seed, DRAW]) % 100 >= u64::from(share) {
        return None;
    }
    let task = choose(newest_first, now, seed)?;
    let eligible = eligible(newest_first, now).count();
    Some(Repeat { task, probability: f64::from(share) / 100.0 / eligible as f64 })
}

/// Which of a rater's tasks to show again. `None` if all are too recent or were repeated before.
/// `newest_first` has the last that were judged, repeats included.
pub fn choose(newest_first: &[Judged], now: Timestamp, seed: u64) -> Option<TaskId> {
    eligible(newest_first, now).min_by_key(|task| {
        let [high, low] = halves(task.0);
        mix(&[seed, high, low])
    })
}

/// The tasks that the rater has forgotten by now and has not met a second time.
fn eligible(newest_first: &[Judged], now: Timestamp) -> impl Iterator<Item = TaskId> {
    let is_forgotten = move |others: usize, judged: &Judged| {
        others >= OTHERS || judged.at.plus_seconds(DAY_SECONDS) <= now
    };
    newest_first
        .iter()
        .enumerate()
        .filter(move |(others, judged)| !judged.is_spent && is_forgotten(*others, judged))
        .map(|(_, judged)| judged.task)
}

/// The presentation of a repeat: the responses in the opposite order.
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
    fn a_share_of_claims_is_a_repeat_and_the_same_seed_draws_the_same() {
        let (judged, soon) = (judged(24), Timestamp::from_micros(100 * 1_000_000));
        let drawn = |share| -> Vec<Repeat> {
            (0..10_000).filter_map(|seed| draw(share, &judged, soon, seed)).collect()
        };

        assert_eq!((drawn(0).len(), drawn(100).len()), (0, 10_000));
        let some = drawn(20);
        // 2,000 with a standard deviation of 40.
        assert!((1_850..2_150).contains(&some.len()), "{} of 10,000", some.len());
        assert_eq!(some, drawn(20));
        assert!(some.iter().all(|repeat| (repeat.probability - 0.2 / 4.0).abs() < 1e-12));
        for n in 0..4 {
            let count = some.iter().filter(|repeat| repeat.task == task(n)).count();
            assert!((400..600).contains(&count), "{count} of task {n}");
        }
        assert_eq!(draw(100, &judged[..20], soon, 7), None, "all are too recent");
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
