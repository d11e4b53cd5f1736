//! Which judgments and skips stand.

use super::{Recorded, RecordedSkip};
use crate::judgment::Judgment;

/// Whether a skip stands no more: its rater has judged the task all the same, or it was put back.
pub(super) fn is_taken_back(skipped: &RecordedSkip, all: &[Recorded]) -> bool {
    skipped.put_back
        || all.iter().any(|recorded| recorded.judgment.rater_id == skipped.skip.rater_id)
}

/// Whether the same rater has judged the same task again later.
pub(super) fn is_superseded(judgment: &Judgment, all: &[Recorded]) -> bool {
    let rank = |judgment: &Judgment| (judgment.revision, age(judgment));
    all.iter()
        .map(|recorded| &recorded.judgment)
        .any(|other| other.rater_id == judgment.rater_id && rank(other) > rank(judgment))
}

/// By the moment, and by the id within it.
pub(super) fn age(judgment: &Judgment) -> impl Ord + use<> {
    (judgment.submitted_at, judgment.id)
}
