//! Keeping and comparing.

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordVerifier, Version};

use super::hashing::{NOBODY, is_current};
use super::*;

async fn verify(password: &Password, hash: Option<String>) -> Result<Verification> {
    turn().await?.verify(password, hash).await
}

#[tokio::test]
async fn a_password_is_known_again() {
    let password = Password::from("a quiet lighthouse");

    let kept = hash(&password).await.unwrap();

    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    assert_eq!(verify(&password, Some(kept.clone())).await.unwrap(), Verification::Right);
    let other = Password::from("a quiet Lighthouse");
    assert_eq!(verify(&other, Some(kept)).await.unwrap(), Verification::Wrong);
}

#[tokio::test]
async fn equal_passwords_have_different_hashes() {
    let password = Password::from("a quiet lighthouse");

    let (one, two) = (hash(&password).await.unwrap(), hash(&password).await.unwrap());

    assert_ne!(one, two);
}

#[tokio::test]
async fn hashes_in_reused_memory_are_those_of_the_library() {
    let password = Password::from("a quiet lighthouse");
    let ours = hash(&password).await.unwrap();

    Argon2::default().verify_password(password.bytes(), ours.as_str()).unwrap();
    let theirs = Argon2::default().hash_password(password.bytes()).unwrap().to_string();
    assert_eq!(verify(&password, Some(theirs)).await.unwrap(), Verification::Right);
}

#[tokio::test]
async fn a_stranger_is_compared_with_a_real_hash() {
    let verification = verify(&Password::from("a quiet lighthouse"), None).await.unwrap();

    assert_eq!(verification, Verification::Wrong);
    assert!(is_current(&PasswordHash::new(&NOBODY).unwrap()), "it takes the same time");
}

#[tokio::test]
async fn a_hash_with_other_parameters_is_outdated() {
    let password = Password::from("a quiet lighthouse");

    for memory in [8 * 1024, 32 * 1024] {
        let params = Params::new(memory, 1, 1, None).unwrap();
        let old = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let kept = old.hash_password(password.bytes()).unwrap().to_string();
        let other = Password::from("a quiet Lighthouse");

        assert_eq!(verify(&password, Some(kept.clone())).await.unwrap(), Verification::Outdated);
        assert_eq!(verify(&other, Some(kept)).await.unwrap(), Verification::Wrong);
    }
}

#[tokio::test]
async fn a_broken_hash_is_our_fault_not_a_wrong_password() {
    let verification = verify(&Password::from("a quiet lighthouse"), Some("lost".into())).await;

    assert!(verification.is_err());
}

#[test]
fn a_password_is_never_shown() {
    let password: Password = serde_json::from_str("\"a quiet lighthouse\"").unwrap();

    assert!(!format!("{password:?}").contains("quiet"));
}
