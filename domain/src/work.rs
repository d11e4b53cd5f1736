//! What somebody has done in all their projects, for their own eyes.

use serde::{Deserialize, Serialize};

use crate::agreement::interval::{Interval, wilson};
use crate::error::{Error, Result};
use crate::id::ProjectId;
use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// How many days [`Work::days`] has, today the last.
pub const DAYS: i64 = 14;

/// How many tasks have to be met again before anything is said about it, and before anything more
/// is.
pub const FEWEST_REPEATS: i64 = 5;

/// The farthest that a clock is from UTC, in minutes.
const FARTHEST: i32 = 14 * 60;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

/// What somebody has done. A corrected judgment counts once, when it was first made; skips do not
/// count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Work {
    /// The last 14 days, the oldest first.
    pub days: Vec<Day>,
    /// The projects in which something was judged, in the order of their ids.
    pub projects: Vec<ProjectWork>,
}

/// The judgments of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Day {
    /// As in `2026-03-01`, by the clock that was asked for.
    pub date: String,
    pub judgments: i64,
}

/// What somebody has done in one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProjectWork {
    pub project_id: ProjectId,
    /// In all.
    pub judgments: i64,
    /// Since midnight by the clock that was asked for.
    pub judgments_today: i64,
    /// How long tasks were in sight before they were judged, in milliseconds, in all.
    pub active_ms: i64,
    /// The newest version of the guidelines that one of the judgments was made under.
    pub guideline_version: i32,
    /// The newest version that there is.
    pub newest_guideline_version: i32,
    /// Of the last tasks that were met a second time, those whose two judgments can be compared.
    /// Moves once a day and in steps of [`FEWEST_REPEATS`], so that it does not tell which tasks
    /// were repeats.
    #[cfg_attr(feature = "sqlx", sqlx(default))]
    pub repeats: i64,
    /// Of these, those that were judged alike both times: see
    /// [`repeat::agree`](crate::repeat::agree).
    #[cfg_attr(feature = "sqlx", sqlx(default))]
    pub repeats_alike: i64,
}

impl ProjectWork {
    /// Whether the guidelines have changed since the last judgment.
    pub fn has_new_guidelines(&self) -> bool {
        self.guideline_version < self.newest_guideline_version
    }

    /// The share of tasks that are judged alike when they are met again, with the interval in
    /// which it lies (Wilson, 95 %); none before there are [`FEWEST_REPEATS`].
    pub fn consistency(&self) -> Option<(f64, Interval)> {
        if self.repeats < FEWEST_REPEATS {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "at most a few hundred")]
        let (alike, all) = (self.repeats_alike as f64, self.repeats as f64);
        Some((alike / all, wilson(alike, self.repeats)?))
    }
}

/// The repeats of one project that its rater is told of: the oldest, as many as fill whole steps of
/// [`FEWEST_REPEATS`]. `oldest_first` says of each whether it was judged alike.
pub fn told_repeats(oldest_first: &[bool]) -> &[bool] {
    let step = usize::try_from(FEWEST_REPEATS).expect("a small number");
    &oldest_first[..oldest_first.len() / step * step]
}

/// A clock that is so many minutes ahead of UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock(i32);

impl Clock {
    /// A clock so many minutes ahead of UTC, or behind it where they are negative.
    ///
    /// # Errors
    ///
    /// Where no clock on earth is that far from UTC.
    pub fn ahead_by(minutes: i32) -> Result<Self> {
        if (-FARTHEST..=FARTHEST).contains(&minutes) {
            return Ok(Self(minutes));
        }
        Err(Error::invalid("utc_offset", Reason::Between { least: -840, most: 840 }))
    }

    /// How far it is ahead, in microseconds.
    pub fn micros(self) -> i64 {
        i64::from(self.0) * 60 * 1_000_000
    }

    /// The day of a point in time, counted from the first of 1970.
    pub fn day(self, at: Timestamp) -> i64 {
        (at.micros() + self.micros()).div_euclid(DAY_MICROS)
    }

    /// When a day begins.
    pub fn midnight(self, day: i64) -> Timestamp {
        Timestamp::from_micros(day * DAY_MICROS - self.micros())
    }
}

/// The days up to `today`, each with its number of judgments; none is left out.
pub fn days(today: i64, counts: &[(i64, i64)]) -> Vec<Day> {
    let day = |day: i64| Day {
        date: Timestamp::from_micros(day * DAY_MICROS).day(),
        judgments: counts.iter().filter(|(known, _)| *known == day).map(|(_, count)| count).sum(),
    };
    (today - DAYS + 1..=today).map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 60 * 60 * 1_000_000;

    #[test]
    fn a_day_begins_at_midnight_of_the_clock() {
        let evening = Timestamp::from_micros(DAY_MICROS - HOUR);
        let [utc, east, west] = [0, 120, -300].map(|minutes| Clock::ahead_by(minutes).unwrap());

        assert_eq!([utc, east, west].map(|clock| clock.day(evening)), [0, 1, 0]);
        assert_eq!(east.midnight(1).micros(), DAY_MICROS - 2 * HOUR);
        assert_eq!(east.day(east.midnight(1)), 1);
        assert_eq!(west.day(Timestamp::from_micros(HOUR)), -1);
    }

    #[test]
    fn no_clock_is_farther_from_utc_than_fourteen_hours() {
        for (minutes, accepted) in [(840, true), (-840, true), (841, false), (i32::MIN + 1, false)]
        {
            assert_eq!(Clock::ahead_by(minutes).is_ok(), accepted, "{minutes}");
        }
    }

    #[test]
    fn one_more_repeat_is_not_told() {
        let repeats = [true, false, true, true, true, false];

        assert_eq!(told_repeats(&repeats[..4]), [true; 0]);
        assert_eq!(told_repeats(&repeats), &repeats[..5]);
    }

    #[test]
    fn days_without_judgments_are_there() {
        let days = days(20_000, &[(20_000, 3), (19_990, 1), (19_000, 9)]);

        assert_eq!(days.len(), 14);
        assert_eq!(days[13], Day { date: "2024-10-04".into(), judgments: 3 });
        assert_eq!(days[3].judgments, 1);
        assert_eq!(days.iter().map(|day| day.judgments).sum::<i64>(), 4);
    }
}
