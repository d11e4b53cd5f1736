//! The browser's entry on the pages of a rater's day: takes over what the server rendered.

#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    app::hydrate_rater();
}
