//! Comparisons of two responses.

use super::winner::Outcome;

/// How a judgment compares two responses of its task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    pub outcome: Outcome,
    /// Which of the two (0 or 1) the rater saw before the other. `None` if one was not shown.
    pub shown_first: Option<usize>,
    /// How many ranks the second is below the first; negative if it is above. 0 unless ranked.
    pub rank_distance: i64,
}

impl Comparison {
    /// The same comparison with the two responses exchanged.
    pub fn mirrored(self) -> Self {
        Self {
            outcome: self.outcome.mirrored(),
            shown_first: self.shown_first.map(|side| 1 - side),
            rank_distance: -self.rank_distance,
        }
    }

    /// Whether the rater preferred the response that was shown first. `None` if neither was
    /// preferred, or one was not shown.
    pub fn prefers_shown_first(self) -> Option<bool> {
        Some(self.outcome.winner()? == self.shown_first?)
    }

    /// Combines several comparisons of the same two texts by one judgment, whose task holds a text
    /// twice. A preference wins unless it is contradicted. A contradiction is a tie.
    pub fn combined(comparisons: &[Self]) -> Option<Self> {
        let first = *comparisons.first()?;
        let with = |outcome: Outcome| {
            comparisons.iter().copied().find(|comparison| comparison.outcome == outcome)
        };
        Some(match (with(Outcome::First), with(Outcome::Second)) {
            (Some(preference), None) | (None, Some(preference)) => preference,
            (None, None) if comparisons.iter().all(|other| other.outcome == first.outcome) => first,
            _ => Self { outcome: Outcome::Tie, rank_distance: 0, ..first },
        })
    }
}
