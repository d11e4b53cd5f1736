//! The only place where HTML is put into a page as it is: what the server has rendered and
//! sanitised.

use leptos::prelude::*;

/// Rendered Markdown, as it came from the server's sanitiser. The text has its own direction,
/// so that it cannot disturb its neighbours.
#[component]
pub fn Markdown(html: String) -> impl IntoView {
    view! { <div class="markdown" dir="auto" inner_html=html></div> }
}
