//! To be written.

use leptos::prelude::*;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <main class="page" id="main"></main> }
}
