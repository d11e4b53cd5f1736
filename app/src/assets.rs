//! Temporary.

/// Names.
pub struct Names {
    pub js: String,
    pub wasm: String,
    pub css: String,
    pub start: String,
}

/// Names.
pub fn names() -> Names {
    let n = |s: &str| s.to_owned();
    Names { js: n("j"), wasm: n("w"), css: n("c"), start: n("s") }
}

/// Serve.
pub async fn serve() -> &'static str {
    ""
}
