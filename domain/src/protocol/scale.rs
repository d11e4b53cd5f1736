//! Scales: the points between «A much better» and «B much better».

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// The points between «A much better» and «B much better».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Scale {
    /// How many points, 2 to 9; an odd number has a tie in the middle.
    pub points: u8,
    /// Whether «both bad» may be said instead.
    pub both_bad: bool,
    /// Whether «both good» may be said instead.
    #[serde(default)]
    pub both_good: bool,
}

impl Scale {
    /// Every number of points that a scale may have.
    pub const POINTS: std::ops::RangeInclusive<u8> = 2..=9;

    /// Checks the number of points.
    pub fn check(self) -> Result<()> {
        if Self::POINTS.contains(&self.points) {
            return Ok(());
        }
        Err(Error::invalid("points", "a scale must have 2 to 9 points"))
    }

    /// The grades of the points from left to right: negative where A is better, 0 a tie.
    pub fn grades(self) -> Vec<i32> {
        let side = i32::from(self.points / 2);
        (-side..=side).filter(|grade| *grade != 0 || self.points % 2 == 1).collect()
    }

    /// What the scale is used for where preferences are collected; empty for the uncommon ones.
    pub fn known_from(points: u8) -> &'static str {
        match points {
            2 => "one is always better",
            3 => "as in Chatbot Arena, with both bad",
            7 => "as in HelpSteer3",
            8 => "four degrees and no tie, as in Llama 2 and Anthropic HH",
            9 => "as in summarize-from-feedback",
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_as_many_grades_as_points() {
        for points in Scale::POINTS {
            let grades = Scale { points, both_bad: false, both_good: false }.grades();

            assert_eq!(grades.len(), usize::from(points));
            assert_eq!(grades.contains(&0), points % 2 == 1);
            assert_eq!(grades.iter().sum::<i32>(), 0);
        }
    }

    #[test]
    fn a_scale_has_two_to_nine_points() {
        for (points, accepted) in [(0, false), (1, false), (2, true), (9, true), (10, false)] {
            let scale = Scale { points, both_bad: true, both_good: false };

            assert_eq!(scale.check().is_ok(), accepted, "{points}");
        }
    }
}
