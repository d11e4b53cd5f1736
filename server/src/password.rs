//! Passwords: which ones are taken, how they are kept, how they are compared.

mod hashing;
mod queue;
mod strength;

use std::fmt;
use std::sync::LazyLock;

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::error::Result;
use queue::Queue;
pub(crate) use queue::Turn;
pub use strength::check;

/// All hashing of this process passes here.
static QUEUE: LazyLock<Queue> = LazyLock::new(Queue::of_this_machine);

/// What a person typed as a password. Never shown, not even by `Debug`.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub struct Password(SecretString);

/// What comparing a password with a hash says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verification {
    /// It is another password, or there is no account.
    Wrong,
    /// It is the password.
    Right,
    /// It is the password, and its hash was made with other parameters: store a new one.
    Outdated,
}

/// Waits for a turn at hashing; refused when too many wait already.
pub(crate) async fn turn() -> Result<Turn> {
    QUEUE.turn().await
}

/// Hashes a password for keeping, with a salt of its own. Waits for its turn.
pub async fn hash(password: &Password) -> Result<String> {
    turn().await?.hash(password).await
}

impl Password {
    fn text(&self) -> &str {
        self.0.expose_secret()
    }

    fn bytes(&self) -> &[u8] {
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

#[cfg(test)]
mod tests;
