//! The browser's entry: takes over the page that the server rendered.

#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate(messages: String) {
    app::hydrate(messages);
}
