//! Answers: what a rater says beside the verdict of a pair, or in its place.
//!
//! Responses go by their places as they were shown, from 0; [`Answers::undone`] turns that into
//! the task's own order.

mod check;
pub mod flag;
pub mod preferences;
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

    /// The same in the task's own order. `places` says for each response shown which place it has
    /// in the task; answers that do not fit it are left as they are.
    pub fn undone(&self, places: &[usize]) -> Answers {
        let place = |shown: u8| {
            let place = places.get(usize::from(shown)).copied();
            place.and_then(|place| u8::try_from(place).ok()).unwrap_or(shown)
        };
        let criteria =
            self.criteria.iter().map(|(key, answer)| (key.clone(), answer.undone(places)));
        Answers {
            ranking: in_order(&self.ranking, places),
            best: self.best.map(place),
            worst: self.worst.map(place),
            rating: self.rating,
            criteria: criteria.collect(),
            confidence: self.confidence,
            flags: self.flags.iter().map(|flag| flag.undone(place)).collect(),
            flag_comment: self.flag_comment.clone(),
            spans: self.spans.iter().map(|span| span.undone(place)).collect(),
            rewrite: self
                .rewrite
                .as_ref()
                .map(|rewrite| Rewrite { of: rewrite.of.map(place), text: rewrite.text.clone() }),
        }
    }
}

impl Answer {
    fn undone(&self, places: &[usize]) -> Answer {
        match self {
            Answer::Grade(grade) if places.first() != Some(&0) => Answer::Grade(-grade),
            Answer::Grade(grade) => Answer::Grade(*grade),
            Answer::Levels(levels) => Answer::Levels(in_order(levels, places)),
            Answer::Choices(chosen) => Answer::Choices(chosen.clone()),
        }
    }
}

fn in_order<T: Clone>(shown: &[T], places: &[usize]) -> Vec<T> {
    let mut placed: Vec<(usize, T)> = places.iter().copied().zip(shown.iter().cloned()).collect();
    if placed.len() != shown.len() {
        return shown.to_vec();
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, value)| value).collect()
}
