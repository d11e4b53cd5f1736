//! Which characters are marked, and which may stand.

use super::has_marked;
use crate::markdown::checker::check;
use crate::markdown::{plain, render};

fn span(title: &str, label: &str) -> String {
    format!("<span class=\"glyph\" title=\"{title}\">{label}</span>")
}

#[test]
fn invisible_characters_carry_their_names() {
    for (character, title, label) in [
        ('\0', "U+0000 control character", "NUL"),
        ('\u{1b}', "U+001B control character", "ESC"),
        ('\u{85}', "U+0085 next line", "NEL"),
        ('\u{9f}', "U+009F control character", "U+009F"),
        ('\u{ad}', "U+00AD soft hyphen", "SHY"),
        ('\u{61c}', "U+061C Arabic letter mark", "ALM"),
        ('\u{1160}', "U+1160 Hangul jungseong filler", "HJF"),
        ('\u{200b}', "U+200B zero width space", "ZWSP"),
        ('\u{200d}', "U+200D zero width joiner", "ZWJ"),
        ('\u{200e}', "U+200E left-to-right mark", "LRM"),
        ('\u{2029}', "U+2029 paragraph separator", "PSEP"),
        ('\u{202e}', "U+202E right-to-left override", "RLO"),
        ('\u{2069}', "U+2069 pop directional isolate", "PDI"),
        ('\u{feff}', "U+FEFF zero width no-break space", "BOM"),
        ('\u{e0041}', "U+E0041 tag A", "TAG-A"),
        ('\u{e003c}', "U+E003C tag character", "U+E003C"),
        ('\u{e0100}', "U+E0100 variation selector", "VS17"),
    ] {
        let glyph = span(title, label);

        assert_eq!(render(&format!("a{character}b")), format!("<p>a{glyph}b</p>"));
        assert_eq!(render(&format!("`a{character}b`")), format!("<p><code>a{glyph}b</code></p>"));
        assert_eq!(
            render(&format!("```\na{character}b\n```")),
            format!("<pre><code>a{glyph}b\n</code></pre>")
        );
        assert_eq!(plain(&format!("a{character}b")), format!("a{glyph}b"));
    }
}

#[test]
fn every_listed_character_is_marked() {
    let listed = [
        0x00..=0x08,
        0x0b..=0x1f,
        0x7f..=0x9f,
        0xad..=0xad,
        0x61c..=0x61c,
        0x115f..=0x1160,
        0x200b..=0x200f,
        0x2028..=0x202e,
        0x2060..=0x206f,
        0x3164..=0x3164,
        0xfeff..=0xfeff,
        0xffa0..=0xffa0,
        0xe0000..=0xe007f,
        0xe0100..=0xe01ef,
    ];
    for character in listed.into_iter().flatten().filter_map(char::from_u32) {
        let text = format!("a{character}b");

        assert!(has_marked(&text), "U+{:04X}", u32::from(character));
        if character != '\r' {
            assert!(!plain(&text).contains(character), "U+{:04X}", u32::from(character));
        }
    }
}

#[test]
fn characters_from_entities_are_marked() {
    assert_eq!(
        render("a&#x202E;b&zwj;c&shy;d"),
        format!(
            "<p>a{}b{}c{}d</p>",
            span("U+202E right-to-left override", "RLO"),
            span("U+200D zero width joiner", "ZWJ"),
            span("U+00AD soft hyphen", "SHY")
        )
    );
}

#[test]
fn joiners_stand_where_a_script_or_an_emoji_needs_them() {
    for text in [
        "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}",
        "\u{915}\u{94d}\u{200d}\u{937}",
        "\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3}",
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
        "\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}",
        "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
        "\u{2764}\u{fe0f}\u{200d}\u{1f525}",
        "1\u{fe0f}\u{20e3} \u{a9}\u{fe0f}",
    ] {
        assert_eq!(plain(text), text, "{text:?}");
        assert_eq!(render(text), format!("<p>{text}</p>"), "{text:?}");
    }
}

#[test]
fn joiners_are_marked_elsewhere() {
    for (text, n_glyphs) in [
        ("a\u{200c}b", 1),
        ("a\u{200d}b", 1),
        ("\u{200d}", 1),
        ("\u{645}\u{200c}", 1),
        ("\u{645}\u{200c}\u{200c}\u{645}", 2),
        ("\u{1f469}\u{200d}a", 1),
        ("a\u{fe0f}", 1),
        ("a\u{fe00}\u{fe01}\u{fe02}", 3),
        ("\u{4e2d}\u{200c}\u{4e2d}", 1),
    ] {
        assert_eq!(plain(text).matches("class=\"glyph\"").count(), n_glyphs, "{text:?}");
    }
}

#[test]
fn attributes_hold_labels_instead_of_glyphs() {
    let html = render("[a](https://b.example \"c\u{202e}d\")");

    assert!(html.contains("title=\"c[RLO]d\""), "{html}");
}

#[test]
fn an_address_with_invisible_characters_is_not_followed() {
    for text in ["[a](https://b\u{200b}.example)", "[a](https://b.example/\u{202e}gpj)"] {
        let page = check(&render(text)).expect("refused links pass the checker");

        assert!(page.addresses.is_empty(), "{text:?}");
        assert!(page.text.starts_with("[a](https://b"), "{}", page.text);
    }
}

#[test]
fn thousands_of_glyphs_become_labels() {
    let html = render(&"a\u{1}".repeat(20_000));

    assert_eq!(html.matches("class=\"glyph\"").count(), 5_000);
    assert_eq!(html.matches("[SOH]").count(), 15_000);
}
