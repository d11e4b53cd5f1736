//! The page under way: its address, and the way to another.

/// The path under which the whole page was asked for.
pub fn path() -> String {
    #[cfg(feature = "ssr")]
    return super::context::path().unwrap_or_default();
    #[cfg(not(feature = "ssr"))]
    // Fails only for a document without an address of its own, and the server sends none.
    return leptos::prelude::window().location().pathname().unwrap_or_default();
}

/// The title of the document, which anybody's text may be part of. The server sends it as markup,
/// where it would end with `</title>`; the browser sets it as the text that it is.
pub fn as_title(text: String) -> String {
    #[cfg(feature = "ssr")]
    return text.replace('&', "&amp;").replace('<', "&lt;");
    #[cfg(not(feature = "ssr"))]
    return text;
}

/// Sends the browser to another page of ours, with a full load. Does nothing on the server, which
/// decides where a visit leads before it renders a page.
pub fn leave(path: &str) {
    #[cfg(feature = "ssr")]
    let _ = path;
    #[cfg(not(feature = "ssr"))]
    // A browser that refuses to navigate leaves the page as it is.
    let _ = leptos::prelude::window().location().set_href(path);
}
