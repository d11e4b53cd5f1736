//! What holds for every text.

use proptest::prelude::*;

use crate::markdown::checker::check;
use crate::markdown::{glyph, plain, render, sanitizer};

/// Pieces that texts which break renderers are made of.
fn piece() -> impl Strategy<Value = String> {
    let markup = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r",
        "    ",
        "\t",
        "> ",
        "- ",
        "1. ",
        "02. ",
        " ",
        "   ",
        "# ",
        "***",
        "**",
        "*",
        "_",
        "~~",
        "`",
        "```",
        "```x",
        "$",
        "$$",
        "\\(",
        "\\)",
        "\\[",
        "\\[\n",
        "$$\n",
        "\\frac{",
        "}",
        "x^2",
        "<span class=\"formula-0\"></span>",
        "```rust\n",
        "```html\n",
        "|",
        "|-|-|\n",
        "[",
        "]",
        "](",
        ")",
        "![",
        "[a]: ",
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<![CDATA[",
        "<script>",
        "<svg>",
        "<p ",
        "=\"",
        "'",
        "\"",
        "&",
        "&lt;",
        "&#0;",
        "&#x202e;",
        "\\",
        "http://",
        "https://a.example/",
        "javascript:",
        "mailto:",
        "- [ ] ",
        "[1]: https://a.example/ \"b\"\n",
        "| a | b |\n|-|-|\n| c | d | e |\n",
        "\\begin{",
        "\\boxed{",
        "\\text{",
        "\\tag{1}",
        "\\cancel{",
        "\\unknown",
        "%",
        "&",
        "def f(x):\n    return x\n",
        "7. ",
        "（",
        "。",
        "\u{5d0}",
        "\u{fdd0}",
        "- [x] ",
        "---",
        "===",
        "a",
        "B",
        "\0",
        "\u{1}",
        "\u{85}",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{200c}",
        "\u{200d}",
        "\u{202e}",
        "\u{2066}",
        "\u{feff}",
        "\u{fe0f}",
        "\u{e0041}",
        "\u{e0100}",
        "\u{3164}",
        "\u{2028}",
        "\u{1f469}",
        "\u{645}",
        "\u{915}\u{94d}",
        "\u{4e2d}",
    ]);
    prop_oneof![6 => markup.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

pub fn hostile_text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_passes_the_checker(text in any::<String>()) {
        prop_assert_eq!(check(&render(&text)).err(), None);
        prop_assert_eq!(check(&plain(&text)).err(), None);
    }

    #[test]
    fn hostile_text_passes_the_checker(text in hostile_text()) {
        prop_assert_eq!(check(&render(&text)).err(), None);
        prop_assert_eq!(check(&plain(&text)).err(), None);
    }

    #[test]
    fn cleaning_again_changes_nothing(text in hostile_text()) {
        let html = render(&text);
        // Formulas are put in behind the sanitiser, which knows none.
        if !html.contains("<math") {
            prop_assert_eq!(sanitizer::clean(&html), html);
        }
    }

    #[test]
    fn text_with_something_to_show_is_never_empty(text in hostile_text()) {
        let has_letters = text.chars().any(char::is_alphanumeric);

        prop_assert!(!has_letters || !render(&text).is_empty());
    }

    #[test]
    fn every_word_is_kept(words in prop::collection::vec("[\\p{L}\\p{N}]{1,12}", 1..40)) {
        let text = words.join(" ");
        prop_assume!(!glyph::has_marked(&text));

        let page = check(&render(&text)).expect("words pass the checker");

        prop_assert_eq!(page.text.split_whitespace().collect::<Vec<_>>(), words);
    }

    #[test]
    fn code_is_kept_to_the_letter(code in "[ -_a-~\\t\\n]{0,80}") {
        let page = check(&render(&format!("```\n{code}\n```"))).expect("code passes the checker");

        prop_assert_eq!(page.text, format!("{code}\n"));
    }

    #[test]
    fn plain_text_is_kept_to_the_letter(text in "[ -~\\t\\n\\p{L}]{0,80}") {
        prop_assume!(!glyph::has_marked(&text));

        let page = check(&plain(&text)).expect("plain text passes the checker");

        prop_assert_eq!(page.text, text);
    }
}
