//! What a browser gets for what it asks.

use axum::http::HeaderValue;

use super::*;

const HASHED: &str = "touchstone-0123456789ab.js";

/// A site of two files; the hashed one has a compressed form.
fn find(name: &str) -> Option<Asset> {
    let (bytes, tag): (&[u8], &str) = match name {
        "touchstone-0123456789ab.js" => (b"plain", "\"1\""),
        "touchstone-0123456789ab.js.br" => (b"small", "\"2\""),
        "favicon.svg" => (b"<svg/>", "\"3\""),
        "assets.json" => (b"{}", "\"4\""),
        _ => return None,
    };
    Some(Asset { bytes: Cow::Borrowed(bytes), tag: tag.to_owned() })
}

fn get(file: &str, headers: &[(HeaderName, &'static str)]) -> Response {
    let headers =
        headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
    respond(file, &headers.collect(), find)
}

fn header(response: &Response, name: HeaderName) -> Option<&str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}

#[test]
fn a_compressed_form_is_sent_to_who_understands_it() {
    let response = get(HASHED, &[(ACCEPT_ENCODING, "gzip, br")]);

    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header(&response, CONTENT_ENCODING), Some("br"));
    assert_eq!(header(&response, CONTENT_TYPE), Some("text/javascript; charset=utf-8"));
    assert_eq!(header(&response, VARY), Some("accept-encoding"));
    assert_eq!(header(&response, ETAG), Some("\"2\""));
}

#[test]
fn a_form_that_is_not_stored_falls_back_to_plain_bytes() {
    let response = get(HASHED, &[(ACCEPT_ENCODING, "gzip")]);

    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header(&response, CONTENT_ENCODING), None);
    assert_eq!(header(&response, ETAG), Some("\"1\""));
}

#[test]
fn hashed_names_are_kept_for_ever_and_others_for_an_hour() {
    let hashed = get(HASHED, &[]);
    let fixed = get("favicon.svg", &[]);

    let for_ever = "public, max-age=31536000, immutable";
    assert_eq!(header(&hashed, CACHE_CONTROL), Some(for_ever));
    assert_eq!(header(&fixed, CACHE_CONTROL), Some("public, max-age=3600"));
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let response = get(HASHED, &[(IF_NONE_MATCH, "\"0\", W/\"1\"")]);

    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(header(&response, ETAG), Some("\"1\""));
}

#[test]
fn only_files_of_the_site_are_served() {
    let outside = ["../assets.json", "/etc/passwd", "assets.json", "absent.js", "", "favicon"];
    let stored = ["touchstone-0123456789ab.js.br"];

    for file in outside.iter().chain(&stored) {
        assert_eq!(get(file, &[]).status(), StatusCode::NOT_FOUND, "{file}");
    }
}

#[test]
fn names_exist_even_before_the_first_build() {
    let names = names();

    assert!(names.css.ends_with(".css"), "{names:?}");
    assert!(names.clients.judge.js.starts_with("judge"));
    assert!(names.clients.touchstone.js.starts_with("touchstone"));
}

#[tokio::test]
async fn the_built_site_is_served_under_its_names() {
    let names = names();
    let is_built = Site::get(&names.css).is_some();

    let response = serve(Path(names.css), HeaderMap::new()).await;

    let expected = if is_built { StatusCode::OK } else { StatusCode::NOT_FOUND };
    assert_eq!(response.status(), expected);
}
