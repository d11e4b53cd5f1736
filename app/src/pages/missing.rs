//! An address that none of the client's pages has.

use leptos::prelude::*;

use crate::components::problem::Problem;
use crate::language::common;

/// Says that the address leads nowhere. Where the browser was led here without asking the server,
/// that is asked first: it knows of more.
#[component]
pub fn MissingPage() -> impl IntoView {
    if !is_taking_over() {
        // Not at once: the address changes after this page is shown.
        request_animation_frame(|| {
            // Fails only where a document may not navigate, and then nothing else would help.
            _ = window().location().reload();
        });
        return ().into_any();
    }
    view! {
        <main class="page" id="main">
            <h1 class="visually-hidden">{common::missing_page()}</h1>
            <Problem error=domain::Error::not_found("page").into() />
        </main>
    }
    .into_any()
}

/// Whether the browser is taking over what the server sent; always so on the server.
fn is_taking_over() -> bool {
    let context = Owner::current_shared_context();
    context.is_none_or(|context| !context.is_browser() || context.during_hydration())
}
