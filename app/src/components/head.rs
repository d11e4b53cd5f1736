//! The head of the document. Nothing else writes into it, so that no page can forget what its texts
//! need there.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;

use crate::rpc::page::as_title;

pub use leptos_meta::MetaTags;

/// Begins the head: what a page without a title of its own is called, and what comes after the
/// others'.
#[component]
pub fn Head() -> impl IntoView {
    provide_meta_context();
    let formatter = |title: String| {
        as_title(if title.is_empty() {
            "Touchstone".to_owned()
        } else {
            format!("{title} · Touchstone")
        })
    };
    view! { <leptos_meta::Title text="" formatter /> }
}

/// What the page is called.
#[component]
pub fn Title(#[prop(into)] text: String) -> impl IntoView {
    view! { <leptos_meta::Title text /> }
}
