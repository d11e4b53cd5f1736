//! Invisible characters that a script or an emoji needs, and that therefore stay unmarked.

const ZERO_WIDTH_NON_JOINER: char = '\u{200c}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// Whether a joiner or variation selector does its proper work between these neighbours.
pub fn is_needed(previous: Option<char>, character: char, next: Option<char>) -> bool {
    let Some(previous) = previous else {
        return false;
    };
    match character {
        ZERO_WIDTH_NON_JOINER => joins(previous) && next.is_some_and(joins),
        ZERO_WIDTH_JOINER => {
            let in_word = joins(previous) && next.is_some_and(joins);
            let in_emoji = ends_emoji(previous) && next.is_some_and(is_pictograph);
            in_word || in_emoji
        }
        '\u{fe00}'..='\u{fe0f}' => takes_variation(previous),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => is_mongolian(previous),
        _ => false,
    }
}

/// Letters and marks of the scripts whose spelling uses joiners: Arabic and its relatives, Indic.
fn joins(character: char) -> bool {
    let in_script = matches!(
        character,
        '\u{620}'..='\u{6ff}'
            | '\u{700}'..='\u{8ff}'
            | '\u{900}'..='\u{dff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{1820}'..='\u{18af}'
            | '\u{1b00}'..='\u{1b7f}'
            | '\u{1cd0}'..='\u{1cff}'
            | '\u{a840}'..='\u{a8ff}'
            | '\u{a980}'..='\u{a9df}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}'
            | '\u{10d00}'..='\u{10d3f}'
            | '\u{11000}'..='\u{11fff}'
            | '\u{1e900}'..='\u{1e95f}'
    );
    in_script && !character.is_numeric()
}

fn ends_emoji(character: char) -> bool {
    character == '\u{fe0f}' || is_pictograph(character)
}

fn is_pictograph(character: char) -> bool {
    matches!(
        character,
        '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{2460}'..='\u{24ff}'
            | '\u{25a0}'..='\u{27bf}'
            | '\u{2900}'..='\u{297f}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

/// A selector directly after a visible character that has variants; never after a Latin letter.
fn takes_variation(character: char) -> bool {
    match character {
        '0'..='9' | '#' | '*' | '\u{a9}' | '\u{ae}' => true,
        '\u{fe00}'..='\u{fe0f}' | ZERO_WIDTH_NON_JOINER | ZERO_WIDTH_JOINER => false,
        character => character >= '\u{1000}' && !character.is_whitespace(),
    }
}

fn is_mongolian(character: char) -> bool {
    matches!(character, '\u{1820}'..='\u{18aa}')
}
