//! The panel that a menu of the header opens.

use leptos::html::Div;
use leptos::prelude::*;

use super::here::Here;

/// The panel of a menu. The browser closes it on Escape and on a click elsewhere, with scripts or
/// without. A page that opens without a load closes it here.
#[component]
pub fn MenuItems(children: Children) -> impl IntoView {
    let Here(here) = expect_context();
    let items = NodeRef::<Div>::new();
    let close = move || {
        if let Some(items) = items.get_untracked() {
            // Fails only where it is closed already.
            let _ = items.hide_popover();
        }
    };
    // Not at the start: the menu may have been opened before the page came alive.
    Effect::new(move |before: Option<String>| {
        let now = here.get();
        if before.is_some_and(|before| before != now) {
            close();
        }
        now
    });
    view! {
        <div
            class="menu__items menu__items--header"
            id="site-menu"
            popover="auto"
            node_ref=items
            on:click=move |_| close()
        >
            {children()}
        </div>
    }
}
