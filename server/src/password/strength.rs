//! Which passwords are taken.
//!
//! Length and being hard to guess count; what characters it is made of does not. Guessing is
//! what `zxcvbn` does: its list of 30,000 leaked passwords, names and words, with capitals,
//! digits for letters, keyboard walks, sequences and dates, covers more than a list of our own
//! of the same size, which would know each of these in one spelling only.

use domain::reason::Reason;
use domain::{Error, Result};
use zxcvbn::{Score, zxcvbn};

use super::plaintext::Password;

/// Characters of the shortest password taken.
const FEWEST_CHARACTERS: usize = 8;

/// Characters of the longest password taken, in any script: at most 4,000 bytes.
const MOST_CHARACTERS: usize = 1_000;

/// Characters looked at when guessing: enough to tell, and few enough that no input, however
/// twisted, takes long.
const GUESSED_CHARACTERS: usize = 32;

/// Checks that a password would stand against guessing.
///
/// `context` is what everybody knows of its owner: e-mail address and name.
pub fn check(password: &Password, context: &[&str]) -> Result<()> {
    let text = password.text();
    let length = text.chars().count();
    if length < FEWEST_CHARACTERS {
        return refuse(Reason::PasswordTooShort);
    }
    if length > MOST_CHARACTERS {
        return refuse(Reason::PasswordTooLong);
    }
    let words = words(context);
    if is_made_of(text, &words) {
        return refuse(Reason::PasswordIsPersonal);
    }
    if is_guessed(text, &words) {
        return refuse(Reason::PasswordTooCommon);
    }
    Ok(())
}

fn refuse(reason: Reason) -> Result<()> {
    Err(Error::invalid("password", reason))
}

/// The context and its parts, in lower case.
fn words(context: &[&str]) -> Vec<String> {
    let whole = context.iter().map(|text| text.to_lowercase());
    let parts = context.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let parts = parts.filter(|part| part.chars().count() > 2).map(str::to_lowercase);
    whole.chain(parts).chain(["touchstone".to_owned()]).filter(|word| !word.is_empty()).collect()
}

/// Whether fewer than four characters are left without the words.
fn is_made_of(text: &str, words: &[String]) -> bool {
    let mut rest = text.to_lowercase();
    for word in words {
        rest = rest.replace(word.as_str(), "");
    }
    rest.chars().filter(|character| character.is_alphanumeric()).count() < 4
        && rest.len() < text.len()
}

/// Whether fewer than a million guesses find it: a throttled attacker's patience.
fn is_guessed(text: &str, words: &[String]) -> bool {
    let head: String = text.chars().take(GUESSED_CHARACTERS).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    zxcvbn(&head, &words).score() < Score::Two
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(password: &str) -> Option<&'static str> {
        let context = ["ann.lovelace@rate.example.org", "Ann Lovelace"];
        check(&password.into(), &context).err().map(|error| error.code())
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        let table = [
            "password",
            "Password1",
            "P@ssw0rd",
            "12345678",
            "1234567890",
            "qwertyuiop",
            "1qaz2wsx",
            "zaq12wsx",
            "iloveyou",
            "sunshine",
            "princess",
            "football1",
            "letmein1",
            "trustno1",
            "baseball",
            "superman",
            "aaaaaaaaaaaa",
            "abcdefgh",
            "abcd1234",
            "monkey123",
            "dragon2020",
            "qwerty123",
            "asdfghjkl",
            "passw0rd!",
            "welcome1",
            "11111111",
            "87654321",
            "19901990",
            "charlie1",
        ];

        for password in table {
            let reason = refusal(password).unwrap_or_else(|| panic!("{password} is taken"));
            assert_eq!(reason, "password_too_common", "{password}");
        }
    }

    #[test]
    fn what_everybody_knows_of_the_owner_is_refused() {
        let table = [
            "ann.lovelace@rate.example.org",
            "lovelace",
            "Lovelace1!",
            "annlovelace",
            "lovelace.ann",
            "touchstone1",
        ];

        for password in table {
            let reason = refusal(password).unwrap_or_else(|| panic!("{password} is taken"));
            assert_eq!(reason, "password_is_personal", "{password}");
        }
    }

    #[test]
    fn long_or_unlikely_is_enough() {
        let long = "orchid".repeat(3) + " under the lamp" + &"☃".repeat(900);
        let table = [
            "a quiet lighthouse",
            "kettle orchid bicycle",
            "vR7#kq0Lz",
            "tjqzhwpa",
            "пароль для маяка",
            "灯台の静かな夜です",
            long.as_str(),
        ];

        for password in table {
            assert_eq!(refusal(password), None, "{password}");
        }
    }

    #[test]
    fn length_counts_in_characters() {
        assert_eq!(refusal("vR7#kq0"), Some("password_too_short"));
        assert_eq!(refusal("灯台の静かな夜"), Some("password_too_short"));
        assert_eq!(refusal(&"☃x".repeat(501)), Some("password_too_long"));
    }
}
