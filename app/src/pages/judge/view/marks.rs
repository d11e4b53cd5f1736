//! Highlights: differences between two responses, and passages that the rater marked.
//!
//! The browser paints highlights over ranges of text. The sanitised markup is not changed. Nothing
//! here runs on the server.

use domain::answers::{Mark, Span};
use domain::difference::{Alignment, Difference, Side, differences};
use domain::task::ShownResponse;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Array, Function, Map, Reflect, Set};
use leptos::web_sys::{Element, Node, Range};

use crate::pages::judge::view::scrolling;

/// The highlight of text that both responses share.
const COMMON: &str = "common";

/// The highlight of the current difference.
const DIFFERENCE: &str = "difference";

/// How much of a difference screen readers get, in characters.
const EXCERPT: usize = 200;

/// `NodeFilter.SHOW_TEXT`
const TEXT_NODES: u32 = 4;

/// Two responses on the page, and their differences.
pub struct Marks {
    a: Shown,
    b: Shown,
    differences: Vec<Difference>,
}

impl Marks {
    /// Reads the responses from the page. None unless there are two.
    pub fn find() -> Option<Self> {
        let [a, b] = [Shown::find(1)?, Shown::find(2)?];
        let differences = differences(&a.text, &b.text);
        Some(Self { a, b, differences })
    }

    /// The number of differences.
    pub fn count(&self) -> usize {
        self.differences.len()
    }

    /// Dims the text that both share.
    pub fn dim(&self) {
        let Self { a, b, differences } = self;
        let mut common = Vec::new();
        let (mut in_a, mut in_b) = (0, 0);
        for Difference { first, second } in differences {
            common.extend(a.range(in_a..first.start));
            common.extend(b.range(in_b..second.start));
            (in_a, in_b) = (first.end, second.end);
        }
        common.extend(a.range(in_a..a.text.len()));
        common.extend(b.range(in_b..b.text.len()));
        highlight(COMMON, &common);
    }

    /// Highlights one difference and scrolls to it. Returns its first words in A and in B, empty if
    /// there is no such difference.
    pub fn show(&self, at: usize) -> [String; 2] {
        let Some(Difference { first, second }) = self.differences.get(at) else {
            return Default::default();
        };
        let ranges = [self.a.range(first.clone()), self.b.range(second.clone())];
        let ranges: Vec<Range> = ranges.into_iter().flatten().collect();
        highlight(DIFFERENCE, &ranges);
        for range in &ranges {
            if !is_in_column(range) {
                bring_into_sight(range);
                break;
            }
        }
        [self.a.excerpt(first.clone()), self.b.excerpt(second.clone())]
    }

    /// Removes all highlights.
    pub fn remove() {
        highlight(COMMON, &[]);
        highlight(DIFFERENCE, &[]);
    }
}

/// Whether a passage of a response is selected.
pub fn selects() -> bool {
    selection().is_some_and(|range| {
        let within = range.common_ancestor_container().ok();
        let element = within.and_then(|node| match node.dyn_into::<Element>() {
            Ok(element) => Some(element),
            Err(node) => node.parent_element(),
        });
        element.is_some_and(|element| matches!(element.closest(".response .markdown"), Ok(Some(_))))
    })
}

/// Clears the selection.
pub fn deselect() {
    if let Ok(Some(selection)) = window().get_selection() {
        // If the browser keeps the selection, it covers the mark.
        _ = selection.remove_all_ranges();
    }
}

/// The selected passage: the index of its response, and start and end in characters.
pub fn selected(texts: &[ShownResponse]) -> Option<(u8, u32, u32)> {
    let range = selection()?;
    let (mut places, mut texts) = (0.., texts.iter());
    loop {
        let (place, text) = (places.next()?, &texts.next()?.text);
        let shown = Shown::find(place + 1)?;
        let Some(stretch) = shown.stretch(&range) else { continue };
        let alignment = Alignment::of(text, &shown.text);
        let found = trimmed(text, alignment.across(Side::Second, stretch));
        let count = |end: usize| u32::try_from(text[..end].chars().count()).ok();
        let is_there = !found.is_empty();
        return is_there.then_some((
            u8::try_from(place).ok()?,
            count(found.start)?,
            count(found.end)?,
        ));
    }
}

/// Highlights these passages and no others.
pub fn paint(texts: &[ShownResponse], spans: &[Span]) {
    let alignments: Vec<_> = (0..)
        .zip(texts)
        .map(|(place, text)| {
            let is_marked = spans.iter().any(|span| usize::from(span.response) == place);
            let shown = is_marked.then(|| Shown::find(place + 1)).flatten()?;
            Some((Alignment::of(&text.text, &shown.text), shown))
        })
        .collect();
    for mark in Mark::ALL {
        let range = |span: &Span| {
            let place = usize::from(span.response);
            let (alignment, shown) = alignments.get(place)?.as_ref()?;
            let text = &texts.get(place)?.text;
            let start = span.of(text)?.as_ptr().addr() - text.as_ptr().addr();
            let stretch = start..start + span.of(text)?.len();
            shown.range(trimmed(&shown.text, alignment.across(Side::First, stretch)))
        };
        let ranges: Vec<_> =
            spans.iter().filter(|span| span.mark == mark).filter_map(range).collect();
        highlight(mark.name(), &ranges);
    }
}

/// The selection, unless it is empty.
fn selection() -> Option<Range> {
    let selection = window().get_selection().ok()??;
    (!selection.is_collapsed()).then(|| selection.get_range_at(0).ok())?
}

