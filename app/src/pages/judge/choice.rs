//! A verdict as it is chosen on the bar: a point of the scale, or both bad.

use std::fmt;

use domain::judgment::Verdict;
use domain::project::Scale;

/// What the rater chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A point of the scale: negative where A is better.
    Grade(i32),
    BothBad,
}

impl Choice {
    /// All that a scale offers, from left to right; both bad comes last.
    pub fn all(scale: Scale) -> Vec<Choice> {
        let both_bad = scale.both_bad.then_some(Choice::BothBad);
        scale.grades().into_iter().map(Choice::Grade).chain(both_bad).collect()
    }

    /// The choice as a verdict.
    pub fn verdict(self) -> Verdict {
        match self {
            Choice::Grade(grade) => Verdict::of_grade(grade),
            Choice::BothBad => Verdict::BothBad,
        }
    }

    /// The grade; none for both bad.
    pub fn grade(self) -> Option<i32> {
        match self {
            Choice::Grade(grade) => Some(grade),
            Choice::BothBad => None,
        }
    }

    /// The choice in words.
    pub fn label(self, scale: Scale) -> String {
        let Choice::Grade(grade) = self else { return "Both bad".to_owned() };
        let side = match grade {
            ..0 => "A",
            0 => return "Tie".to_owned(),
            1.. => "B",
        };
        let strongest = u32::from(scale.points / 2);
        let degree = match grade.unsigned_abs() {
            degree if degree == strongest && strongest > 1 => " much",
            1 if strongest > 1 => " slightly",
            _ => "",
        };
        format!("{side}{degree} better")
    }
}

impl fmt::Display for Choice {
    /// The value in the form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Choice::Grade(grade) => grade.fmt(f),
            Choice::BothBad => f.write_str("both_bad"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(points: u8) -> Vec<String> {
        let scale = Scale { points, both_bad: false };
        Choice::all(scale).into_iter().map(|choice| choice.label(scale)).collect()
    }

    #[test]
    fn every_scale_has_words() {
        assert_eq!(labels(2), ["A better", "B better"]);
        assert_eq!(labels(3), ["A better", "Tie", "B better"]);
        assert_eq!(
            labels(7),
            [
                "A much better",
                "A better",
                "A slightly better",
                "Tie",
                "B slightly better",
                "B better",
                "B much better",
            ]
        );
    }

    #[test]
    fn both_bad_stands_apart_and_has_no_grade() {
        let scale = Scale { points: 2, both_bad: true };

        assert_eq!(Choice::all(scale).last(), Some(&Choice::BothBad));
        assert_eq!(Choice::BothBad.grade(), None);
        assert_eq!(Choice::BothBad.to_string(), "both_bad");
    }
}
