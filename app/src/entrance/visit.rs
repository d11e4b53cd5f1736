//! The address that a browser visits.

use axum::http::Uri;
use server::secret;

/// The parameters that carry a refusal: which form, and why.
const PARAMETERS: [&str; 2] = ["__path", "__err"];

/// A visit of a page.
pub struct Visit<'a> {
    pub path: &'a str,
    pub query: Query,
    /// The pattern of the page's address; none for an address that no page has.
    pub page: Option<&'a str>,
}

impl Visit<'_> {
    /// The address without what came back from a form, in characters that a header may hold.
    pub fn address(&self) -> String {
        let mut address = String::new();
        for byte in self.path.bytes() {
            match byte.is_ascii_graphic() {
                true => address.push(char::from(byte)),
                false => address.push_str(&format!("%{byte:02X}")),
            }
        }
        address + &self.query.without_error()
    }
}

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
    pub fn error(&self) -> Option<String> {
        let carried = self.0.iter().filter(|(name, _)| PARAMETERS.contains(&name.as_str()));
        let carried: Vec<_> = carried.map(|(name, value)| format!("{name}={value}")).collect();
        (!carried.is_empty()).then(|| secret::hash(&carried.join("\n")))
    }
}

/// Text as part of a query: everything but letters, digits, `-._~` and `/` in percent signs.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                escaped.push(char::from(byte));
            }
            byte => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
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
