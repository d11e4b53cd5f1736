//! Texts of the API's description.

use leptos::prelude::*;

/// A text whose parts between backticks are shown as code.
pub fn prose(text: &str) -> impl IntoView + use<> {
    let pieces = text.split('`').enumerate().map(|(place, piece)| {
        let piece = piece.to_owned();
        if place % 2 == 1 { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
    });
    pieces.collect_view()
}
