//! Keeping and comparing.

use super::*;

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
async fn a_stranger_is_compared_with_a_real_hash() {
    let verification = verify(&Password::from("a quiet lighthouse"), None).await.unwrap();

    assert_eq!(verification, Verification::Wrong);
    assert!(is_current(&PasswordHash::new(&NOBODY).unwrap()), "it takes the same time");
}

#[tokio::test]
async fn a_hash_with_other_parameters_is_outdated() {
    let password = Password::from("a quiet lighthouse");
    let params = Params::new(8 * 1024, 1, 1, None).unwrap();
    let old = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let kept = old.hash_password(password.bytes()).unwrap().to_string();

    let verification = verify(&password, Some(kept)).await.unwrap();

    assert_eq!(verification, Verification::Outdated);
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
