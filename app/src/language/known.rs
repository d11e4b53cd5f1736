//! The languages of the interface.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// As in `de` or `pt-BR`.
    pub code: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    pub right_to_left: bool,
    /// Whether it is for trying the pages out, not for reading them.
    pub pseudo: bool,
}

impl Language {
    /// The language of this code.
    pub fn of(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.code == code)
    }
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));
