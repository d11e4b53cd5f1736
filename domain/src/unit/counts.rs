//! Votes on one task, counted by outcome.

use crate::outcome::Outcome;

/// How many votes each outcome of a unit has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub first: i64,
    pub second: i64,
    pub tie: i64,
    /// How many of the ties say that both responses are bad.
    pub both_bad: i64,
    /// How many of the ties say that both responses are good.
    pub both_good: i64,
}

impl Counts {
    /// Counts one more vote.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome.winner() {
            Some(0) => self.first += 1,
            Some(_) => self.second += 1,
            None => self.tie += 1,
        }
        self.both_bad += i64::from(outcome == Outcome::BothBad);
        self.both_good += i64::from(outcome == Outcome::BothGood);
    }

    /// How many votes there are.
    pub fn total(&self) -> i64 {
        self.first + self.second + self.tie
    }

    /// How many votes there are for an outcome. Ties include both bad and both good.
    pub fn of(&self, outcome: Outcome) -> i64 {
        match outcome {
            Outcome::First => self.first,
            Outcome::Second => self.second,
            Outcome::Tie => self.tie,
            Outcome::BothBad => self.both_bad,
            Outcome::BothGood => self.both_good,
        }
    }

    /// The same votes without the ties.
    pub fn without_ties(self) -> Self {
        Self { tie: 0, both_bad: 0, both_good: 0, ..self }
    }

    /// The same votes with the two responses exchanged.
    pub fn mirrored(self) -> Self {
        Self { first: self.second, second: self.first, ..self }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.first += other.first;
        self.second += other.second;
        self.tie += other.tie;
        self.both_bad += other.both_bad;
        self.both_good += other.both_good;
    }
}
