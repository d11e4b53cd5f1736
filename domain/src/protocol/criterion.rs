//! Criteria: one question each, asked beside the overall one.

use serde::{Deserialize, Serialize};

use super::levels::Levels;
use super::question::Question;
use super::scale::Scale;
use crate::error::{Error, Result};
use crate::reason::Reason;
use crate::text::check_nul;
use crate::verdict::Verdict;

/// The longest key, in characters.
const MAX_KEY: usize = 40;

/// The longest name, in characters.
const MAX_NAME: usize = 200;

/// The longest help text, in characters.
const MAX_HELP: usize = 1_000;

/// The most choices of a list: as many as there are digits on a keyboard.
pub const MAX_CHOICES: usize = 9;

/// One question asked about a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Names the answers, in exports a column: a small letter, then small letters, digits and
    /// underscores, 40 at most.
    pub key: String,
    /// As raters read it.
    pub name: String,
    /// What is meant, in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// Whether a judgment without an answer is refused.
    #[serde(default)]
    pub required: bool,
    pub form: Form,
    /// Of a pair: asked only after one of these verdicts; always asked where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Verdict>,
}

/// How a criterion is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Of a pair: which response is better in this respect, on a scale of so many points.
    Pairwise { points: u8 },
    /// Of each response: how good it is in this respect.
    Levels(Levels),
    /// Of the task: one or several from a list.
    Choices(Choices),
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// 2 to 9 of them.
    pub list: Vec<Named>,
    /// Whether more than one may be chosen.
    #[serde(default)]
    pub several: bool,
}

/// Something with a key for programs and a name for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub key: String,
    pub name: String,
}

impl Criterion {
    /// Whether it is asked after this verdict; none while there is no verdict.
    pub fn is_asked_after(&self, verdict: Option<Verdict>) -> bool {
        self.when.is_empty() || verdict.is_some_and(|verdict| self.when.contains(&verdict))
    }

    /// The scale of a pairwise criterion.
    pub fn scale(&self) -> Option<Scale> {
        match self.form {
            Form::Pairwise { points } => Some(Scale { points, both_bad: false, both_good: false }),
            Form::Levels(_) | Form::Choices(_) => None,
        }
    }

    /// Checks the criterion number `n` of a protocol with this question.
    pub(super) fn check(&self, n: usize, question: &Question) -> Result<()> {
        let field = |name: &str| format!("criteria[{n}].{name}");
        check_key(&field("key"), &self.key)?;
        check_text(&field("name"), &self.name, 1, MAX_NAME)?;
        check_text(&field("help"), &self.help, 0, MAX_HELP)?;
        let is_pair = matches!(question, Question::Pair { .. });
        match &self.form {
            Form::Pairwise { .. } if !is_pair => {
                return Err(Error::invalid(field("form"), Reason::OnlyPairsCompare));
            }
            Form::Pairwise { points } => {
                if !Scale::POINTS.contains(points) {
                    return Err(Error::invalid(field("form"), Reason::ScalePointsOutOfRange));
                }
            }
            Form::Levels(levels) => levels.check(&field("form"))?,
            Form::Choices(choices) => check_named(&field("form"), &choices.list, 2)?,
        }
        if self.when.is_empty() || is_pair {
            return Ok(());
        }
        Err(Error::invalid(field("when"), Reason::OnlyPairsHaveVerdicts))
    }
}

/// Checks a list of `least` to nine.
pub(super) fn check_named(field: &str, list: &[Named], least: usize) -> Result<()> {
    if !(least..=MAX_CHOICES).contains(&list.len()) {
        return Err(Error::invalid(field, Reason::ListLength { least, most: MAX_CHOICES }));
    }
    for (n, named) in list.iter().enumerate() {
        check_key(field, &named.key)?;
        check_text(field, &named.name, 1, MAX_NAME)?;
        if list[..n].iter().any(|earlier| earlier.key == named.key) {
            return Err(Error::invalid(field, Reason::DuplicateKey { key: named.key.clone() }));
        }
    }
    Ok(())
}

fn check_key(field: &str, key: &str) -> Result<()> {
    let starts_well = key.starts_with(|first: char| first.is_ascii_lowercase());
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if starts_well && key.len() <= MAX_KEY && key.chars().all(is_plain) {
        return Ok(());
    }
    Err(Error::invalid(field, Reason::InvalidKey { most: MAX_KEY }))
}

fn check_text(field: &str, text: &str, least: usize, most: usize) -> Result<()> {
    check_nul(field, text)?;
    if (least..=most).contains(&text.trim().chars().count()) {
        return Ok(());
    }
    Err(Error::invalid(field, Reason::Length { least, most }))
}
