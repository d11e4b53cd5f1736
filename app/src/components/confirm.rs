//! Asking once more before something is gone, without scripts.

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
    view! {
        <details class="confirm">
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
