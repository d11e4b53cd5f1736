//! The name of one request, in the log and in the answer.

use http::{HeaderMap, HeaderName, HeaderValue};

/// Where the name travels, both ways.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const MOST_CHARACTERS: usize = 64;

/// The name a proxy gave the request; a new one when there is none or it is odd.
pub fn of(headers: &HeaderMap) -> HeaderValue {
    match headers.get(REQUEST_ID).filter(|name| is_plain(name.as_bytes())) {
        Some(name) => name.clone(),
        None => HeaderValue::from_str(&crate::time::new_id().to_string())
            .expect("a UUID is made of hexadecimal digits and hyphens"),
    }
}

fn is_plain(name: &[u8]) -> bool {
    let is_plain_byte = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    !name.is_empty() && name.len() <= MOST_CHARACTERS && name.iter().all(is_plain_byte)
}
