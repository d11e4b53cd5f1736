//! What a protocol asks.

use std::ops::RangeInclusive;

use super::criterion::{Criterion, Named, check_named};
use super::question::Question;
use super::scale::Scale;
use crate::error::{Error, Result};
use crate::rationale::{Ask, Rationale};
use crate::reason::Reason;

/// The most criteria that a protocol may have.
pub const MAX_CRITERIA: usize = 20;

/// The points of confidence: a little, fairly, very sure.
pub const CONFIDENCE: RangeInclusive<u8> = 1..=3;

/// What raters are asked about a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protocol {
    /// What the judgment is for; asked after the criteria.
    pub question: Question,
    /// What is asked beside it, in this order.
    pub criteria: Vec<Criterion>,
    /// Whether raters are asked why.
    pub rationale: Rationale,
    /// Whether raters may or must write a better response.
    pub rewrite: Ask,
    /// Whether raters may say how sure they are.
    pub confidence: bool,
    /// Whether raters may mark passages of the responses.
    pub spans: bool,
    /// For what reasons a task or a response may be flagged; none where it may not.
    pub flags: Vec<Named>,
}

impl Protocol {
    /// A protocol that asks one question and nothing beside it; the standard flags are offered.
    pub fn of(question: Question) -> Self {
        Self {
            question,
            criteria: Vec::new(),
            rationale: Rationale::default(),
            rewrite: Ask::Off,
            confidence: false,
            spans: false,
            flags: standard_flags(),
        }
    }

    /// The scale of a pair question; none of the others has one.
    pub fn scale(&self) -> Option<Scale> {
        match self.question {
            Question::Pair { scale } => Some(scale),
            Question::Ranking { .. } | Question::BestWorst | Question::Rating { .. } => None,
        }
    }

    /// The criterion with this key.
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.key == key)
    }

    /// Checks that the protocol can be judged by.
    pub fn check(&self) -> Result<()> {
        match &self.question {
            Question::Pair { scale } => scale.check()?,
            Question::Rating { levels } => levels.check("levels")?,
            Question::Ranking { .. } | Question::BestWorst => {}
        }
        if self.criteria.len() > MAX_CRITERIA {
            return Err(Error::invalid("criteria", Reason::TooManyCriteria { most: MAX_CRITERIA }));
        }
        for (n, criterion) in self.criteria.iter().enumerate() {
            criterion.check(n, &self.question)?;
            if self.criteria[..n].iter().any(|earlier| earlier.key == criterion.key) {
                let reason = Reason::DuplicateKey { key: criterion.key.clone() };
                return Err(Error::invalid(format!("criteria[{n}].key"), reason));
            }
        }
        check_named("flags", &self.flags, 0)?;
        self.rationale.check()
    }
}

impl Default for Protocol {
    /// Seven points from "A much better" over a tie to "B much better", and "both bad"; nothing
    /// beside it but
    /// the standard flags.
    fn default() -> Self {
        let scale = Scale { points: 7, both_bad: true, both_good: false };
        Self::of(Question::Pair { scale })
    }
}

/// The reasons that are offered unless a project has its own.
fn standard_flags() -> Vec<Named> {
    [
        ("unsafe", "Unsafe or harmful"),
        ("personal_data", "Personal data"),
        ("broken", "Broken or cut off"),
        ("wrong_language", "Wrong language"),
        ("identity_leak", "Says which model it is"),
    ]
    .map(|(key, name)| Named { key: key.to_owned(), name: name.to_owned() })
    .to_vec()
}
