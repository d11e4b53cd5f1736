//! The browser's entry on the judge page: takes over what the server rendered.

#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate(messages: String) {
    app::hydrate_judge(messages);
}
