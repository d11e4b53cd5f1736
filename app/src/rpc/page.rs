//! The page under way: its address, and the way to another.

/// The path under which the whole page was asked for.
pub fn path() -> String {
    #[cfg(feature = "ssr")]
    return super::context::path().unwrap_or_default();
    #[cfg(not(feature = "ssr"))]
    // Fails only for a document without an address of its own, and the server sends none.
    return leptos::prelude::window().location().pathname().unwrap_or_default();
}

/// Sends the browser to another page of ours, with a full load.
pub fn leave(path: &str) {
    #[cfg(feature = "ssr")]
    leptos_axum::redirect(path);
    #[cfg(not(feature = "ssr"))]
    // A browser that refuses to navigate leaves the page as it is.
    let _ = leptos::prelude::window().location().set_href(path);
}
