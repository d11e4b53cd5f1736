//! The style sheets: one file in, its imports inlined, minified.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lightningcss::rules::CssRule;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

/// Inlines what the file imports, each in its layer, and makes the result short.
///
/// lightningcss has a bundler of its own, which depends on a crate with a known fault
/// (`rkyv` 0.7, RUSTSEC-2026-0235). One level of imports is all that is needed here.
pub fn bundle(main: &Path) -> Result<String> {
    let text = inline(main)?;
    let mut sheet = parse(&text, main)?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| anyhow!("the styles could not be minified: {error}"))?;
    print(&sheet, true)
}

/// The text of the main file with each import replaced by the file in a block of its layer.
fn inline(main: &Path) -> Result<String> {
    let text = read(main)?;
    let directory = main.parent().unwrap_or(Path::new("."));
    let mut bundled = String::new();
    for rule in parse(&text, main)?.rules.0 {
        let CssRule::Import(import) = rule else {
            let rule = StyleSheet::new(
                Vec::new(),
                lightningcss::rules::CssRuleList(vec![rule]),
                ParserOptions::default(),
            );
            bundled.push_str(&print(&rule, false)?);
            continue;
        };
        let file = directory.join(&*import.url);
        let Some(Some(layer)) = import.layer else {
            bail!("{} is imported without a layer", file.display());
        };
        let imported = read(&file)?;
        // A file that closes more blocks than it opens would end the layer's block.
        parse(&imported, &file)?;
        let layer = layer.0.join(".");
        bundled.push_str(&format!("@layer {layer} {{\n{imported}\n}}\n"));
    }
    Ok(bundled)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))
}

fn parse<'a>(text: &'a str, file: &Path) -> Result<StyleSheet<'a>> {
    StyleSheet::parse(text, ParserOptions::default())
        .map_err(|error| anyhow!("{} is not valid CSS: {error}", file.display()))
}

fn print(sheet: &StyleSheet<'_>, minify: bool) -> Result<String> {
    let printed = sheet
        .to_css(PrinterOptions { minify, ..Default::default() })
        .map_err(|error| anyhow!("the styles could not be printed: {error}"))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bundles a main file beside a `card.css`.
    fn bundle_with_card(main: &str, card: &str) -> Result<String> {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("main.css");
        fs::write(&path, main).unwrap();
        fs::write(directory.path().join("card.css"), card).unwrap();
        bundle(&path)
    }

    #[test]
    fn an_imported_file_comes_in_its_layer() {
        let main = "@layer base, parts;\n@import \"card.css\" layer(parts);\n";

        let css = bundle_with_card(main, ".card {\n  color: red;\n}\n").unwrap();

        assert_eq!(css, "@layer base;@layer parts{.card{color:red}}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = bundle_with_card("@import \"absent.css\" layer(parts);\n", "").unwrap_err();

        assert!(format!("{error:#}").contains("absent.css could not be read"), "{error:#}");
    }

    #[test]
    fn an_import_without_a_layer_is_refused() {
        let error = bundle_with_card("@import \"card.css\";\n", "").unwrap_err().to_string();

        assert!(error.ends_with("card.css is imported without a layer"), "{error}");
    }

    #[test]
    fn a_file_that_closes_too_many_blocks_is_named() {
        let main = "@import \"card.css\" layer(parts);\n";

        let error = bundle_with_card(main, ".card { color: red } }").unwrap_err().to_string();

        assert!(error.contains("card.css is not valid CSS"), "{error}");
    }
}
