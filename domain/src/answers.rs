//! Answers: what a rater says beside the verdict of a pair, or in its place.
//!
//! Answers name responses by the places at which they were shown, from 0. See
//! [`Unblinded`](crate::outcome::Unblinded) for the same in the task's own order.

mod check;
pub mod flag;
pub mod rewrite;
pub mod span;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::flag::Flag;
pub use self::rewrite::Rewrite;
pub use self::span::{Mark, Span};

/// All that was said but the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Answers {
    /// Of a ranking: the rank of each response, in the order in which they are shown. 1 is the
    /// best; those that share a rank are tied, and no rank below the last is left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ranking: Vec<u8>,
    /// Of best and worst: the place of the best response, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<u8>,
    /// The place of the worst response, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst: Option<u8>,
    /// Of a rating: the level of the response; 1 is the worst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    /// By the keys of the criteria.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub criteria: BTreeMap<String, Answer>,
    /// How sure the rater is: 1 a little, 2 fairly, 3 very.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// What is wrong with the task or with a response.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// What there is to say about the flags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag_comment: Option<String>,
    /// Passages of the responses, and what is good or bad about them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<Span>,
    /// A better response in the rater's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rewrite: Option<Rewrite>,
}

/// The answer to a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Pairwise: how much better, negative where A is.
    Grade(i32),
    /// The level of each response, in the order in which they are shown; none where left open.
    Levels(Vec<Option<u8>>),
    /// The keys of what was chosen.
    Choices(Vec<String>),
}

impl Answers {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
