//! A compiled message: text on one line, with signs where something is to be filled in.
//!
//! The signs are control characters, which no text holds: `ARGUMENT` and a letter stand for an
//! argument, `a` the first. `SELECT` and a letter begin a choice by an argument: variants follow,
//! each a key, `KEY`, a line and `VARIANT`. The last one has no key and is for all other cases.
//! `END` ends the choice.

use std::borrow::Cow;
use std::str::Chars;

pub const ARGUMENT: char = '\u{1}';
pub const SELECT: char = '\u{2}';
pub const KEY: char = '\u{3}';
pub const VARIANT: char = '\u{4}';
pub const END: char = '\u{5}';

/// What is filled into a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument<'a> {
    /// As it is shown.
    pub shown: Cow<'a, str>,
    /// What variants are chosen by: of a number the digits, of a text the text.
    pub exact: Cow<'a, str>,
    /// Of a number, the plural category of the language: `one`, `other` and so on.
    pub category: &'static str,
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self { shown: text.into(), exact: text.into(), category: "" }
    }
}

/// The line with its arguments filled in. What a line asks for that is not there is left out.
pub fn fill(line: &str, arguments: &[Argument]) -> String {
    let mut filled = String::with_capacity(line.len() + 16);
    write(&mut line.chars(), arguments, &mut Some(&mut filled));
    filled
}

/// Writes up to the end of the line or of the variant; without `out` only reads.
fn write(line: &mut Chars, arguments: &[Argument], out: &mut Option<&mut String>) {
    while let Some(sign) = line.next() {
        match sign {
            ARGUMENT => {
                let argument = argument(line, arguments);
                if let (Some(out), Some(argument)) = (out.as_mut(), argument) {
                    out.push_str(&argument.shown);
                }
            }
            SELECT => {
                let argument = argument(line, arguments);
                choose(line, argument, arguments, out);
            }
            VARIANT => return,
            text => {
                if let Some(out) = out {
                    out.push(text);
                }
            }
        }
    }
}

/// Writes the first variant that fits and reads over the others.
fn choose(
    line: &mut Chars,
    by: Option<&Argument>,
    arguments: &[Argument],
    out: &mut Option<&mut String>,
) {
    let mut chosen = false;
    while !line.as_str().is_empty() && !line.as_str().starts_with(END) {
        let key: String = line.by_ref().take_while(|sign| *sign != KEY).collect();
        let fits = key.is_empty() || by.is_some_and(|by| by.exact == key || by.category == key);
        match fits && !chosen {
            true => write(line, arguments, out),
            false => write(line, arguments, &mut None),
        }
        chosen |= fits;
    }
    line.next();
}

/// The argument that the next sign stands for.
fn argument<'a, 'b>(line: &mut Chars, arguments: &'a [Argument<'b>]) -> Option<&'a Argument<'b>> {
    let place = u32::from(line.next()?).checked_sub(u32::from('a'))?;
    arguments.get(usize::try_from(place).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(shown: &'static str, category: &'static str) -> Argument<'static> {
        Argument { shown: shown.into(), exact: shown.into(), category }
    }

    #[test]
    fn arguments_are_filled_in_where_they_stand() {
        assert_eq!(fill("\u{1}b and \u{1}a.", &["A".into(), "B".into()]), "B and A.");
        assert_eq!(fill("nothing \u{1}c", &["A".into()]), "nothing ");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn the_first_variant_that_fits_is_chosen() {
        let line = "\u{2}a0\u{3}none\u{4}one\u{3}one flag\u{4}\u{3}\u{1}a flags\u{4}\u{5}!";

        assert_eq!(fill(line, &[number("0", "other")]), "none!");
        assert_eq!(fill(line, &[number("1", "one")]), "one flag!");
        assert_eq!(fill(line, &[number("7", "other")]), "7 flags!");
        assert_eq!(fill(line, &[]), " flags!");
    }

    #[test]
    fn choices_lie_in_choices() {
        let inner = "\u{2}bx\u{3}X\u{4}\u{3}Y\u{4}\u{5}";
        let line = format!("\u{2}aone\u{3}1{inner}\u{4}\u{3}n{inner}\u{4}\u{5}.");

        assert_eq!(fill(&line, &[number("1", "one"), "x".into()]), "1X.");
        assert_eq!(fill(&line, &[number("2", "other"), "z".into()]), "nY.");
    }

    #[test]
    fn a_line_that_breaks_off_is_no_trouble() {
        for line in
            ["\u{1}", "\u{2}", "\u{2}a", "\u{2}aone", "\u{2}aone\u{3}x", "\u{2}aone\u{3}x\u{4}"]
        {
            fill(line, &[number("1", "one")]);
        }
    }
}
