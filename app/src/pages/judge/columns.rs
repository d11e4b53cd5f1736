//! Two columns that scroll by themselves and follow each other, paragraph by paragraph. Nothing
//! here runs on the server.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

use super::browser::on_captured;
use super::reading::Reading;

/// The columns of the task in front, where they scroll.
const COLUMNS: &str = ".judge__task--columns:not(.judge__task--ahead) .response";

/// How much of a column a key goes on, so that the eye finds its place again.
const PAGE: f64 = 0.85;

/// How far an arrow key goes, in pixels.
const LINE: f64 = 48.0;

/// Lets each column follow the other, as long as the rater wants that.
pub fn listen(reading: Reading) {
    // Where columns were put that follow: what they say of it is no news.
    let put = StoredValue::new([None, None]);
    on_captured("scroll", move |event: Event| {
        if !reading.columns.get_untracked() || !reading.together.get_untracked() {
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

/// Scrolls the columns for a key that scrolls the page where there are none; whether it does.
pub fn scroll(reading: Reading, key: &str) -> bool {
    let Some(columns) = columns().filter(|_| reading.columns.get_untracked()) else { return false };
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
    // The other one follows, if it is to.
    let led = if reading.together.get_untracked() { 1 } else { 2 };
    for column in columns.iter().take(led) {
        // The browser stops at the ends.
        column.set_scroll_top(rounded(f64::from(column.scroll_top()) + by));
    }
    true
}

/// Scrolls the column of an element so far that a place on the screen is well in sight; whether
/// there is such a column.
pub fn bring_into_sight(element: &Element, top: f64) -> bool {
    let Ok(Some(column)) = element.closest(COLUMNS) else { return false };
    let frame = column.get_bounding_client_rect();
    let by = top - frame.top() - frame.height() * 0.3;
    column.set_scroll_top(column.scroll_top().saturating_add(rounded(by)));
    true
}

/// Both columns; none where they do not scroll, as where one stands below the other.
fn columns() -> Option<[Element; 2]> {
    let found = document().query_selector_all(COLUMNS).ok()?;
    let column = |n| found.item(n)?.dyn_into::<Element>().ok();
    let columns = [column(0)?, column(1)?];
    let scrolls = |column: &Element| column.scroll_height() > column.client_height();
    columns.iter().any(scrolls).then_some(columns)
}

/// How far one column has to scroll to show what the other shows: the same share of the paragraph
/// that is as far through its text.
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
        // Above the first paragraph both columns have the same.
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

/// Where the paragraphs of a column begin, from its upper edge, and how high they are.
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

#[expect(clippy::cast_possible_truncation, reason = "it saturates, and pages are lower than that")]
fn rounded(pixels: f64) -> i32 {
    pixels.round() as i32
}
