//! How far a project has come: one count for every page and the API.

use serde::{Deserialize, Serialize};

/// Tasks of a project that stand alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct TaskGroup {
    /// How many tasks these are.
    pub tasks: i64,
    /// The judgments wanted of each.
    pub wanted: i64,
    /// The judgments of each that count.
    pub counted: i64,
    /// The members who have judged or skipped each.
    pub decided: i64,
    /// The skips of each that were not taken back.
    pub skips: i64,
    /// The raters who have each in front of them now.
    pub held: i64,
}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Progress {
    pub tasks: i64,
    /// Tasks with all the judgments that are wanted of them.
    pub tasks_complete: i64,
    /// The judgments wanted of all tasks.
    pub judgments_wanted: i64,
    /// Judgments that fill what is wanted: of each task at most as many as it wants.
    pub judgments: i64,
    /// Judgments beyond that, as after a task's number was lowered.
    pub surplus: i64,
    pub skips: i64,
    /// Tasks that raters have in front of them now.
    pub held: i64,
    /// Incomplete tasks that every member has judged or skipped, so that nobody is left to judge
    /// them.
    pub tasks_stuck: i64,
    /// Tasks that were retired, which are in no other number.
    pub tasks_retired: i64,
    /// How many more members are needed so that every task can be completed.
    pub raters_missing: i64,
}

/// What is true of a project as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// There are no tasks.
    Empty,
    /// Somebody can judge some task.
    Open,
    /// Tasks are incomplete, and no member is left to judge any of them.
    Stuck,
    /// Every task is complete.
    Finished,
}

impl Progress {
    /// The progress of a project with these tasks and so many `members` who can judge.
    pub fn of(members: i64, groups: &[TaskGroup]) -> Self {
        let mut progress = Self::default();
        for group in groups {
            let TaskGroup { tasks, wanted, counted, decided, skips, held } = *group;
            let could_judge = (members - decided).max(0);
            let missing = wanted - counted;
            progress.tasks += tasks;
            progress.judgments_wanted += tasks * wanted;
            progress.judgments += tasks * counted.min(wanted);
            progress.surplus += tasks * (counted - wanted).max(0);
            progress.skips += tasks * skips;
            progress.held += tasks * held;
            if missing <= 0 {
                progress.tasks_complete += tasks;
            } else if could_judge == 0 {
                progress.tasks_stuck += tasks;
            }
            progress.raters_missing = progress.raters_missing.max(missing - could_judge);
        }
        progress
    }

    /// The judgments that are still wanted.
    pub fn left(&self) -> i64 {
        self.judgments_wanted - self.judgments
    }

    /// What is done, in whole percent; 100 only when all is.
    pub fn percent(&self) -> i64 {
        (100 * self.judgments).checked_div(self.judgments_wanted).unwrap_or(0)
    }

    pub fn stage(&self) -> Stage {
        let incomplete = self.tasks - self.tasks_complete;
        match () {
            () if self.tasks == 0 => Stage::Empty,
            () if incomplete == 0 => Stage::Finished,
            () if incomplete == self.tasks_stuck => Stage::Stuck,
            () => Stage::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tasks that want so many judgments, with how many they have and how many members decided.
    fn group(tasks: i64, wanted: i64, counted: i64, decided: i64) -> TaskGroup {
        TaskGroup { tasks, wanted, counted, decided, skips: decided - counted, held: 0 }
    }

    #[test]
    fn a_lowered_overlap_leaves_a_surplus_and_never_more_than_all() {
        // Ten tasks were judged three times, and 483 not at all; now one judgment is enough.
        let progress = Progress::of(5, &[group(10, 1, 3, 3), group(483, 1, 0, 0)]);

        assert_eq!(
            (progress.judgments, progress.judgments_wanted, progress.surplus),
            (10, 493, 20)
        );
        assert_eq!((progress.percent(), progress.left()), (2, 483));
        assert_eq!((progress.tasks_complete, progress.stage()), (10, Stage::Open));
    }

    #[test]
    fn nobody_is_left_for_a_task_that_all_have_judged_or_skipped() {
        let stage = |groups: &[TaskGroup]| Progress::of(3, groups).stage();

        assert_eq!(stage(&[]), Stage::Empty);
        assert_eq!(stage(&[group(4, 2, 2, 2)]), Stage::Finished);
        assert_eq!(stage(&[group(4, 2, 2, 2), group(1, 2, 1, 3)]), Stage::Stuck);
        assert_eq!(stage(&[group(1, 2, 0, 3), group(1, 2, 1, 2)]), Stage::Open);
        let short = Progress::of(3, &[group(1, 5, 0, 0)]);
        assert_eq!((short.raters_missing, short.tasks_stuck, short.stage()), (2, 0, Stage::Open));
        assert_eq!(Progress::of(3, &[group(4, 2, 2, 3)]).raters_missing, 0);
    }

    #[test]
    fn every_task_has_its_own_number_of_judgments() {
        let progress = Progress::of(4, &[group(3, 1, 1, 1), group(2, 3, 1, 1), group(1, 5, 4, 4)]);

        assert_eq!((progress.judgments, progress.judgments_wanted), (9, 14));
        assert_eq!((progress.tasks_complete, progress.tasks_stuck), (3, 1));
        assert_eq!(progress.raters_missing, 1);
    }

    #[test]
    fn a_hundred_percent_is_said_of_nothing_but_all() {
        let progress = Progress::of(9, &[group(9_999, 1, 1, 1), group(1, 1, 0, 0)]);

        assert_eq!(progress.percent(), 99);
        assert_eq!(Progress::of(9, &[]).percent(), 0);
    }
}
