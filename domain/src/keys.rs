//! The keys of the judge page, which every rater may lay out as they like.
//!
//! Digits, Enter, Escape, Backspace and `?` mean the same for everybody; the letters can be
//! changed.

pub(crate) mod command;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::command::COUNT;
pub use self::command::Command;
use crate::error::{Error, Result};
use crate::reason::Reason;

/// A letter from `a` to `z` for each [`Command`], no letter twice.
///
/// Written as the letters in the order of [`Command::all`], as the judge page reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub struct Keys([u8; COUNT]);

impl Default for Keys {
    fn default() -> Self {
        Self(Command::ALL.map(|(.., letter)| letter))
    }
}

impl Keys {
    /// The usual keys but for `chosen`, in which an empty text stands for the usual one.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`], its field that of the command, where something else than a letter from
    /// A to Z is chosen, and where two commands would have the same.
    pub fn new(chosen: &BTreeMap<Command, String>) -> Result<Self> {
        let mut keys = Self::default();
        for (command, text) in chosen.iter().filter(|(_, text)| !text.trim().is_empty()) {
            let [letter @ (b'a'..=b'z' | b'A'..=b'Z')] = text.trim().as_bytes() else {
                return Err(Error::invalid(command.name(), Reason::LetterRequired));
            };
            keys.0[*command as usize] = letter.to_ascii_lowercase();
        }
        // Of two, the one that was chosen is to be mended.
        let is_chosen =
            |command: &Command| chosen.get(command).is_some_and(|text| !text.trim().is_empty());
        for command in Command::all().filter(is_chosen) {
            let letter = keys.letter(command);
            let other =
                Command::all().find(|other| *other != command && keys.letter(*other) == letter);
            if let Some(other) = other {
                let letter = letter.to_ascii_uppercase();
                let reason = Reason::LetterTaken { letter, by: other };
                return Err(Error::invalid(command.name(), reason));
            }
        }
        Ok(keys)
    }

    /// Keys that were kept. A command that has come since gets its usual letter or, where the
    /// rater gave that to another, the first that is free.
    pub fn kept(chosen: &BTreeMap<String, String>) -> Self {
        let mut letters = [None; COUNT];
        for (n, (_, name, _)) in Command::ALL.iter().enumerate() {
            letters[n] = chosen.get(*name).and_then(|text| free(text.bytes(), &letters));
        }
        for (n, (.., usual)) in Command::ALL.iter().enumerate() {
            if letters[n].is_none() {
                letters[n] = free([*usual].into_iter().chain(b'a'..=b'z'), &letters);
            }
        }
        Self(letters.map(|letter| letter.unwrap_or(b'a')))
    }

    /// The letter of every command.
    pub fn by_command(&self) -> BTreeMap<Command, char> {
        Command::all().map(|command| (command, self.letter(command))).collect()
    }

    /// The letter of a command, in lower case.
    pub fn letter(&self, command: Command) -> char {
        self.0[command as usize].into()
    }

    /// The letter of a command as it stands on a key.
    pub fn printed(&self, command: Command) -> &'static str {
        const PRINTED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let at = usize::from(self.0[command as usize].saturating_sub(b'a'));
        PRINTED.get(at..=at).unwrap_or_default()
    }

    /// What a lower-case letter does.
    pub fn command(&self, letter: char) -> Option<Command> {
        Command::all().find(|command| self.letter(*command) == letter)
    }
}

/// The first of `wanted` that is a lower-case letter and not taken.
fn free(mut wanted: impl Iterator<Item = u8>, taken: &[Option<u8>]) -> Option<u8> {
    wanted.find(|letter| letter.is_ascii_lowercase() && !taken.contains(&Some(*letter)))
}

impl From<Keys> for String {
    fn from(keys: Keys) -> Self {
        keys.0.map(char::from).iter().collect()
    }
}

/// Whatever is not a full set of letters reads as the usual keys.
impl From<String> for Keys {
    fn from(letters: String) -> Self {
        letters.into_bytes().try_into().map_or_else(|_| Self::default(), Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(letters: &[(Command, &str)]) -> BTreeMap<Command, String> {
        letters.iter().map(|(command, letter)| (*command, (*letter).to_owned())).collect()
    }

    fn refused(letters: &[(Command, &str)]) -> (String, Reason) {
        match Keys::new(&chosen(letters)) {
            Err(Error::Invalid { field, reason }) => (field, reason),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_command_stands_in_its_place_under_its_name() {
        for (n, (command, name, letter)) in Command::ALL.into_iter().enumerate() {
            assert_eq!(command as usize, n);
            assert_eq!(serde_json::to_value(command).unwrap(), name);
            assert_eq!(Keys::default().command(letter.into()), Some(command), "no letter twice");
        }
    }

    #[test]
    fn what_is_chosen_takes_the_place_of_the_usual() {
        let keys = Keys::new(&chosen(&[(Command::Skip, " Z "), (Command::Flip, "")])).unwrap();

        assert_eq!((keys.letter(Command::Skip), keys.printed(Command::Skip)), ('z', "Z"));
        assert_eq!(keys.command('z'), Some(Command::Skip));
        assert_eq!(keys.command('s'), None);
        assert_eq!(keys.letter(Command::Flip), 'f');
    }

    #[test]
    fn two_commands_may_change_places() {
        let keys = Keys::new(&chosen(&[(Command::Skip, "l"), (Command::Flag, "s")])).unwrap();

        assert_eq!(keys.command('l'), Some(Command::Skip));
        assert_eq!(keys.command('s'), Some(Command::Flag));
    }

    #[test]
    fn no_letter_does_two_things() {
        let (field, reason) = refused(&[(Command::Skip, "f")]);

        assert_eq!(field, "skip");
        assert_eq!(reason, Reason::LetterTaken { letter: 'F', by: Command::Flip });
        assert_eq!(refused(&[(Command::Flip, ""), (Command::Skip, "f")]).0, "skip");
    }

    #[test]
    fn a_key_is_one_latin_letter() {
        for wrong in ["1", "ß", "ab", "?", "ы"] {
            assert_eq!(refused(&[(Command::Raw, wrong)]).0, "raw", "{wrong}");
        }
    }

    #[test]
    fn keys_outlive_commands_that_come_and_go() {
        let kept = |letters: &[(&str, &str)]| {
            let owned = letters.iter().map(|(name, letter)| ((*name).into(), (*letter).into()));
            Keys::kept(&owned.collect())
        };

        // As if guidelines had come since, and something else had gone.
        let keys = kept(&[("skip", "g"), ("sing", "z")]);

        assert_eq!(keys.letter(Command::Skip), 'g');
        assert_eq!(keys.letter(Command::Guidelines), 'h', "A to G are in use");
        assert_eq!(keys.letter(Command::Flip), 'f');
        assert_eq!(kept(&[("skip", "ß"), ("flag", "")]), Keys::default());
        assert_eq!(kept(&[("skip", "z"), ("flag", "z")]).letter(Command::Flag), 'l');
    }

    #[test]
    fn keys_survive_the_way_to_the_page() {
        let keys = Keys::new(&chosen(&[(Command::Skip, "z")])).unwrap();
        let text = serde_json::to_string(&keys).unwrap();

        assert_eq!(text, r#""abtvxnprqwezlujkdfmcyg""#);
        assert_eq!(serde_json::from_str::<Keys>(&text).unwrap(), keys);
        assert_eq!(serde_json::from_str::<Keys>(r#""abc""#).unwrap(), Keys::default());
    }
}
