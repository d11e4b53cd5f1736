//! Refusals of plain forms, which come back in the address of the page (`?__path=…&__err=…`).
//!
//! Anybody can write such an address, with any text in it, and send it to somebody. So the browser
//! that sent the form also gets a cookie with a hash of its refusal. An address without the
//! matching cookie loses the refusal before the page is rendered, on the server and in the browser.

use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;

use super::visit::{Query, Visit};

/// How long a reload of the page shows the refusal again.
const SECONDS: u32 = 300;

/// The address to visit instead, if this one holds a refusal that no form of this browser got.
pub fn without_stray_error(
    server: &server::State,
    headers: &HeaderMap,
    visit: &Visit,
) -> Option<String> {
    let error = visit.query.error()?;
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|text| text.to_str().ok());
    let mut cookies = cookies.flat_map(|cookies| cookies.split(';')).map(str::trim);
    let expected = format!("{}={error}", cookie_name(server));
    (!cookies.any(|cookie| cookie == expected)).then(|| visit.address())
}

/// Gives the browser the cookie if it is sent back with a refusal.
pub fn note(server: &server::State, mut response: Response) -> Response {
    let location = response.headers().get(header::LOCATION);
    let location = location.and_then(|place| place.to_str().ok()?.parse::<Uri>().ok());
    let Some(error) = location.and_then(|location| Query::of(&location).error()) else {
        return response;
    };
    let secure = if server.config.cookies_are_secure() { "; Secure" } else { "" };
    let cookie = format!(
        "{}={error}; Path=/; Max-Age={SECONDS}; HttpOnly; SameSite=Strict{secure}",
        cookie_name(server)
    );
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// With `__Host-`, no other name of the same domain can plant it.
fn cookie_name(server: &server::State) -> &'static str {
    if server.config.cookies_are_secure() {
        "__Host-touchstone_refusal"
    } else {
        "touchstone_refusal"
    }
}