/// A range without white space at its ends.
fn trimmed(text: &str, at: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let inner = text[at.clone()].trim_start();
    let start = at.end - inner.len();
    start..start + inner.trim_end().len()
}

/// The text of an element on the page, and its text nodes.
struct Shown {
    text: String,
    /// Each with its offset in the text, in bytes.
    nodes: Vec<(usize, Node)>,
}

impl Shown {
    /// The text of response `place` of the current task, from 1.
    fn find(place: usize) -> Option<Self> {
        let host = format!(
            ":not(.judge__task--ahead) > .judge__responses > :nth-child({place}) .markdown"
        );
        let host = document().query_selector(&host).ok()??;
        let walker = document().create_tree_walker_with_what_to_show(&host, TEXT_NODES).ok()?;
        let mut shown = Self { text: String::new(), nodes: Vec::new() };
        while let Ok(Some(node)) = walker.next_node() {
            let text = node.node_value().unwrap_or_default();
            shown.nodes.push((shown.text.len(), node));
            shown.text.push_str(&text);
            // Text of two elements is never one word.
            shown.text.push('\n');
        }
        Some(shown)
    }

    /// The first characters of a range.
    fn excerpt(&self, at: std::ops::Range<usize>) -> String {
        let text = self.text[at].trim();
        let mut excerpt: String = text.chars().take(EXCERPT).collect();
        if excerpt.len() < text.len() {
            excerpt.push('…');
        }
        excerpt
    }

    /// A range of the text as a range of the page. None if nothing of it is visible.
    fn range(&self, at: std::ops::Range<usize>) -> Option<Range> {
        if self.text[at.clone()].trim().is_empty() {
            return None;
        }
        let range = document().create_range().ok()?;
        let (node, offset) = self.position(at.start)?;
        range.set_start(node, offset).ok()?;
        let (node, offset) = self.position(at.end)?;
        range.set_end(node, offset).ok()?;
        Some(range)
    }

    /// The part of the text within a range of the page, without white space at its ends. None if it
    /// is empty.
    fn stretch(&self, range: &Range) -> Option<std::ops::Range<usize>> {
        let mut parts = self.nodes.iter().filter_map(|(start, node)| {
            if !range.intersects_node(node).ok()? {
                return None;
            }
            let text = node.node_value().unwrap_or_default();
            let of = |container: Result<Node, _>, offset: Result<u32, JsValue>| {
                let is_here = container.ok().as_ref() == Some(node);
                is_here.then(|| byte_of(&text, offset.unwrap_or_default()))
            };
            let from = of(range.start_container(), range.start_offset()).unwrap_or(0);
            let to = of(range.end_container(), range.end_offset()).unwrap_or(text.len());
            Some(start + from..start + to)
        });
        let first = parts.next()?;
        let last = parts.next_back().unwrap_or_else(|| first.clone());
        let stretch = trimmed(&self.text, first.start..last.end);
        (!stretch.is_empty()).then_some(stretch)
    }

    /// The node of a byte, and the offset in it in UTF-16 units.
    fn position(&self, byte: usize) -> Option<(&Node, u32)> {
        let after = self.nodes.partition_point(|(start, _)| *start <= byte);
        let (start, node) = self.nodes.get(after.checked_sub(1)?)?;
        // The last byte before the next node is the separator.
        let end = self.nodes.get(after).map_or(self.text.len(), |(next, _)| *next) - 1;
        let before = &self.text[*start..byte.min(end)];
        Some((node, u32::try_from(before.encode_utf16().count()).ok()?))
    }
}

/// The byte of an offset in UTF-16 units.
fn byte_of(text: &str, place: u32) -> usize {
    let mut left = usize::try_from(place).unwrap_or(usize::MAX);
    let is_before = |character: &char| {
        let counts = character.len_utf16() <= left;
        left = left.saturating_sub(character.len_utf16());
        counts
    };
    text.chars().take_while(is_before).map(char::len_utf8).sum()
}

/// Highlights ranges of text. A browser without highlights shows plain text.
fn highlight(name: &str, ranges: &[Range]) {
    // `CSS.highlights.set(name, new Highlight(…))`
    let lay = || {
        let css = Reflect::get(&window(), &JsValue::from_str("CSS"))?;
        let highlights: Map =
            Reflect::get(&css, &JsValue::from_str("highlights"))?.unchecked_into();
        let kind: Function =
            Reflect::get(&window(), &JsValue::from_str("Highlight"))?.dyn_into()?;
        let marked: Set = Reflect::construct(&kind, &Array::new())?.unchecked_into();
        for range in ranges {
            marked.add(range);
        }
        highlights.set(&JsValue::from_str(name), &marked);
        Ok::<(), JsValue>(())
    };
    _ = lay();
}

/// Scrolls the column of a range. Returns false if it is in no scrolling column.
fn is_in_column(range: &Range) -> bool {
    let element = range.start_container().ok().and_then(|node| node.parent_element());
    let top = range.get_bounding_client_rect().top();
    element.is_some_and(|element| scrolling::bring_into_sight(&element, top))
}

/// Scrolls the page if a range is near the edge or out of view.
fn bring_into_sight(range: &Range) {
    let place = range.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    if place.top() < height * 0.4 || place.bottom() > height * 0.75 {
        window().scroll_by_with_x_and_y(0.0, place.top() - height * 0.45);
    }
}
