//! Refusals of plain forms, which come back in the address of the page (`?__path=…&__err=…`).
//!
//! Anybody can write such an address, with any text in it, and send it to somebody. So the browser
//! that sent the form also gets a cookie with a hash of its refusal. An address without the
//! matching cookie loses the refusal before the page is rendered, on the server and in the browser.

use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;
use server::secret;

use super::{Visit, escaped};

/// The parameters that carry a refusal: which form, and why.
const PARAMETERS: [&str; 2] = ["__path", "__err"];

/// How long a reload of the page shows the refusal again.
const SECONDS: u32 = 300;

/// The parameters of an address, decoded.
pub struct Query(Vec<(String, String)>);

impl Query {
    pub fn of(uri: &Uri) -> Self {
        let pairs = axum::extract::Query::try_from_uri(uri).map(|query| query.0);
        // It takes every query: there is no type for a value to fail.
        Self(pairs.unwrap_or_default())
    }

    /// The query string without a refusal, from its question mark on.
    pub fn without_error(&self) -> String {
        let kept = self.0.iter().filter(|(name, _)| !PARAMETERS.contains(&name.as_str()));
        let pairs: Vec<_> =
            kept.map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The hash of the refusal, if there is any.
    fn error(&self) -> Option<String> {
        let carried = self.0.iter().filter(|(name, _)| PARAMETERS.contains(&name.as_str()));
        let carried: Vec<_> = carried.map(|(name, value)| format!("{name}={value}")).collect();
        (!carried.is_empty()).then(|| secret::hash(&carried.join("\n")))
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::of(&format!("/page?{text}").parse().unwrap())
    }

    #[test]
    fn a_query_loses_the_refusal_and_nothing_else() {
        for (text, kept) in [
            ("", ""),
            ("next=/projects&__path=%2Frpc%2Fa&__err=abc", "?next=/projects"),
            ("%5F%5Ferr=abc&a=b%26c&d", "?a=b%26c&d="),
            ("__err=a&__err=b", ""),
        ] {
            assert_eq!(query(text).without_error(), kept, "{text}");
        }
    }

    #[test]
    fn a_refusal_is_known_by_all_of_it() {
        let known = query("__path=/rpc/a&__err=abc").error();

        assert_eq!(query("b=c&__path=%2Frpc%2Fa&%5F_err=abc").error(), known);
        for other in ["__path=/rpc/b&__err=abc", "__path=/rpc/a&__err=abd", "__err=abc", "a=b"] {
            assert_ne!(query(other).error(), known, "{other}");
        }
    }
}
