//! The overall question of a protocol.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::levels::Levels;
use super::scale::Scale;

/// The overall question of a protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Two responses: which is better, and by how much.
    Pair { scale: Scale },
    /// Two to nine responses, from the best to the worst.
    Ranking {
        /// Whether several may share a rank.
        ties: bool,
    },
    /// Three to nine responses: the best one and the worst one.
    BestWorst,
    /// One response: how good it is.
    Rating { levels: Levels },
}

impl Question {
    /// Whether responses may share a rank.
    pub fn takes_ties(&self) -> bool {
        matches!(self, Question::Ranking { ties: true })
    }
}

/// Which question a protocol asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Pair,
    Ranking,
    BestWorst,
    Rating,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Kind; 4] = [Kind::Pair, Kind::Ranking, Kind::BestWorst, Kind::Rating];

    /// The kind's name, as in the database and the API.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Pair => "pair",
            Kind::Ranking => "ranking",
            Kind::BestWorst => "best_worst",
            Kind::Rating => "rating",
        }
    }

    /// How many responses a task has.
    pub fn responses(self) -> RangeInclusive<usize> {
        match self {
            Kind::Pair => 2..=2,
            Kind::Ranking => 2..=9,
            Kind::BestWorst => 3..=9,
            Kind::Rating => 1..=1,
        }
    }

    /// The same in words, for "expected … responses".
    pub fn responses_in_words(self) -> &'static str {
        match self {
            Kind::Pair => "exactly two responses",
            Kind::Ranking => "two to nine responses",
            Kind::BestWorst => "three to nine responses",
            Kind::Rating => "exactly one response",
        }
    }
}

impl Question {
    /// The kind of the question.
    pub fn kind(&self) -> Kind {
        match self {
            Question::Pair { .. } => Kind::Pair,
            Question::Ranking { .. } => Kind::Ranking,
            Question::BestWorst => Kind::BestWorst,
            Question::Rating { .. } => Kind::Rating,
        }
    }
}
