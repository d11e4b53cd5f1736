//! Addresses: which of them may be followed, and where they stand in running text.

use ammonia::Url;

use crate::markdown::glyph;

/// The schemes that a link may lead to.
pub const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Longer addresses are shown as text; nobody can judge where they lead.
const MAX_LENGTH: usize = 2_048;

/// Checks an address and writes it in the one spelling that browsers agree on, in ASCII only.
///
/// Gives nothing for relative addresses, other schemes, and addresses with invisible characters.
pub fn parse(address: &str) -> Option<String> {
    if address.len() > MAX_LENGTH || glyph::has_marked(address) {
        return None;
    }
    let url = Url::parse(address).ok()?;
    if !SCHEMES.contains(&url.scheme()) || !url.as_str().is_ascii() {
        return None;
    }
    Some(url.into())
}

/// A stretch of running text, with the address it leads to if it is one.
pub struct Part<'t> {
    /// The text as it was written.
    pub text: &'t str,
    /// Where it leads.
    pub address: Option<String>,
}

/// Cuts running text into plain stretches and bare `http://` and `https://` addresses.
pub fn split(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest_start = 0;
    let mut search_start = 0;
    while let Some(found) = text[search_start..].find("://") {
        let separator = search_start + found;
        search_start = separator + "://".len();
        let Some(start) = find_scheme(text, rest_start, separator) else {
            continue;
        };
        let end = start + length(&text[start..]);
        search_start = search_start.max(end);
        let Some(address) = parse(&text[start..end]) else {
            continue;
        };
        parts.push(Part { text: &text[rest_start..start], address: None });
        parts.push(Part { text: &text[start..end], address: Some(address) });
        rest_start = end;
    }
    parts.push(Part { text: &text[rest_start..], address: None });
    parts
}

/// Finds where the `http` or `https` in front of a `://` begins, if it stands on its own.
fn find_scheme(text: &str, from: usize, separator: usize) -> Option<usize> {
    let before = &text[from..separator];
    let is_scheme = |scheme: &&&str| {
        before
            .len()
            .checked_sub(scheme.len())
            .and_then(|at| before.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(scheme))
    };
    let scheme = ["https", "http"].iter().find(is_scheme)?;
    let start = separator - scheme.len();
    let follows_word = text[from..start].chars().next_back().is_some_and(is_spaced_letter);
    (!follows_word).then_some(start)
}

/// The length of the address at the start of a text, without punctuation of the sentence around.
fn length(text: &str) -> usize {
    let end = text.find(|character| !is_address_character(character)).unwrap_or(text.len());
    let mut address = &text[..end];
    let mut n_unopened = address.matches(')').count().saturating_sub(address.matches('(').count());
    loop {
        let Some(last) = address.chars().next_back() else {
            return 0;
        };
        match last {
            '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' => {}
            ')' if n_unopened > 0 => n_unopened -= 1,
            _ => return address.len(),
        }
        address = &address[..address.len() - last.len_utf8()];
    }
}

fn is_address_character(character: char) -> bool {
    match character {
        '!' | '#'..=';' | '=' | '?'..='Z' | '_' | 'a'..='z' | '~' | '[' | ']' => true,
        character => !character.is_ascii() && is_spaced_letter(character),
    }
}

/// Letters and digits of scripts that put spaces between words.
pub fn is_spaced_letter(character: char) -> bool {
    character < '\u{2e80}' && character.is_alphanumeric()
}
