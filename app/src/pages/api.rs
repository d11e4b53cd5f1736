//! To be written.

use leptos::prelude::*;

/// The page.
#[component]
pub fn ApiPage() -> impl IntoView {
    view! { <main class="page" id="main"></main> }
}
