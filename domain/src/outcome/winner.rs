//! Who won: the one enumeration of what a comparison can say.

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
