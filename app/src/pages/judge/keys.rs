//! The list of keys.

use leptos::prelude::*;

use super::modal::{CloseButton, Modal};

const KEYS: [(&str, &str); 7] = [
    ("1 … 7", "draft a verdict, from «A much better» to «B much better»"),
    ("X", "draft «both bad»"),
    ("Enter", "submit the drafted verdict"),
    ("S", "skip the task, with a reason"),
    ("G", "guidelines"),
    ("?", "this list"),
    ("Esc", "close what is open"),
];

/// What the keys do.
#[component]
pub fn KeysDialog(modal: Modal) -> impl IntoView {
    view! {
        <dialog
            class="dialog"
            id="keys"
            aria-labelledby="keys-title"
            popover=""
            node_ref=modal.0
        >
            <header class="dialog__header">
                <h2 class="dialog__title" id="keys-title">
                    "Keys"
                </h2>
                <CloseButton modal target="keys" label="Close" />
            </header>
            <dl class="facts">
                {KEYS
                    .iter()
                    .map(|(key, meaning)| {
                        view! {
                            <dt>
                                <kbd>{*key}</kbd>
                            </dt>
                            <dd>{*meaning}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
        </dialog>
    }
}
