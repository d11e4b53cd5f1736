//! Argon2id in memory that is given to it.

use std::sync::LazyLock;

use anyhow::{Context, ensure};
use argon2::password_hash::generate_salt;
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use super::plaintext::Password;

/// Memory of one hash, in KiB: with two passes and one lane the least that OWASP advises.
pub(super) const MEMORY_KIB: usize = 19 * 1024;

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

/// Compared with when there is no such account, so that the time tells nothing. Of a random
/// password that nobody kept.
pub(super) static NOBODY: LazyLock<String> = LazyLock::new(|| {
    let password = Password::from(crate::secret::generate());
    hash(&password, &mut memory(MEMORY_KIB))
        .expect("a short password can be hashed with these parameters")
});

/// Blocks for hashes of this many KiB.
pub(super) fn memory(kib: usize) -> Vec<Block> {
    vec![Block::new(); kib]
}

/// Hashes a password with a salt of its own.
pub(super) fn hash(password: &Password, memory: &mut [Block]) -> anyhow::Result<String> {
    let argon2 = argon2();
    let salt = generate_salt();
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    argon2
        .hash_password_into_with_memory(password.bytes(), &salt, &mut output, memory)
        .context("cannot hash a password")?;
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(argon2.params()).context("cannot write a hash")?,
        salt: Some(Salt::new(&salt).context("cannot write a hash")?),
        hash: Some(Output::new(&output).context("cannot write a hash")?),
    };
    Ok(hash.to_string())
}

/// Compares a password with a hash, which may have been made with other parameters.
pub(super) fn verify(
    password: &Password,
    hash: &str,
    memory: &mut [Block],
) -> anyhow::Result<Verification> {
    let hash = PasswordHash::new(hash).context("cannot read the hash of a password")?;
    let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else {
        anyhow::bail!("the hash of a password is incomplete");
    };
    let params = Params::try_from(&hash).context("cannot read the hash of a password")?;
    let algorithm = Algorithm::try_from(hash.algorithm.as_str())?;
    let version = hash.version.map(Version::try_from).transpose()?.unwrap_or_default();
    let mut other;
    let memory = if params.block_count() <= memory.len() {
        memory
    } else {
        other = self::memory(params.block_count());
        &mut other
    };
    let mut buffer = [0; Output::MAX_LENGTH];
    ensure!(expected.len() <= buffer.len(), "the hash of a password is too long");
    let output = &mut buffer[..expected.len()];
    Argon2::new(algorithm, version, params)
        .hash_password_into_with_memory(password.bytes(), salt, output, memory)
        .context("cannot compare a password with its hash")?;
    let computed = Output::new(output).context("cannot compare a password with its hash")?;
    // Takes the same time wherever they differ.
    if computed != *expected {
        return Ok(Verification::Wrong);
    }
    Ok(if is_current(&hash) { Verification::Right } else { Verification::Outdated })
}

fn argon2() -> Argon2<'static> {
    let memory = u32::try_from(MEMORY_KIB).expect("it is a small number");
    let params = Params::new(memory, 2, 1, None).expect("the parameters are within bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

pub(super) fn is_current(hash: &PasswordHash) -> bool {
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
