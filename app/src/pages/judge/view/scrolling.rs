//! Scrolling within a column. Nothing here runs on the server.

use leptos::web_sys::Element;

/// The scrolling columns of the current task.
pub const COLUMNS: &str = ".judge__task--columns:not(.judge__task--ahead) .response";

/// Scrolls the column of an element until the screen position `top` is in view. Returns false
/// without such a column.
pub fn bring_into_sight(element: &Element, top: f64) -> bool {
    let Ok(Some(column)) = element.closest(COLUMNS) else { return false };
    let frame = column.get_bounding_client_rect();
    let by = top - frame.top() - frame.height() * 0.3;
    column.set_scroll_top(column.scroll_top().saturating_add(rounded(by)));
    true
}

/// Pixels as a whole number.
#[expect(clippy::cast_possible_truncation, reason = "it saturates, and pages are lower than that")]
pub fn rounded(pixels: f64) -> i32 {
    pixels.round() as i32
}
