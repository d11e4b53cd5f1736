//! A password as a person typed it.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

/// What a person typed as a password. Never shown, not even by `Debug`.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub struct Password(SecretString);

impl Password {
    pub(super) fn text(&self) -> &str {
        self.0.expose_secret()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.text().as_bytes()
    }
}

impl From<String> for Password {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}
