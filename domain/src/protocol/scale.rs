//! Scales: the points between "A much better" and "B much better".

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::reason::Reason;

/// The points between "A much better" and "B much better".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Scale {
    /// How many points, 2 to 9; an odd number has a tie in the middle.
    pub points: u8,
    /// Whether "both bad" may be said instead.
    pub both_bad: bool,
    /// Whether "both good" may be said instead.
    #[serde(default)]
    pub both_good: bool,
}

impl Scale {
    /// Scales under the names of what they are known from: L. Zheng et al., "Judging LLM-as-a-judge
    /// with MT-Bench and Chatbot Arena" (2023); H. Touvron et al., "Llama 2" (2023), four degrees of
    /// better and no tie; Z. Wang et al., "HelpSteer3-Preference" (2025), -3 to 3; Y. Bai et al.,
    /// "Training a helpful and harmless assistant" (2022), A to H; N. Stiennon et al., "Learning to
    /// summarize from human feedback" (2020), 1 to 9.
    pub const PRESETS: [(&'static str, Self); 5] = [
        ("Chatbot Arena", Self { points: 3, both_bad: true, both_good: false }),
        ("Llama 2", Self { points: 8, both_bad: false, both_good: false }),
        ("HelpSteer3", Self { points: 7, both_bad: false, both_good: false }),
        ("Anthropic HH", Self { points: 8, both_bad: false, both_good: false }),
        ("summarize-from-feedback", Self { points: 9, both_bad: false, both_good: false }),
    ];

    /// Every number of points that a scale may have.
    pub const POINTS: std::ops::RangeInclusive<u8> = 2..=9;

    /// Checks the number of points.
    pub fn check(self) -> Result<()> {
        if Self::POINTS.contains(&self.points) {
            return Ok(());
        }
        Err(Error::invalid("points", Reason::ScalePointsOutOfRange))
    }

    /// The grades of the points from left to right: negative where A is better, 0 a tie.
    pub fn grades(self) -> Vec<i32> {
        let side = i32::from(self.points / 2);
        (-side..=side).filter(|grade| *grade != 0 || self.points % 2 == 1).collect()
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
    fn known_scales_can_be_judged_by() {
        for (name, scale) in Scale::PRESETS {
            assert!(scale.check().is_ok(), "{name}");
            assert_eq!(scale.grades().contains(&0), !["Llama 2", "Anthropic HH"].contains(&name));
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
