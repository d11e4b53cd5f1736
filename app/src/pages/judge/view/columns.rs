//! Two columns that scroll together, paragraph by paragraph. Nothing here runs on the server.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

use crate::pages::judge::browser::on_captured;
use crate::pages::judge::view::scrolling::{COLUMNS, rounded};
use crate::pages::judge::view::view_options::ViewOptions;

/// The share of a column that Page Down scrolls. The rest helps to find the place again.
const PAGE: f64 = 0.85;

/// The distance of an arrow key, in pixels.
const LINE: f64 = 48.0;

/// Scrolls each column along with the other, if the rater wants that.
pub fn listen(view_options: ViewOptions) {
    // The positions that this code set. Their scroll events are not the rater's.
    let put = StoredValue::new([None, None]);
    on_captured("scroll", move |event: Event| {
        if !view_options.columns.get_untracked() || !view_options.together.get_untracked() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some((columns, target)) = columns().zip(target) else { return };
        let Some(leader) = columns.iter().position(|column| *column == target) else { return };
        let top = target.scroll_top();
        let is_echo = put.try_update_value(|put| put[leader].take() == Some(top));
        if is_echo != Some(false) {
            return;
        }
        let follower = &columns[1 - leader];
        follower.set_scroll_top(corresponding(&target, follower));
        put.update_value(|put| put[1 - leader] = Some(follower.scroll_top()));
    });
}

/// Scrolls the columns for a key that would scroll the page. Returns whether it did.
pub fn scroll(view_options: ViewOptions, key: &str) -> bool {
    let Some(columns) = columns().filter(|_| view_options.columns.get_untracked()) else {
        return false;
    };
    let height = f64::from(columns[0].client_height());
    let by = match key {
        "ArrowDown" => LINE,
        "ArrowUp" => -LINE,
        "PageDown" | " " => height * PAGE,
        "PageUp" => -height * PAGE,
        "Home" => -f64::MAX,
        "End" => f64::MAX,
        _ => return false,
    };
    // The other column follows, if both scroll together.
    let led = if view_options.together.get_untracked() { 1 } else { 2 };
    for column in columns.iter().take(led) {
        // The browser stops at both ends.
        column.set_scroll_top(rounded(f64::from(column.scroll_top()) + by));
    }
    true
}

/// Both columns. None if they do not scroll, for example because one is below the other.
fn columns() -> Option<[Element; 2]> {
    let found = document().query_selector_all(COLUMNS).ok()?;
    let column = |n| found.item(n)?.dyn_into::<Element>().ok();
    let columns = [column(0)?, column(1)?];
    let scrolls = |column: &Element| column.scroll_height() > column.client_height();
    columns.iter().any(scrolls).then_some(columns)
}

/// The position of one column that matches the other: the same share of the paragraph that is
/// equally far through its text.
fn corresponding(leader: &Element, follower: &Element) -> i32 {
    let end = |column: &Element| column.scroll_height() - column.client_height();
    match leader.scroll_top() {
        ..=0 => return 0,
        top if top >= end(leader) => return end(follower),
        _ => {}
    }
    let [from, to] = [leader, follower].map(paragraphs);
    let (Some(first), Some(last)) = (from.first(), to.len().checked_sub(1)) else { return 0 };
    if 0.0 < first.0 {
        // Above the first paragraph both columns have the same content.
        return leader.scroll_top();
    }
    let at = from.partition_point(|(top, _)| *top <= 0.0) - 1;
    let (top, height) = from[at];
    let share = if height > 0.0 { (-top / height).min(1.0) } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "texts have few paragraphs")]
    let place = (at as f64 + share) * to.len() as f64 / from.len() as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number")]
    let whole = (place as usize).min(last);
    let (top, height) = to[whole];
    #[expect(clippy::cast_precision_loss, reason = "texts have few paragraphs")]
    let within = place - whole as f64;
    follower.scroll_top() + rounded(top + within * height)
}

/// Top and height of each paragraph, relative to the upper edge of the column.
fn paragraphs(column: &Element) -> Vec<(f64, f64)> {
    let edge = column.get_bounding_client_rect().top();
    let Ok(found) = column.query_selector_all(".markdown > *") else { return Vec::new() };
    let paragraphs = (0..found.length()).filter_map(|n| found.item(n)?.dyn_into::<Element>().ok());
    paragraphs
        .map(|paragraph| {
            let place = paragraph.get_bounding_client_rect();
            (place.top() - edge, place.height())
        })
        .collect()
}
