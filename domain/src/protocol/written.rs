//! A protocol as it is written down: one object, whose `kind` says which question it asks.
//!
//! Read whole and then sorted out: looking for the kind first takes a browser much more code.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::criterion::{Criterion, Named};
use super::definition::Protocol;
use super::levels::Levels;
use super::question::{Kind, Question};
use super::scale::Scale;
use crate::rationale::{Ask, Rationale};

/// [`Protocol`] as it is written down.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = Protocol))]
#[serde(deny_unknown_fields)]
pub struct Written {
    kind: Kind,
    /// Of a pair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scale: Option<Scale>,
    /// Of a ranking: whether several responses may share a rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ties: Option<bool>,
    /// Of a rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    levels: Option<Levels>,
    /// Asked before the question, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    criteria: Vec<Criterion>,
    #[serde(default)]
    rationale: Rationale,
    /// Whether raters may say how sure they are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    confidence: bool,
    /// Whether raters may mark passages of the responses.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    spans: bool,
    /// Whether raters may or must write a better response.
    #[serde(default = "off", skip_serializing_if = "is_off")]
    rewrite: Ask,
    /// For what reasons a task or a response may be flagged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    flags: Vec<Named>,
}

fn off() -> Ask {
    Ask::Off
}

fn is_off(ask: &Ask) -> bool {
    *ask == Ask::Off
}

impl TryFrom<Written> for Protocol {
    type Error = &'static str;

    fn try_from(flat: Written) -> Result<Self, &'static str> {
        let question = match (flat.kind, flat.scale, flat.ties, flat.levels) {
            (Kind::Pair, Some(scale), None, None) => Question::Pair { scale },
            (Kind::Pair, ..) => return Err("a pair has a scale, and neither ties nor levels"),
            (Kind::Ranking, None, ties, None) => {
                Question::Ranking { ties: ties.unwrap_or_default() }
            }
            (Kind::Ranking, ..) => return Err("a ranking has neither a scale nor levels"),
            (Kind::BestWorst, None, None, None) => Question::BestWorst,
            (Kind::BestWorst, ..) => return Err("best and worst have no scale, ties or levels"),
            (Kind::Rating, None, None, Some(levels)) => Question::Rating { levels },
            (Kind::Rating, ..) => return Err("a rating has levels, and neither a scale nor ties"),
        };
        let Written { criteria, rationale, confidence, spans, rewrite, flags, .. } = flat;
        Ok(Protocol { question, criteria, rationale, rewrite, confidence, spans, flags })
    }
}

impl From<Protocol> for Written {
    fn from(protocol: Protocol) -> Self {
        let Protocol { question, criteria, rationale, rewrite, confidence, spans, flags } =
            protocol;
        let kind = question.kind();
        let (scale, ties, levels) = match question {
            Question::Pair { scale } => (Some(scale), None, None),
            Question::Ranking { ties } => (None, Some(ties), None),
            Question::BestWorst => (None, None, None),
            Question::Rating { levels } => (None, None, Some(levels)),
        };
        Written {
            kind,
            scale,
            ties,
            levels,
            criteria,
            rationale,
            confidence,
            spans,
            rewrite,
            flags,
        }
    }
}

impl Serialize for Protocol {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Protocol {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Written::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}
