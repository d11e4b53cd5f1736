//! Labels and names of the invisible characters.

use std::borrow::Cow;

type Name = (Cow<'static, str>, Cow<'static, str>);

/// Labels of the 32 control characters from U+0000.
const CONTROLS: [&str; 32] = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR",
    "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC",
    "FS", "GS", "RS", "US",
];

/// Finds the label and the name of a character that is not visible by itself.
pub fn find(character: char) -> Option<Name> {
    let known =
        |label: &'static str, name: &'static str| Some((Cow::Borrowed(label), Cow::Borrowed(name)));
    match character {
        '\t' | '\n' => None,
        '\0'..='\u{1f}' => known(CONTROLS[character as usize], "control character"),
        '\u{7f}' => known("DEL", "control character"),
        '\u{85}' => known("NEL", "next line"),
        '\u{80}'..='\u{9f}' => numbered("", 0, character, "control character"),
        '\u{ad}' => known("SHY", "soft hyphen"),
        '\u{34f}' => known("CGJ", "combining grapheme joiner"),
        '\u{61c}' => known("ALM", "Arabic letter mark"),
        '\u{115f}' => known("HCF", "Hangul choseong filler"),
        '\u{1160}' => known("HJF", "Hangul jungseong filler"),
        '\u{17b4}' => known("KIV-AQ", "Khmer inherent vowel AQ"),
        '\u{17b5}' => known("KIV-AA", "Khmer inherent vowel AA"),
        '\u{180b}'..='\u{180d}' => {
            numbered("FVS", 0x180a, character, "Mongolian variation selector")
        }
        '\u{180e}' => known("MVS", "Mongolian vowel separator"),
        '\u{180f}' => known("FVS4", "Mongolian variation selector"),
        '\u{200b}' => known("ZWSP", "zero width space"),
        '\u{200c}' => known("ZWNJ", "zero width non-joiner"),
        '\u{200d}' => known("ZWJ", "zero width joiner"),
        '\u{200e}' => known("LRM", "left-to-right mark"),
        '\u{200f}' => known("RLM", "right-to-left mark"),
        '\u{2028}' => known("LSEP", "line separator"),
        '\u{2029}' => known("PSEP", "paragraph separator"),
        '\u{202a}' => known("LRE", "left-to-right embedding"),
        '\u{202b}' => known("RLE", "right-to-left embedding"),
        '\u{202c}' => known("PDF", "pop directional formatting"),
        '\u{202d}' => known("LRO", "left-to-right override"),
        '\u{202e}' => known("RLO", "right-to-left override"),
        '\u{2060}' => known("WJ", "word joiner"),
        '\u{2061}'..='\u{2064}' => known("INV", "invisible operator"),
        '\u{2066}' => known("LRI", "left-to-right isolate"),
        '\u{2067}' => known("RLI", "right-to-left isolate"),
        '\u{2068}' => known("FSI", "first strong isolate"),
        '\u{2069}' => known("PDI", "pop directional isolate"),
        '\u{2065}' | '\u{206a}'..='\u{206f}' => {
            numbered("", 0, character, "deprecated format character")
        }
        '\u{2800}' => known("BLANK", "Braille pattern blank"),
        '\u{3164}' => known("HF", "Hangul filler"),
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => {
            numbered("", 0, character, "noncharacter")
        }
        '\u{fe00}'..='\u{fe0f}' => numbered("VS", 0xfdff, character, "variation selector"),
        '\u{feff}' => known("BOM", "zero width no-break space"),
        '\u{ffa0}' => known("HWHF", "halfwidth Hangul filler"),
        '\u{fff0}'..='\u{fff8}' => numbered("", 0, character, "unassigned invisible character"),
        '\u{fff9}'..='\u{fffb}' => known("ANN", "interlinear annotation"),
        '\u{1bca0}'..='\u{1bca3}' => known("SHF", "shorthand format control"),
        '\u{1d173}'..='\u{1d17a}' => known("MUS", "musical format control"),
        '\u{e0021}'..='\u{e007e}' => tag(character),
        '\u{e007f}' => known("TAG-END", "cancel tag"),
        '\u{e0000}'..='\u{e0020}' | '\u{e0080}'..='\u{e00ff}' => {
            numbered("", 0, character, "tag character")
        }
        '\u{e0100}'..='\u{e01ef}' => numbered("VS", 0xe00ef, character, "variation selector"),
        '\u{e01f0}'..='\u{e0fff}' => numbered("", 0, character, "unassigned invisible character"),
        character if u32::from(character) & 0xfffe == 0xfffe => {
            numbered("", 0, character, "noncharacter")
        }
        _ => None,
    }
}

/// A label that counts from just after `base`, or the code point itself without a prefix.
fn numbered(prefix: &str, base: u32, character: char, name: &'static str) -> Option<Name> {
    let number = u32::from(character) - base;
    let label =
        if prefix.is_empty() { format!("U+{number:04X}") } else { format!("{prefix}{number}") };
    Some((Cow::Owned(label), Cow::Borrowed(name)))
}

/// A tag character mirrors an ASCII character; a letter or digit is shown, so that a message
/// smuggled in tags can be read.
fn tag(character: char) -> Option<Name> {
    let mirrored = char::from_u32(u32::from(character) - 0xe0000)?;
    if !mirrored.is_ascii_alphanumeric() {
        return numbered("", 0, character, "tag character");
    }
    Some((Cow::Owned(format!("TAG-{mirrored}")), Cow::Owned(format!("tag {mirrored}"))))
}
