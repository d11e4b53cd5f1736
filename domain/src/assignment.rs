//! Assignments: which task comes next, and which of its slots a rater takes.

pub mod selection;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::{AssignmentId, TaskId};
use crate::project::Status;
use crate::random::{halves, mix};
use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// How many tasks a rater may hold at once: the one in front and those fetched ahead.
pub const MAX_HELD: i64 = 8;

/// The most assignments that a request may name: far more than a browser meets in one session.
pub const MAX_LISTED: usize = 1_000;

/// The most tasks that are counted for a rater.
pub const MOST_COUNTED: i64 = 1_000;

/// Why a rater has a task.
///
/// Stored as text without a check in the schema, so that a further purpose needs no migration.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Ordinary work: fills one of the task's slots.
    #[default]
    Work,
    /// The rater's own task a second time, to measure consistency.
    Repeat,
    /// A task with a known answer, to measure accuracy.
    Gold,
    /// Part of a test that raters take before they work.
    Qualification,
    /// The final decision on a task whose raters disagree.
    Adjudication,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Purpose; 5] = [
        Purpose::Work,
        Purpose::Repeat,
        Purpose::Gold,
        Purpose::Qualification,
        Purpose::Adjudication,
    ];

    /// The purpose's name in the database, the API and exports.
    pub fn name(self) -> &'static str {
        match self {
            Purpose::Work => "work",
            Purpose::Repeat => "repeat",
            Purpose::Gold => "gold",
            Purpose::Qualification => "qualification",
            Purpose::Adjudication => "adjudication",
        }
    }

    /// Whether an assignment of this purpose occupies one of the task's slots.
    pub fn takes_slot(self) -> bool {
        self == Purpose::Work
    }
}

/// Where an assignment is between its claim and its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AssignmentState {
    /// The rater has the task until the lease expires.
    Held,
    /// The rater has judged the task.
    Submitted,
    /// The rater has skipped the task, which is not offered to them again.
    Skipped,
    /// The lease expired, or the task was put back. The rater may get the task again.
    Released,
}

/// How much is left for a rater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Left {
    /// The tasks that are claimed and those that could be, at most 1,000.
    pub tasks: i64,
    /// Whether there may be more than were counted.
    pub more: bool,
}

impl Left {
    /// The count for a rater who could claim `ahead` tasks, holds `held`, and got `repeats` of them
    /// today.
    ///
    /// The number must not reveal which tasks are repeats, but a repeat takes nothing from the tasks
    /// ahead. Today's repeats are therefore subtracted. The number then stays the same at every claim
    /// and falls by one with every judgment. It is too low by the repeats of one day at most, and
    /// never 0 while something is left.
    pub fn of(ahead: i64, held: i64, repeats: i64) -> Self {
        let least = held + i64::from(ahead > 0);
        let tasks = if ahead > 0 { (ahead + held - repeats).max(least) } else { held };
        Self { tasks: tasks.min(MOST_COUNTED), more: tasks >= MOST_COUNTED }
    }
}

/// The state of a project for a rater who starts judging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outlook", rename_all = "snake_case")]
pub enum Outlook {
    /// There are tasks to judge.
    Tasks { left: Left },
    /// The project assigns nothing now.
    NotActive { status: Status },
    /// Nothing has been imported yet.
    Empty,
    /// Others are judging the rest. Tasks that they do not finish are free again at `until`.
    Waiting { until: Timestamp },
    /// This rater has judged or skipped all that needs judgments.
    Finished,
}

/// Checks the length of a list of assignments in the field `field`.
pub fn check_listed(field: &str, assignments: &[AssignmentId]) -> Result<()> {
    if assignments.len() <= MAX_LISTED {
        return Ok(());
    }
    Err(Error::invalid(field, Reason::TooManyAssignments { most: MAX_LISTED }))
}

/// Shuffles the tasks that a rater may take into the order in which to try them. Raters who come at
/// once then do not all reach for the same task.
pub fn choose(mut candidates: Vec<TaskId>, seed: u64) -> Vec<TaskId> {
    candidates.sort_by_key(|task| {
        let [high, low] = halves(task.0);
        mix(&[seed, high, low])
    });
    candidates
}

/// The lowest free slot of a task, from 1 to `wanted`. `None` if all are taken.
pub fn free_slot(taken: &[i32], wanted: i32) -> Option<i32> {
    (1..=wanted).find(|slot| !taken.contains(slot))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_purpose_has_one_name_everywhere_and_only_work_takes_a_slot() {
        for purpose in Purpose::ALL {
            assert_eq!(serde_json::to_value(purpose).unwrap(), purpose.name());
            assert_eq!(purpose.takes_slot(), purpose == Purpose::Work);
        }
    }

    #[test]
    fn raters_who_come_at_once_spread_over_the_tasks_ahead() {
        let candidates: Vec<_> = (0..16).map(|n| TaskId(Uuid::from_u128(n))).collect();

        let firsts: std::collections::HashSet<_> =
            (0..200).map(|seed| choose(candidates.clone(), seed)[0]).collect();

        assert_eq!(firsts.len(), 16);
    }

    #[test]
    fn what_is_left_moves_alike_for_a_repeat_and_for_any_other_task() {
        for ahead in [1, 2, 7, 999, 1_000, 1_200] {
            for held in 0..MAX_HELD {
                for repeats in [0, 1, 3, 40, 2_000] {
                    let before = Left::of(ahead, held, repeats);
                    let repeat_claimed = Left::of(ahead, held + 1, repeats + 1);
                    let fresh_claimed = Left::of(ahead - 1, held + 1, repeats);
                    if ahead > 1 {
                        assert_eq!(repeat_claimed, fresh_claimed, "{ahead} {held} {repeats}");
                    }
                    if before.tasks > held + 1 {
                        assert_eq!(before, repeat_claimed, "{ahead} {held} {repeats}");
                    }
                    assert!(before.tasks > held);
                }
            }
        }
        assert_eq!(Left::of(0, 2, 9), Left { tasks: 2, more: false });
        assert_eq!(Left::of(30, 2, 0), Left { tasks: 32, more: false });
        assert_eq!(Left::of(1_500, 2, 0), Left { tasks: MOST_COUNTED, more: true });
    }

    #[test]
    fn slots_are_filled_from_below_and_never_beyond_the_overlap() {
        assert_eq!(free_slot(&[], 3), Some(1));
        assert_eq!(free_slot(&[1, 3], 3), Some(2));
        assert_eq!(free_slot(&[1, 2, 3], 3), None);
    }
}
