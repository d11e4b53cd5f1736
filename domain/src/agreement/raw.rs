//! Raw agreement: the share of pairs of raters who decided the same, without a correction for chance.
//!
//! With ties this is setup S1 of MT-bench, where guessing agrees in a third of the pairs;
//! without ties it is setup S2, where guessing agrees in half of them (Zheng et al. 2023,
//! "Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena", arXiv 2306.05685). It does not
//! depend on which response is stored first.

use serde::{Deserialize, Serialize};

use crate::outcome::Outcome;
use crate::unit::{Counts, Units};

/// How often two raters of the same task decide the same.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RawAgreement {
    /// Tasks with two votes or more; the others say nothing about agreement.
    pub tasks: i64,
    /// Pairs of votes on the same task.
    pub pairs: i64,
    /// Pairs of votes that are the same.
    pub agreeing: i64,
    /// Agreeing pairs over all pairs, 0 to 1: tasks with more raters weigh more. None without a pair.
    pub pooled: Option<f64>,
    /// The mean of the tasks' own shares, 0 to 1: every task weighs the same. None without a pair.
    pub per_task: Option<f64>,
}

/// Measures agreement over all votes; a tie is a decision like the others.
pub fn with_ties(units: &Units) -> RawAgreement {
    agreement(units.counts().map(|(_, counts)| counts))
}

/// Measures agreement over the votes for one side, leaving ties out before pairs are made.
pub fn without_ties(units: &Units) -> RawAgreement {
    agreement(units.counts().map(|(_, counts)| counts.without_ties()))
}

/// Pooled: `sum_u sum_c N(N-1) / sum_u m(m-1)`, where N is the number of votes of task u in
/// category c and m the number of all its votes. Per task: the mean of the same ratio.
fn agreement(tasks: impl Iterator<Item = Counts>) -> RawAgreement {
    let (mut n_tasks, mut n_pairs, mut n_agreeing, mut shares) = (0, 0, 0, 0.0);
    for counts in tasks {
        let pairs = pairs_among(counts.total());
        if pairs == 0 {
            continue;
        }
        let agreeing: i64 =
            Outcome::CATEGORIES.iter().map(|&outcome| pairs_among(counts.of(outcome))).sum();
        n_tasks += 1;
        n_pairs += pairs;
        n_agreeing += agreeing;
        shares += agreeing as f64 / pairs as f64;
    }
    RawAgreement {
        tasks: n_tasks,
        pairs: n_pairs,
        agreeing: n_agreeing,
        pooled: (n_pairs > 0).then(|| n_agreeing as f64 / n_pairs as f64),
        per_task: (n_tasks > 0).then(|| shares / n_tasks as f64),
    }
}

fn pairs_among(votes: i64) -> i64 {
    votes * (votes - 1) / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(first: i64, second: i64, tie: i64) -> Counts {
        Counts { first, second, tie, ..Counts::default() }
    }

    #[test]
    fn tasks_with_more_raters_weigh_more_only_in_the_pooled_share() {
        let tasks = [counts(2, 0, 0), counts(2, 1, 1), counts(0, 1, 0)];

        let raw = agreement(tasks.into_iter());

        assert_eq!((raw.tasks, raw.pairs, raw.agreeing), (2, 7, 2));
        assert_eq!(raw.pooled, Some(2.0 / 7.0));
        assert_eq!(raw.per_task, Some((1.0 + 1.0 / 6.0) / 2.0));
    }

    #[test]
    fn without_two_votes_on_a_task_there_is_no_agreement() {
        let raw = agreement([counts(1, 0, 0), counts(0, 0, 1)].into_iter());

        assert_eq!((raw.tasks, raw.pooled, raw.per_task), (0, None, None));
    }
}
