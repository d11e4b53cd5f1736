//! What the browser downloads: embedded in release builds, read from `target/site` in others.

mod encoding;

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};
use serde::Deserialize;

use encoding::Encoding;

/// The site as `cargo xtask client` leaves it; empty when there is none.
#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Site;

/// The file names of the current build, to be asked for below `/pkg/`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Names {
    /// The style sheet.
    pub css: String,
    pub clients: Clients,
}

/// The two clients.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Clients {
    /// The one of the judge page.
    pub judge: Client,
    /// The one of all other pages.
    pub touchstone: Client,
}

/// The files of one client.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Client {
    /// The JavaScript module that wraps the client.
    pub js: String,
    /// The client itself.
    pub wasm: String,
    /// The module that loads the client and lets it take over the page.
    pub start: String,
    /// What the client says, a file for each language by its code.
    pub messages: BTreeMap<String, String>,
}

/// Returns the names that a page refers to.
///
/// Without a built site the names lead nowhere: pages work, without styles and scripts.
pub fn names() -> Names {
    let built = Site::get("assets.json").and_then(|file| serde_json::from_slice(&file.data).ok());
    built.unwrap_or_else(|| Names {
        css: "style.css".to_owned(),
        clients: Clients {
            judge: Client::unbuilt("judge"),
            touchstone: Client::unbuilt("touchstone"),
        },
    })
}

impl Client {
    fn unbuilt(stem: &str) -> Self {
        Self {
            js: format!("{stem}.js"),
            wasm: format!("{stem}.wasm"),
            start: format!("{stem}-start.js"),
            messages: BTreeMap::new(),
        }
    }
}

/// Answers `GET /pkg/{file}`, in the best encoding that the client accepts.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    respond(&file, &headers, |name| Site::get(name).map(Asset::from))
}

/// Answers `GET /favicon.svg`.
pub async fn serve_icon(headers: HeaderMap) -> Response {
    serve(Path("favicon.svg".to_owned()), headers).await
}

/// One stored file.
#[derive(Clone)]
struct Asset {
    bytes: Cow<'static, [u8]>,
    tag: String,
}

impl From<EmbeddedFile> for Asset {
    fn from(file: EmbeddedFile) -> Self {
        let checksum = file.metadata.sha256_hash();
        let digits: String = checksum[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        Self { bytes: file.data, tag: format!("\"{digits}\"") }
    }
}

fn respond(file: &str, headers: &HeaderMap, find: impl Fn(&str) -> Option<Asset>) -> Response {
    let Some(content_type) = content_type(file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let found = encoding::accepted(accepted.unwrap_or_default())
        .find_map(|encoding| Some((encoding, find(&format!("{file}{}", encoding.suffix()))?)));
    let Some((encoding, asset)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let common = [
        (ETAG, asset.tag.clone()),
        (CACHE_CONTROL, cache_control(file).to_owned()),
        (VARY, ACCEPT_ENCODING.to_string()),
    ];
    if is_known(headers, &asset.tag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let content = [(CONTENT_TYPE, content_type)];
    let body = match asset.bytes {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    };
    (common, content, encoding_header(encoding), body).into_response()
}

/// The type of a file that may be served; files that are nobody's business have none.
fn content_type(file: &str) -> Option<&'static str> {
    if file.contains(['/', '\\']) {
        return None;
    }
    match file.rsplit_once('.')?.1 {
        "js" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        "txt" => Some("text/plain; charset=utf-8"),
        "css" => Some("text/css; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}

/// A name that changes with its content never goes stale.
fn cache_control(file: &str) -> &'static str {
    if is_hashed(file) { "public, max-age=31536000, immutable" } else { "public, max-age=3600" }
}

/// Whether a name ends like `-0123456789ab.js`.
fn is_hashed(file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether the client says that it has this very content.
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut known = known.unwrap_or_default().split(',').map(str::trim);
    known.any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

fn encoding_header(encoding: Encoding) -> Option<[(HeaderName, &'static str); 1]> {
    encoding.name().map(|name| [(CONTENT_ENCODING, name)])
}

#[cfg(test)]
mod tests;
