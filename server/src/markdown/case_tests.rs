//! Texts that other pages spoil, each with the page that it should become.
//!
//! The pages stand beside the texts. `UPDATE_PAGES=1` writes them anew; read them, and look at
//! them in a browser, before they are kept.

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

use crate::markdown::checker::check;
use crate::markdown::render;

const CASES: [&str; 10] = [
    "r04_unfenced_code",
    "r10_maths_in_table_and_code",
    "r18_cjk_bold",
    "r21_link_definitions_only",
    "r25_cjk_maths",
    "r26_mixed_direction",
    "r29_spaces_in_maths",
    "r30_commands",
    "r32_sources",
    "r33_matrix",
];

/// The pages of a case, one line of HTML for each block.
fn pages(case: &Value) -> String {
    let mut pages = String::new();
    let texts = case["messages"].as_array().into_iter().flatten().map(|turn| &turn["content"]);
    let responses = case["responses"].as_array().into_iter().flatten();
    for text in texts.chain(responses.map(|response| &response["text"])) {
        let html = render(text.as_str().expect("the text is a string"));
        check(&html).expect("the page passes the checker");
        writeln!(pages, "{}\n", html.replace("</p><", "</p>\n<").replace("</li><", "</li>\n<"))
            .expect("a string takes all");
    }
    pages
}

#[test]
fn cases_become_the_pages_that_were_looked_at() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rendering");
    for name in CASES {
        let case = std::fs::read_to_string(directory.join(format!("{name}.jsonl"))).unwrap();
        let pages = pages(&serde_json::from_str(&case).unwrap());
        let path = directory.join(format!("{name}.html"));
        if std::env::var_os("UPDATE_PAGES").is_some() {
            std::fs::write(&path, &pages).unwrap();
        }

        let expected = std::fs::read_to_string(&path).unwrap_or_default();

        assert_eq!(pages, expected, "{name}");
    }
}
