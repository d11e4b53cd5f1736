//! Votes: judgments with their sides undone, in terms of the task's own responses.

use super::{Flagged, Ledger, Options, Reason, Recorded, Source};
use crate::answers::{Answers, Flag, Order};
use crate::judgment::{Judgment, Skip, Verdict};
use crate::presentation::Presentation;
use crate::task::Task;

/// What a judgment says about two responses, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// The first (0) or the second (1) of the two is better.
    For(usize),
    Tie,
    BothBad,
    BothGood,
}

/// A judgment with its sides undone.
#[derive(Debug, Clone)]
pub(super) struct Spoken<'a> {
    pub recorded: &'a Recorded,
    /// The answers in the task's own order.
    pub answers: Answers,
    /// For each response shown its position in the task.
    places: Vec<usize>,
}

/// What a judgment says about two responses of the task.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vote<'a> {
    pub recorded: &'a Recorded,
    pub stand: Stand,
    /// Which of the two (0 or 1) was shown before the other.
    pub shown_first: usize,
    /// How many ranks the second stands below the first; none but of rankings.
    pub rank_distance: Option<i64>,
}

/// The judgments that speak for their raters, oldest first; the others go into the ledger.
///
/// A rater's latest revision counts even if an earlier one filled the slot. If the latest was
/// not counted, the rater has no vote.
pub(super) fn current<'a>(source: &'a Source, ledger: &mut Ledger) -> Vec<Spoken<'a>> {
    let mut spoken = Vec::new();
    for recorded in in_order(&source.judgments) {
        if is_superseded(&recorded.judgment, &source.judgments) {
            ledger.leave_out(1, Reason::Superseded);
        } else if source.task.repeat_of.is_some() {
            ledger.leave_out(1, Reason::Repeat);
        } else if !recorded.judgment.counted {
            ledger.leave_out(1, Reason::Uncounted);
        } else if let Some(undone) = Spoken::of(&source.task, recorded) {
            spoken.push(undone);
        } else {
            ledger.leave_out(1, Reason::Unrepresentable);
        }
    }
    spoken
}

/// Accounts for the skips, of which those that were taken back are replaced.
pub(super) fn leave_out_skips(source: &Source, ledger: &mut Ledger) {
    for recorded in &source.skips {
        let reason = match is_taken_back(&recorded.skip, &source.judgments) {
            true => Reason::Superseded,
            false => Reason::Skip,
        };
        ledger.leave_out(1, reason);
    }
}

/// Whether who skipped the task has judged it all the same.
pub(super) fn is_taken_back(skip: &Skip, all: &[Recorded]) -> bool {
    all.iter().any(|recorded| recorded.judgment.rater_id == skip.rater_id)
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

impl<'a> Spoken<'a> {
    /// Undoes the sides; none if what was shown is not what the task holds.
    pub(super) fn of(task: &Task, recorded: &'a Recorded) -> Option<Self> {
        let places = places(task, &recorded.presentation)?;
        let answers = recorded.judgment.answers.undone(&places);
        Some(Self { recorded, answers, places })
    }

    /// What is said about the responses at two positions, the first below the second; none if
    /// nothing is.
    pub(super) fn vote(&self, first: usize, second: usize) -> Option<Vote<'a>> {
        let shown = |position| self.places.iter().position(|place| *place == position);
        let shown_first = usize::from(shown(first)? > shown(second)?);
        let (stand, rank_distance) = match self.recorded.judgment.verdict {
            Some(Verdict::A) => (Stand::For(shown_first), None),
            Some(Verdict::B) => (Stand::For(1 - shown_first), None),
            Some(Verdict::Tie) => (Stand::Tie, None),
            Some(Verdict::BothBad) => (Stand::BothBad, None),
            Some(Verdict::BothGood) => (Stand::BothGood, None),
            None => {
                let said = self.answers.preferences(self.places.len());
                let (_, order) = said.into_iter().find(|(pair, _)| *pair == [first, second])?;
                match order {
                    Order::First(ranks) => (Stand::For(0), Some(i64::from(ranks))),
                    Order::Second(ranks) => (Stand::For(1), Some(-i64::from(ranks))),
                    Order::Tie => (Stand::Tie, Some(0)),
                }
            }
        };
        Some(Vote { recorded: self.recorded, stand, shown_first, rank_distance })
    }
}

/// Whether one of the judgments flags the task, or a response at one of these positions, and that
/// keeps it out.
pub(super) fn is_flagged(options: Options, spoken: &[Spoken<'_>], positions: &[usize]) -> bool {
    let concerns =
        |flag: &Flag| flag.response.is_none_or(|place| positions.contains(&usize::from(place)));
    options.flagged == Flagged::LeaveOut
        && spoken.iter().any(|spoken| spoken.answers.flags.iter().any(concerns))
}

/// For each response shown its position in the task; none if what was shown is not what the task
/// holds.
pub(super) fn places(task: &Task, presentation: &Presentation) -> Option<Vec<usize>> {
    let ids: Vec<_> = task.responses.iter().map(|response| response.id).collect();
    presentation.places(&ids)
}

fn age(judgment: &Judgment) -> impl Ord + use<> {
    (judgment.submitted_at, judgment.id)
}
