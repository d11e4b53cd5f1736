//! Passwords: which ones are taken, how they are kept, how they are compared.

pub(crate) mod guess;
mod strength;

use std::fmt;
use std::sync::{Arc, LazyLock};
use std::thread::available_parallelism;

use anyhow::Context;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Semaphore;

pub use self::strength::check;

/// A hash takes 19 MiB and a core: no more at once than there are cores.
static TURNS: LazyLock<Arc<Semaphore>> =
    LazyLock::new(|| Arc::new(Semaphore::new(available_parallelism().map_or(2, Into::into))));

/// Compared with when there is no such account, so that the time tells nothing. Of a random
/// password that nobody kept.
static NOBODY: LazyLock<String> = LazyLock::new(|| {
    let password = Password::from(crate::secret::generate());
    hash_now(&password).expect("a short password can be hashed with these parameters")
});

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

/// Hashes a password for keeping, with a salt of its own. Waits for its turn.
pub async fn hash(password: &Password) -> anyhow::Result<String> {
    let password = password.clone();
    in_turn(move || hash_now(&password)).await
}

/// Compares a password with the kept hash; `None` when there is no account. Waits for its turn.
///
/// Takes the same time whether or not there is an account. Fails when the hash cannot be read.
pub async fn verify(password: &Password, hash: Option<String>) -> anyhow::Result<Verification> {
    let password = password.clone();
    in_turn(move || match hash {
        Some(hash) => verify_now(&password, &hash),
        None => verify_now(&password, &NOBODY).map(|_| Verification::Wrong),
    })
    .await
}

/// Runs the work off the async threads. Its turn lasts until the work ends, even when the
/// request that wanted it has been given up.
async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> anyhow::Result<T> {
    let turn = TURNS.clone().acquire_owned().await.expect("the semaphore is never closed");
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    })
    .await
    .context("the hashing of a password was cut short")?
}

fn hash_now(password: &Password) -> anyhow::Result<String> {
    let hash = argon2().hash_password(password.bytes()).context("cannot hash a password")?;
    Ok(hash.to_string())
}

fn verify_now(password: &Password, hash: &str) -> anyhow::Result<Verification> {
    let hash = PasswordHash::new(hash).context("cannot read the hash of a password")?;
    match argon2().verify_password(password.bytes(), &hash) {
        Ok(()) if is_current(&hash) => Ok(Verification::Right),
        Ok(()) => Ok(Verification::Outdated),
        Err(password_hash::Error::PasswordInvalid) => Ok(Verification::Wrong),
        Err(cause) => Err(cause).context("cannot compare a password with its hash"),
    }
}

/// Argon2id with the least OWASP advises: 19 MiB, two passes, one lane.
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("the parameters are within bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn is_current(hash: &PasswordHash) -> bool {
    let current = argon2();
    let is_same = |params: &Params| {
        let wanted = current.params();
        (params.m_cost(), params.t_cost(), params.p_cost())
            == (wanted.m_cost(), wanted.t_cost(), wanted.p_cost())
    };
    hash.algorithm == Algorithm::Argon2id.ident()
        && hash.version == Some(Version::V0x13.into())
        && Params::try_from(hash).is_ok_and(|params| is_same(&params))
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
