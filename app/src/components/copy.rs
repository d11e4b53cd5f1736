//! A button that copies what stands beside it.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Function, Reflect};

/// Copies a text. Where the browser has no clipboard for us (without TLS), it says so.
#[component]
pub fn CopyButton(
    /// What is copied.
    text: String,
) -> impl IntoView {
    let copied = RwSignal::new(None);
    let copy = move |_| copied.set(Some(write(&text).is_ok()));
    let label = move || match copied.get() {
        None => "Copy",
        Some(true) => "Copied",
        Some(false) => "Select it and copy",
    };
    view! {
        <button class="button" type="button" on:click=copy>
            <span aria-live="polite">{label}</span>
        </button>
    }
}

/// Asks the browser by name: the typed way would add its whole clipboard interface to the client.
fn write(text: &str) -> Result<(), JsValue> {
    let navigator = Reflect::get(&window(), &"navigator".into())?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    write.call1(&clipboard, &text.into()).map(drop)
}
