//! Keys for texts and prompts that count as the same.

use std::borrow::Cow;

use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::task::Message;

/// Equal for texts that differ only in white space or in the composition of characters. The texts
/// themselves stay unchanged.
pub(super) fn of_text(text: &str) -> String {
    let composed = match is_nfc(text) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    };
    let words: Vec<&str> = composed.split_whitespace().collect();
    words.join(" ")
}

/// Equal for prompts whose messages have the same keys.
pub(super) fn of_prompt(messages: &[Message]) -> [u8; 16] {
    let mut digest = Sha256::new();
    for message in messages {
        for part in [message.role.name(), &of_text(&message.text())] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
    }
    let mut key = [0; 16];
    key.copy_from_slice(&digest.finalize()[..16]);
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Speaker;

    #[test]
    fn white_space_and_composition_make_no_difference_and_all_else_does() {
        let same = ["Où  est\nLima?", " Où est Lima? ", "Ou\u{300} est\u{2003}Lima?\r\n"];
        for text in same {
            assert_eq!(of_text(text), "Où est Lima?");
        }
        for other in ["où est Lima?", "Où est Lima", "Oùest Lima?"] {
            assert_ne!(of_text(other), "Où est Lima?");
        }
    }

    #[test]
    fn who_says_a_message_and_where_it_ends_are_part_of_a_prompt() {
        let message = |role, content: &str| Message::new(role, content);
        let prompts = [
            vec![message(Speaker::User, "a"), message(Speaker::User, "b")],
            vec![message(Speaker::User, "a b")],
            vec![message(Speaker::System, "a"), message(Speaker::User, "b")],
            vec![],
        ];
        let keys: std::collections::HashSet<_> =
            prompts.iter().map(|prompt| of_prompt(prompt)).collect();

        assert_eq!(keys.len(), prompts.len());
        assert_eq!(of_prompt(&prompts[1]), of_prompt(&[message(Speaker::User, "a\n b")]));
    }
}
