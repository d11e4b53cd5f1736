//! A verdict as it is chosen on the bar: a point of the scale, both bad or both good.

use std::fmt;

use crate::language::common;
use domain::judgment::Verdict;
use domain::keys::{Command, Keys};
use domain::protocol::Scale;
use serde::{Deserialize, Serialize};

/// What the rater chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// A point of the scale: negative where A is better.
    Grade(i32),
    BothBad,
    BothGood,
}

impl Choice {
    /// All that a scale offers, from left to right; what is said of both comes last.
    pub fn all(scale: Scale) -> Vec<Choice> {
        let both_good = scale.both_good.then_some(Choice::BothGood);
        let both_bad = scale.both_bad.then_some(Choice::BothBad);
        let grades = scale.grades().into_iter().map(Choice::Grade);
        grades.chain(both_good).chain(both_bad).collect()
    }

    /// What a judgment chose; none for a grade that is missing.
    pub fn of(verdict: Option<Verdict>, grade: Option<i32>) -> Option<Choice> {
        match verdict {
            Some(Verdict::BothBad) => Some(Choice::BothBad),
            Some(Verdict::BothGood) => Some(Choice::BothGood),
            Some(Verdict::A | Verdict::B | Verdict::Tie) | None => grade.map(Choice::Grade),
        }
    }

    /// The choice as a verdict.
    pub fn verdict(self) -> Verdict {
        match self {
            Choice::Grade(grade) => Verdict::of_grade(grade),
            Choice::BothBad => Verdict::BothBad,
            Choice::BothGood => Verdict::BothGood,
        }
    }

    /// The grade; none for what is said of both.
    pub fn grade(self) -> Option<i32> {
        match self {
            Choice::Grade(grade) => Some(grade),
            Choice::BothBad | Choice::BothGood => None,
        }
    }

    /// The choice in words.
    pub fn label(self, scale: Scale) -> String {
        match self {
            Choice::Grade(grade) => grade_label(scale, grade),
            Choice::BothBad => common::both_bad().to_owned(),
            Choice::BothGood => common::both_good().to_owned(),
        }
    }

    /// The key that drafts the choice, as it is printed on it; `n` is its place on the scale,
    /// from 0.
    pub fn key(self, n: usize, keys: Keys) -> String {
        match self {
            Choice::Grade(_) => (n + 1).to_string(),
            Choice::BothBad => keys.printed(Command::BothBad).to_owned(),
            Choice::BothGood => keys.printed(Command::BothGood).to_owned(),
        }
    }
}

impl fmt::Display for Choice {
    /// The value in the form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Choice::Grade(grade) => grade.fmt(f),
            Choice::BothBad => f.write_str("both_bad"),
            Choice::BothGood => f.write_str("both_good"),
        }
    }
}

/// The label of a grade on a scale.
pub fn grade_label(scale: Scale, grade: i32) -> String {
    let side = match grade {
        ..0 => "A",
        0 => return common::grade_tie().to_owned(),
        1.. => "B",
    };
    match (scale.points / 2, grade.unsigned_abs()) {
        (2, 2) | (3, 3) | (4, 4) => common::grade_much(side),
        (2 | 3, 1) | (4, 2) => common::grade_slightly(side),
        (4, 1) => common::grade_barely(side),
        _ => common::grade_better(side),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_both_stands_apart_and_has_no_grade() {
        let scale = Scale { points: 2, both_bad: true, both_good: true };

        assert_eq!(Choice::all(scale)[2..], [Choice::BothGood, Choice::BothBad]);
        assert_eq!(Choice::BothBad.grade(), None);
        assert_eq!(Choice::BothGood.verdict(), Verdict::BothGood);
        assert_eq!(Choice::BothBad.to_string(), "both_bad");
    }
}
