//! Votes: judgments with their sides undone, in terms of the task's own first and second response.

use super::{Ledger, Reason, Recorded, Source};
use crate::judgment::Judgment;
use crate::presentation::{Preference, Presentation};
use crate::task::Task;

/// What a judgment says about the responses in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// The response at this position (0 or 1) is better.
    For(usize),
    Tie,
    BothBad,
    BothGood,
}

/// A judgment and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vote<'a> {
    pub recorded: &'a Recorded,
    pub stand: Stand,
    /// The position (0 or 1) of the response that was shown first.
    pub shown_first: usize,
}

/// The judgments that speak for their raters, oldest first; the others go into the ledger.
///
/// A rater's latest revision counts even if an earlier one filled the slot. If the latest was
/// not counted, the rater has no vote.
pub(super) fn current<'a>(source: &'a Source, ledger: &mut Ledger) -> Vec<Vote<'a>> {
    let mut votes = Vec::new();
    for recorded in in_order(&source.judgments) {
        if is_superseded(&recorded.judgment, &source.judgments) {
            ledger.leave_out(1, Reason::Superseded);
        } else if !recorded.judgment.counted {
            ledger.leave_out(1, Reason::Uncounted);
        } else if let Some(vote) = vote(&source.task, recorded) {
            votes.push(vote);
        } else {
            ledger.leave_out(1, Reason::Unrepresentable);
        }
    }
    votes
}

/// The judgments from the oldest to the newest.
pub(super) fn in_order(judgments: &[Recorded]) -> Vec<&Recorded> {
    let mut judgments: Vec<_> = judgments.iter().collect();
    judgments.sort_by_key(|recorded| age(&recorded.judgment));
    judgments
}

/// Whether the same rater has judged the same task again later.
pub(super) fn is_superseded(judgment: &Judgment, all: &[Recorded]) -> bool {
    let rank = |judgment: &Judgment| (judgment.revision, age(judgment));
    all.iter()
        .map(|recorded| &recorded.judgment)
        .any(|other| other.rater_id == judgment.rater_id && rank(other) > rank(judgment))
}

/// Undoes the sides; none if what was shown is not what the task holds.
pub(super) fn vote<'a>(task: &Task, recorded: &'a Recorded) -> Option<Vote<'a>> {
    let shown_first = shown_first(task, &recorded.presentation)?;
    let stand = match recorded.presentation.undo(recorded.judgment.verdict)? {
        Preference::Over { chosen, .. } => {
            Stand::For(task.responses.iter().position(|response| response.id == chosen)?)
        }
        Preference::Tie => Stand::Tie,
        Preference::BothBad => Stand::BothBad,
        Preference::BothGood => Stand::BothGood,
    };
    Some(Vote { recorded, stand, shown_first })
}

/// The position (0 or 1) of the response that was shown first; none if what was shown is not
/// what the task holds.
pub(super) fn shown_first(task: &Task, presentation: &Presentation) -> Option<usize> {
    let [first, second] = &task.responses[..] else { return None };
    if presentation.order == [first.id, second.id] {
        Some(0)
    } else if presentation.order == [second.id, first.id] {
        Some(1)
    } else {
        None
    }
}

fn age(judgment: &Judgment) -> impl Ord + use<> {
    (judgment.submitted_at, judgment.id)
}
