//! To be written.

use leptos::prelude::*;

/// The page.
#[component]
pub fn ProjectPage() -> impl IntoView {
    view! { <main class="page" id="main"></main> }
}
