//! Outcomes: judgments with the display order undone.
//!
//! A rater answers about the screen: side A, the response in the second column. These answers must
//! be translated to the task's own order before anything is counted. This module is the only place
//! that does so, for verdicts, grades, rankings, best and worst, ratings, criteria, passages, flags
//! and rewrites. Results, exports and repeats all start from [`Unblinded`].
//!
//! A *place* is where a response was shown; a *position* is where it is in the task. Both count
//! from 0.

mod comparison;
mod display_order;
mod label;
pub mod standing;
#[cfg(test)]
mod tests;
mod unblinded;

pub use self::comparison::Comparison;
pub use self::display_order::DisplayOrder;
pub use self::label::{Evidence, Label};
pub use self::standing::Standing;
pub use self::unblinded::{AsShown, RatedAs, Unblinded};

/// Which of two responses won, in the order of the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// The first response is better.
    First,
    /// The second response is better.
    Second,
    /// Neither is better.
    Tie,
    /// Neither is better, and both are bad.
    BothBad,
    /// Neither is better, and both are good.
    BothGood,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Outcome; 5] =
        [Outcome::First, Outcome::Second, Outcome::Tie, Outcome::BothBad, Outcome::BothGood];

    /// The categories of statistics, in the order of [`Outcome::category`]. Both bad and both good
    /// are ties there.
    pub const CATEGORIES: [Outcome; 3] = [Outcome::First, Outcome::Second, Outcome::Tie];

    /// The outcome in which the response at `position` (0 or 1) is better.
    pub fn won_by(position: usize) -> Self {
        if position == 0 { Outcome::First } else { Outcome::Second }
    }

    /// The position (0 or 1) of the better response. `None` if neither is better.
    pub fn winner(self) -> Option<usize> {
        match self {
            Outcome::First => Some(0),
            Outcome::Second => Some(1),
            Outcome::Tie | Outcome::BothBad | Outcome::BothGood => None,
        }
    }

    /// The outcome with the two responses exchanged.
    pub fn mirrored(self) -> Self {
        match self {
            Outcome::First => Outcome::Second,
            Outcome::Second => Outcome::First,
            same @ (Outcome::Tie | Outcome::BothBad | Outcome::BothGood) => same,
        }
    }

    /// The index of the outcome's category in [`Outcome::CATEGORIES`].
    pub fn category(self) -> usize {
        self.winner().unwrap_or(2)
    }

    /// Whether both responses are good or both are bad. `None` if the outcome does not say.
    pub fn both_are_good(self) -> Option<bool> {
        match self {
            Outcome::BothBad => Some(false),
            Outcome::BothGood => Some(true),
            Outcome::First | Outcome::Second | Outcome::Tie => None,
        }
    }
}
