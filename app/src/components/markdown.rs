//! The only place where HTML is put into a page as it is: what the server has rendered and
//! sanitised.

use leptos::prelude::*;

/// Rendered Markdown, as it came from the server's sanitiser. The text has its own direction,
/// so that it cannot disturb its neighbours.
#[component]
pub fn Markdown(html: String) -> impl IntoView {
    view! { <div class="markdown" dir="auto" inner_html=html></div> }
}

/// A text as it was written, unrendered; `marked` is what the server has made of it where it has
/// characters that cannot be seen.
#[component]
pub fn Raw(text: String, marked: Option<String>) -> impl IntoView {
    let class = "markdown markdown--raw";
    match marked {
        Some(html) => view! { <div class=class dir="auto" inner_html=html></div> }.into_any(),
        None => view! { <div class=class dir="auto">{text}</div> }.into_any(),
    }
}
