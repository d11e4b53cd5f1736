//! Emphasis beside Chinese, Japanese and Korean text.
//!
//! Whether stars open or close emphasis depends on spaces and punctuation around them, and these
//! languages put no spaces between words: in `**注意：**请看` the second stars close nothing. The
//! CommonMark proposal for them counts their punctuation as letters, and their letters as bounds.
//! A joint between stars and punctuation has the parser decide like that.

use std::borrow::Cow;

/// The same text with a joint wherever emphasis would fail beside such a character.
pub fn join(text: &str, joint: char) -> Cow<'_, str> {
    if !text.contains('*') || !text.contains(is_east_asian) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len() + 32);
    let mut before = None;
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        joined.push_str(&rest[..at]);
        let previous = rest[..at].chars().next_back().or(before);
        let after = rest[at..].trim_start_matches('*');
        let stars = &rest[at..rest.len() - after.len()];
        let (joins_before, joins_after) = match (previous, after.chars().next()) {
            (Some('\\'), _) => (false, false),
            (Some(previous), Some(next)) => joints(previous, next),
            _ => (false, false),
        };
        if joins_before {
            joined.push(joint);
        }
        joined.push_str(stars);
        if joins_after {
            joined.push(joint);
        }
        before = Some('*');
        rest = after;
    }
    joined.push_str(rest);
    Cow::Owned(joined)
}

/// Whether a joint is needed before and after stars with these neighbours.
fn joints(previous: char, next: char) -> (bool, bool) {
    let is_letter = |c: char| !c.is_whitespace() && !is_punctuation(c);
    let is_near = is_east_asian(previous) || is_east_asian(next);
    let closes = is_punctuation(previous) && is_letter(next);
    let opens = is_letter(previous) && is_punctuation(next);
    (is_near && closes, is_near && opens)
}

fn is_east_asian(character: char) -> bool {
    matches!(
        character,
        '\u{1100}'..='\u{11ff}'
            | '\u{2e80}'..='\u{a4cf}'
            | '\u{a960}'..='\u{a97f}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe10}'..='\u{fe1f}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{1b000}'..='\u{1b16f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Punctuation; a character too many here changes nothing, as a joint is a letter too.
fn is_punctuation(character: char) -> bool {
    character.is_ascii_punctuation()
        || matches!(
            character,
            '\u{a1}'
                | '\u{a7}'
                | '\u{ab}'
                | '\u{b6}'
                | '\u{b7}'
                | '\u{bb}'
                | '\u{bf}'
                | '\u{2010}'..='\u{2027}'
                | '\u{2030}'..='\u{205e}'
                | '\u{3001}'..='\u{3003}'
                | '\u{3008}'..='\u{3011}'
                | '\u{3014}'..='\u{301f}'
                | '\u{3030}'
                | '\u{303d}'
                | '\u{30a0}'
                | '\u{30fb}'
                | '\u{fe10}'..='\u{fe19}'
                | '\u{fe30}'..='\u{fe6b}'
                | '\u{ff01}'..='\u{ff0f}'
                | '\u{ff1a}'..='\u{ff20}'
                | '\u{ff3b}'..='\u{ff3f}'
                | '\u{ff5b}'..='\u{ff65}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joints_stand_only_where_emphasis_would_fail() {
        let table = [
            ("是**“重点”**内", "是**+“重点”+**内"),
            ("**注意：**请", "**注意：+**请"),
            ("**결과(요약)**는", "**결과(요약)+**는"),
            ("**正常**文字", "**正常**文字"),
            ("**a:** 是", "**a:** 是"),
            ("a**b:**c 是", "a**b:**c 是"),
            ("是\\*“", "是\\*“"),
            ("* 是", "* 是"),
        ];

        for (text, joined) in table {
            assert_eq!(join(text, '+'), joined, "{text}");
        }
    }
}
