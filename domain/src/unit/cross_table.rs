//! Two raters' outcomes on the tasks they share, counted against each other.

use crate::outcome::Outcome;

/// How often an outcome of one rater met an outcome of another on the same task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CrossTable {
    /// Rows are the first rater's outcomes, columns the second's, in the order of [`Outcome::CATEGORIES`].
    pub cells: [[i64; 3]; 3],
}

impl CrossTable {
    /// Counts one more shared task.
    pub fn add(&mut self, first: Outcome, second: Outcome) {
        self.cells[first.category()][second.category()] += 1;
    }

    /// How many tasks the two share.
    pub fn total(&self) -> i64 {
        self.cells.iter().flatten().sum()
    }

    /// On how many of them the two agree.
    pub fn agreeing(&self) -> i64 {
        (0..3).map(|category| self.cells[category][category]).sum()
    }

    /// How often the first rater chose the category at this place.
    pub fn row(&self, category: usize) -> i64 {
        self.cells[category].iter().sum()
    }

    /// How often the second rater chose the category at this place.
    pub fn column(&self, category: usize) -> i64 {
        self.cells.iter().map(|row| row[category]).sum()
    }

    /// The table together with its mirror image: every task also with its sides exchanged.
    pub fn stacked(&self) -> Self {
        let mut stacked = *self;
        for first in Outcome::CATEGORIES {
            for second in Outcome::CATEGORIES {
                let count = self.cells[first.category()][second.category()];
                stacked.cells[first.mirrored().category()][second.mirrored().category()] += count;
            }
        }
        stacked
    }
}

impl FromIterator<(Outcome, Outcome)> for CrossTable {
    fn from_iter<I: IntoIterator<Item = (Outcome, Outcome)>>(outcomes: I) -> Self {
        let mut table = Self::default();
        outcomes.into_iter().for_each(|(first, second)| table.add(first, second));
        table
    }
}
