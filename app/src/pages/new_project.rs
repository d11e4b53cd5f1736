//! To be written.

use leptos::prelude::*;

/// The page.
#[component]
pub fn NewProjectPage() -> impl IntoView {
    view! { <main class="page" id="main"></main> }
}
