//! Which decisions about a task stand, and which of them count.
//!
//! Judgments are append-only. A correction is a further revision of the same assignment, and the
//! last revision is the one that stands. A skip stands until its rater judges the task after all,
//! or until a manager puts the task back. The columns `judgment.stands` and `skip.stands` repeat
//! this rule for fast queries and must agree with it.

use crate::assignment::Purpose;
use crate::id::{JudgmentId, RaterId};
use crate::timestamp::Timestamp;

/// One revision of a judgment, as far as it matters here. All revisions of a rater for one purpose
/// belong to one assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    pub id: JudgmentId,
    pub rater: RaterId,
    pub purpose: Purpose,
    /// 1 for the first.
    pub revision: i32,
    pub submitted_at: Timestamp,
    /// Whether it filled a slot. False if it came late and the slot had passed to another rater.
    pub counted: bool,
}

/// Whether a judgment stands, and whether it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It stands and counts for results and training data.
    Counts,
    /// It stands, but its slot had passed to another rater.
    Late,
    /// It stands and serves only the purpose of its assignment, such as a repeat.
    Only(Purpose),
    /// A later revision replaces it.
    Superseded,
}

impl Standing {
    /// Whether the judgment is the last word of its rater.
    pub fn stands(self) -> bool {
        self != Standing::Superseded
    }

    /// Whether the judgment counts for results and training data.
    pub fn counts(self) -> bool {
        self == Standing::Counts
    }

    /// The standing of the last revision of an assignment.
    pub fn of_last(purpose: Purpose, counted: bool) -> Self {
        match (purpose, counted) {
            (Purpose::Work, true) => Standing::Counts,
            (Purpose::Work, false) => Standing::Late,
            (other, _) => Standing::Only(other),
        }
    }
}

/// The standing of every revision of a task's judgments, in the given order.
///
/// The last revision of an assignment stands even if an earlier one filled the slot. Revisions with
/// the same number, which only damaged data has, are ordered by time and id.
pub fn of_judgments(all: &[Revision]) -> Vec<Standing> {
    let rank = |revision: &Revision| (revision.revision, revision.submitted_at, revision.id);
    let is_superseded = |revision: &Revision| {
        all.iter().any(|other| {
            (other.rater, other.purpose) == (revision.rater, revision.purpose)
                && rank(other) > rank(revision)
        })
    };
    let standing = |revision: &Revision| match is_superseded(revision) {
        true => Standing::Superseded,
        false => Standing::of_last(revision.purpose, revision.counted),
    };
    all.iter().map(standing).collect()
}

/// Whether a rater's skip of a task stands. `judgments` are all those of the task.
pub fn skip_stands(rater: RaterId, put_back: bool, judgments: &[Revision]) -> bool {
    !put_back && judgments.iter().all(|judgment| judgment.rater != rater)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn revision(rater: u128, revision: i32) -> Revision {
        Revision {
            id: JudgmentId(Uuid::from_u128(rater * 100 + revision.unsigned_abs() as u128)),
            rater: RaterId(Uuid::from_u128(rater)),
            purpose: Purpose::Work,
            revision,
            submitted_at: Timestamp::from_micros(i64::from(revision)),
            counted: true,
        }
    }

    #[test]
    fn the_last_revision_stands_whichever_was_counted() {
        let late = Revision { counted: false, ..revision(1, 2) };
        let all = [late, revision(1, 1), revision(2, 1)];

        let standing = of_judgments(&all);

        assert_eq!(standing, [Standing::Late, Standing::Superseded, Standing::Counts]);
    }

    #[test]
    fn a_repeat_stands_beside_the_work_of_its_rater_and_does_not_count() {
        let repeat = Revision { purpose: Purpose::Repeat, counted: false, ..revision(1, 1) };
        let all = [revision(1, 1), revision(1, 2), repeat];

        let standing = of_judgments(&all);

        let expected = [Standing::Superseded, Standing::Counts, Standing::Only(Purpose::Repeat)];
        assert_eq!(standing, expected);
    }

    #[test]
    fn a_skip_stands_until_its_rater_judges_or_the_task_is_put_back() {
        let rater = RaterId(Uuid::from_u128(1));

        assert!(skip_stands(rater, false, &[revision(2, 1)]));
        assert!(!skip_stands(rater, true, &[]));
        assert!(!skip_stands(rater, false, &[revision(2, 1), revision(1, 1)]));
    }

    proptest! {
        #[test]
        fn one_revision_of_an_assignment_stands(
            all in prop::collection::vec((0..3_u128, 0..4_i32, any::<bool>(), 0..2_usize), 0..20),
        ) {
            let mut all: Vec<Revision> = all
                .into_iter()
                .zip(0..)
                .map(|((rater, number, counted, purpose), n)| Revision {
                    id: JudgmentId(Uuid::from_u128(n)),
                    counted,
                    purpose: Purpose::ALL[purpose],
                    ..revision(rater, number)
                })
                .collect();
            let standing = of_judgments(&all);
            let last = |all: &[Revision], standing: &[Standing]| {
                let mut last: Vec<_> = all
                    .iter()
                    .zip(standing)
                    .filter(|(_, standing)| standing.stands())
                    .map(|(revision, _)| (revision.rater, revision.purpose, revision.id))
                    .collect();
                last.sort();
                last
            };
            let found = last(&all, &standing);

            let mut assignments: Vec<_> = all.iter().map(|one| (one.rater, one.purpose)).collect();
            assignments.sort();
            assignments.dedup();
            let standing_of: Vec<_> = found.iter().map(|(rater, purpose, _)| (*rater, *purpose)).collect();
            prop_assert_eq!(standing_of, assignments);

            all.reverse();
            prop_assert_eq!(last(&all, &of_judgments(&all)), found);
        }
    }
}
