//! Two languages that nobody speaks: English with accents on its letters, from left to right and
//! from right to left. A page in one of them shows what is not translated, and whether it bears
//! longer words and the other direction. Their codes are those that others use for this.

use super::Language;
use crate::line::{ARGUMENT, END, KEY, SELECT, VARIANT};

/// The two, made from English.
pub fn languages(english: &Language) -> [Language; 2] {
    [("en-XA", false), ("ar-XB", true)].map(|(code, right_to_left)| Language {
        code: code.to_owned(),
        name: code.to_owned(),
        right_to_left,
        pseudo: true,
        lines: english.lines.iter().map(|line| accented(line)).collect(),
    })
}

fn accented(line: &str) -> String {
    let mut accented = String::new();
    let mut signs = line.chars();
    // Keys of variants stay as they are.
    let mut is_key = false;
    while let Some(sign) = signs.next() {
        accented.push(if is_key { sign } else { accent(sign) });
        match sign {
            ARGUMENT => accented.extend(signs.next()),
            SELECT => {
                accented.extend(signs.next());
                is_key = true;
            }
            VARIANT => is_key = true,
            KEY | END => is_key = false,
            _ => {}
        }
    }
    accented
}

fn accent(letter: char) -> char {
    const PLAIN: &str = "AEIOUYCNSZaeiouycnsz";
    const ACCENTED: &str = "ÅÉÎÖÛÝÇÑŠŽåéîöûýçñšž";
    let at = PLAIN.chars().position(|plain| plain == letter);
    at.and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(letter)
}
