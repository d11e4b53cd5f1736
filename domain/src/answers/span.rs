//! Spans: passages of the responses that a rater has marked as reasons for the verdict.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::reason::Reason;
use crate::text::check_length;

/// The most passages that a judgment may mark.
pub const MAX_SPANS: usize = 100;

/// The longest comment on a passage, in characters.
pub const MAX_COMMENT: usize = 1_000;

/// A passage of a response, and what is good or bad about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The response by its place as shown, from 0.
    pub response: u8,
    /// Where the passage begins in the text of the response as it was brought in: how many
    /// characters (Unicode code points) stand before it.
    pub start: u32,
    /// Where it ends, counted in the same way: the first character that is no longer part of it.
    pub end: u32,
    pub mark: Mark,
    /// What there is to say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// What a passage is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Good,
    Wrong,
    /// Says too much.
    Verbose,
}

impl Mark {
    /// Every mark, in the order in which they are offered.
    pub const ALL: [Mark; 3] = [Mark::Good, Mark::Wrong, Mark::Verbose];

    /// The mark's name, as in the API and exports.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Good => "good",
            Mark::Wrong => "wrong",
            Mark::Verbose => "verbose",
        }
    }
}

impl Span {
    /// The passage, out of the text of its response; none where it lies outside.
    pub fn of<'a>(&self, text: &'a str) -> Option<&'a str> {
        let byte = |at: u32| {
            let at = usize::try_from(at).ok()?;
            let mut places = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
            places.nth(at)
        };
        text.get(byte(self.start)?..byte(self.end)?)
    }
}

/// Checks passages of a task of so many responses, but for the lengths of its texts, which
/// [`check_ends`] knows.
pub(super) fn check(spans: &[Span], are_asked: bool, responses: usize) -> Result<()> {
    if !spans.is_empty() && !are_asked {
        return Err(invalid(Reason::NotAsked));
    }
    if spans.len() > MAX_SPANS {
        return Err(invalid(Reason::TooManySpans { most: MAX_SPANS }));
    }
    for (n, span) in spans.iter().enumerate() {
        if usize::from(span.response) >= responses {
            return Err(invalid(Reason::UnknownResponse));
        }
        if span.start >= span.end {
            return Err(invalid(Reason::EmptySpan));
        }
        let same = |other: &Span| Span { comment: span.comment.clone(), ..other.clone() } == *span;
        if spans[..n].iter().any(same) {
            return Err(invalid(Reason::DuplicateSpan));
        }
        check_length("spans", span.comment.as_deref().unwrap_or_default(), MAX_COMMENT)?;
    }
    Ok(())
}

/// Checks that the passages of a response end where its text does, or before; `length` is that of
/// the text in characters.
pub fn check_ends<'a>(spans: impl IntoIterator<Item = &'a Span>, length: i64) -> Result<()> {
    match spans.into_iter().all(|span| i64::from(span.end) <= length) {
        true => Ok(()),
        false => Err(invalid(Reason::SpanOutsideText)),
    }
}

fn invalid(reason: Reason) -> Error {
    Error::invalid("spans", reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { response: 0, start, end, mark: Mark::Wrong, comment: None }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let text = "Öl 👩‍🚀 und Brot";

        assert_eq!(span(0, 2).of(text), Some("Öl"));
        assert_eq!(span(3, 6).of(text), Some("👩‍🚀"));
        assert_eq!(span(11, 15).of(text), Some("Brot"));
        assert_eq!(span(11, 16).of(text), None);
        assert!(check_ends(&[span(11, 15)], 15).is_ok());
        assert!(check_ends(&[span(11, 16)], 15).is_err());
    }

    #[test]
    fn a_passage_lies_in_a_response_and_is_marked_once() {
        let ok = |spans: &[Span]| check(spans, true, 1).is_ok();

        assert!(ok(&[span(0, 2), span(1, 2)]));
        assert!(!ok(&[span(2, 2)]));
        assert!(!ok(&[Span { response: 1, ..span(0, 2) }]));
        let explained = Span { comment: Some("Not so.".to_owned()), ..span(0, 2) };
        assert!(ok(std::slice::from_ref(&explained)));
        assert!(!ok(&[explained, span(0, 2)]));
        assert!(!ok(&[Span { comment: Some("x".repeat(1_001)), ..span(0, 2) }]));
        assert!(check(&[span(0, 2)], false, 1).is_err());
        assert!(check(&[], false, 1).is_ok());
    }
}
