//! What differs between the two responses, marked in the page as it stands.
//!
//! The marks are highlights that the browser lays over ranges of text: nothing is put into the
//! page that came out of the sanitiser. Nothing here runs on the server.

use domain::difference::{Difference, differences};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Array, Function, Map, Reflect, Set};
use leptos::web_sys::{Node, Range};

/// What the style sheet calls the text that both have in common.
const COMMON: &str = "common";

/// What the style sheet calls the difference that is looked at.
const DIFFERENCE: &str = "difference";

/// How much of a difference is read out, in characters.
const EXCERPT: usize = 200;

/// Of all nodes, those of text: `NodeFilter.SHOW_TEXT`.
const TEXT_NODES: u32 = 4;

/// The two responses as they are shown, and where they differ.
pub struct Marks {
    a: Shown,
    b: Shown,
    differences: Vec<Difference>,
}

impl Marks {
    /// Looks at the responses on the page; none where there are not two.
    pub fn find() -> Option<Self> {
        let [a, b] = [Shown::find(1)?, Shown::find(2)?];
        let differences = differences(&a.text, &b.text);
        Some(Self { a, b, differences })
    }

    /// How many differences there are.
    pub fn count(&self) -> usize {
        self.differences.len()
    }

    /// Dims what both have in common.
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

    /// Marks one difference and brings it into sight; answers how it begins in A and in B.
    /// Nothing where there is no such difference.
    pub fn show(&self, at: usize) -> [String; 2] {
        let Some(Difference { first, second }) = self.differences.get(at) else {
            return Default::default();
        };
        let ranges = [self.a.range(first.clone()), self.b.range(second.clone())];
        let ranges: Vec<Range> = ranges.into_iter().flatten().collect();
        highlight(DIFFERENCE, &ranges);
        if let Some(first) = ranges.first() {
            bring_into_sight(first);
        }
        [self.a.excerpt(first.clone()), self.b.excerpt(second.clone())]
    }

    /// Takes all marks away.
    pub fn remove() {
        highlight(COMMON, &[]);
        highlight(DIFFERENCE, &[]);
    }
}

/// The text of an element as it is shown, and where its parts are.
struct Shown {
    text: String,
    /// Each with the byte of the text at which it begins.
    nodes: Vec<(usize, Node)>,
}

impl Shown {
    /// The text of the response at this place, from 1, of the task in front.
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
            // What stands in two elements is not one word.
            shown.text.push('\n');
        }
        Some(shown)
    }

    /// How a stretch of the text begins.
    fn excerpt(&self, at: std::ops::Range<usize>) -> String {
        let text = self.text[at].trim();
        let mut excerpt: String = text.chars().take(EXCERPT).collect();
        if excerpt.len() < text.len() {
            excerpt.push('…');
        }
        excerpt
    }

    /// A stretch of the text as a range of the page; none where nothing can be seen of it.
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

    /// The node of a byte of the text, and where in it that is, counted as browsers do.
    fn position(&self, byte: usize) -> Option<(&Node, u32)> {
        let after = self.nodes.partition_point(|(start, _)| *start <= byte);
        let (start, node) = self.nodes.get(after.checked_sub(1)?)?;
        // The last before the next node is what parts the two.
        let end = self.nodes.get(after).map_or(self.text.len(), |(next, _)| *next) - 1;
        let before = &self.text[*start..byte.min(end)];
        Some((node, u32::try_from(before.encode_utf16().count()).ok()?))
    }
}

/// Lays a highlight over ranges of text; a browser that cannot do so shows them as they are.
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

/// Scrolls the page where a text is not well in sight, which leaves room for prompt and verdicts.
fn bring_into_sight(range: &Range) {
    let place = range.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    if place.top() < height * 0.4 || place.bottom() > height * 0.75 {
        window().scroll_by_with_x_and_y(0.0, place.top() - height * 0.45);
    }
}
