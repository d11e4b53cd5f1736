//! Asking once more before something is gone, without scripts.

use leptos::html::Details;
use leptos::prelude::*;

/// A button that opens a question; the form inside answers it.
#[component]
pub fn Confirm(
    /// What the button says.
    label: &'static str,
    /// What the button does, for those who do not see what it stands beside.
    #[prop(into)]
    description: String,
    /// How the button looks.
    #[prop(default = "button button--danger button--small")]
    class: &'static str,
    /// What will happen.
    question: &'static str,
    /// The form that does it.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    // What takes the place of an answered question may be another one, in the same element.
    let close = move |_| {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    view! {
        <details class="confirm" node_ref=details on:submit=close>
            <summary class=class aria-label=description>
                {label}
            </summary>
            <div class="confirm__question">
                <p>{question}</p>
                {children()}
            </div>
        </details>
    }
}
