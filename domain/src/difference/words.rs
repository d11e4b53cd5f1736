//! The words of two texts, compared.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

/// Where the words of two texts stand, and which of them differ.
pub fn compare(first: &str, second: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>, Diff) {
    let (firsts, seconds) = (words(first), words(second));
    let mut input = InternedInput::default();
    input.update_before(firsts.iter().map(|word| &first[word.clone()]));
    input.update_after(seconds.iter().map(|word| &second[word.clone()]));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    (firsts, seconds, diff)
}

/// Where the words of a text stand, in bytes: runs of letters and digits, and every other
/// character that is not white space by itself.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut in_word = false;
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let joins = is_joined(character);
        match words.last_mut() {
            Some(word) if in_word && joins => word.end = end,
            _ if character.is_whitespace() => {}
            _ => words.push(start..end),
        }
        in_word = joins;
    }
    words
}

/// Whether a character forms words with its neighbours. Scripts that do not part words by spaces
/// are read sign by sign: those of South-East Asia, and from the radicals of Chinese on.
fn is_joined(character: char) -> bool {
    let unparted = matches!(
        character,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..
    );
    (character.is_alphanumeric() || character == '_') && !unparted
}
