//! Where browsers find the server.

use std::fmt;
use std::str::FromStr;

use http::Uri;
use http::uri::Authority;

/// A scheme, a name and a port, written as a browser writes an Origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicOrigin {
    is_secure: bool,
    host: String,
    port: Option<u16>,
}

impl PublicOrigin {
    /// Whether browsers come by TLS.
    pub fn is_secure(&self) -> bool {
        self.is_secure
    }

    /// Whether the name means the machine the browser runs on.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }

    /// Whether a Host header means this origin.
    pub fn is_at(&self, authority: &Authority) -> bool {
        let default = if self.is_secure { 443 } else { 80 };
        authority.host().eq_ignore_ascii_case(&self.host)
            && authority.port_u16().unwrap_or(default) == self.port.unwrap_or(default)
    }
}

/// Whether a host, an IPv6 address in brackets, means the machine the browser runs on.
pub fn is_loopback(host: &str) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.eq_ignore_ascii_case(name))
}

impl FromStr for PublicOrigin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let advice = || {
            "must be http:// or https://, a name and perhaps a port, for instance \
             https://rate.example.org"
                .to_owned()
        };
        let uri: Uri = text.parse().map_err(|_| advice())?;
        let authority = uri.authority().filter(|name| !name.as_str().contains('@'));
        let authority = authority.ok_or_else(advice)?;
        let is_secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(advice()),
        };
        if uri.path() != "/" || uri.query().is_some() || !text.is_ascii() {
            return Err(advice());
        }
        let default = if is_secure { 443 } else { 80 };
        Ok(Self {
            is_secure,
            host: authority.host().to_ascii_lowercase(),
            port: authority.port_u16().filter(|port| *port != default),
        })
    }
}

impl fmt::Display for PublicOrigin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.is_secure { "https" } else { "http" };
        write!(formatter, "{scheme}://{}", self.host)?;
        match self.port {
            Some(port) => write!(formatter, ":{port}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        let table = [
            ("https://Rate.Example.org/", "https://rate.example.org"),
            ("https://rate.example.org:443", "https://rate.example.org"),
            ("http://rate.example.org:8080", "http://rate.example.org:8080"),
            ("http://[::1]:3000", "http://[::1]:3000"),
        ];

        for (text, expected) in table {
            assert_eq!(text.parse::<PublicOrigin>().unwrap().to_string(), expected);
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        let table = [
            "rate.example.org",
            "ftp://rate.example.org",
            "https://rate.example.org/stone",
            "https://rate.example.org/?a",
            "https://ann@rate.example.org",
            "https://",
            "/",
        ];

        for text in table {
            assert!(text.parse::<PublicOrigin>().is_err(), "{text}");
        }
    }
}
