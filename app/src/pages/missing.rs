//! There is no such page.

use leptos::prelude::*;

use crate::components::problem::Problem;

/// Says that the address leads nowhere.
#[component]
pub fn MissingPage() -> impl IntoView {
    view! {
        <main class="page" id="main">
            <h1 class="visually-hidden">"Not found"</h1>
            <Problem error=domain::Error::not_found("page").into() />
        </main>
    }
}
