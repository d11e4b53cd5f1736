//! A secret that is shown once, and a button that copies it.

use crate::language::account as t;
use leptos::html;
use leptos::prelude::*;

/// A secret and its "Copy" button, which says what it has done.
#[component]
pub fn Secret(#[prop(into)] value: String) -> impl IntoView {
    let shown = NodeRef::<html::Code>::new();
    let label = RwSignal::new(t::copy());
    let text = value.clone();
    let copy = move |_| {
        // Browsers lend the clipboard to safe origins only; elsewhere the text is selected.
        if window().is_secure_context() {
            let _ = window().navigator().clipboard().write_text(&text);
            label.set(t::copied());
            return;
        }
        if let (Some(shown), Ok(Some(selection))) = (shown.get(), window().get_selection()) {
            let _ = selection.select_all_children(&shown);
            label.set(t::copy_by_hand());
        }
    };
    // Without scripts the button could do nothing.
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    view! {
        <div class="secret">
            <code class="secret__value" node_ref=shown>
                {value}
            </code>
            <button class="button" type="button" hidden=move || !ready.get() on:click=copy>
                <span role="status">{label}</span>
            </button>
        </div>
    }
}
