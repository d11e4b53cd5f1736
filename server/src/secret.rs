//! Random secrets, and the hashes by which they are known again.

use rand::RngExt;
use sha2::{Digest, Sha256};

/// A fresh secret of 256 random bits, in hexadecimal.
pub fn generate() -> String {
    hex(&rand::rng().random::<[u8; 32]>())
}

/// A short code that a person copies from a terminal: 12 characters, 60 random bits.
pub fn code() -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let mut rng = rand::rng();
    let letters: Vec<char> =
        (0..12).map(|_| char::from(ALPHABET[usize::from(rng.random::<u8>() % 32)])).collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// The hash under which a secret is kept. Fast on purpose: there is nothing to guess in 256 bits.
pub fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret))
}

/// Whether two secrets are the same. The time it takes tells about their hashes, which tell
/// nothing about the secrets.
pub fn matches(given: &str, expected: &str) -> bool {
    hash(given) == hash(expected)
}

/// Bytes in hexadecimal, lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_differ_and_hash_to_the_published_value() {
        assert_ne!(generate(), generate());
        assert_eq!(code().len(), 14);
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hash("abc"), abc, "FIPS 180-2, appendix B.1");
    }
}
