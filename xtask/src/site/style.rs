//! The style sheets: one file in, its imports inlined, minified.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};

/// Inlines what the file imports, each in its layer, and makes the result short.
pub fn bundle(main: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(main)
        .map_err(|error| anyhow!("the styles could not be bundled: {error}"))?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| anyhow!("the styles could not be minified: {error}"))?;
    let options = PrinterOptions { minify: true, ..Default::default() };
    let printed = sheet
        .to_css(options)
        .map_err(|error| anyhow!("the styles could not be printed: {error}"))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_imported_file_comes_in_its_layer() {
        let directory = tempfile::tempdir().unwrap();
        let main = directory.path().join("main.css");
        fs::write(&main, "@layer base, parts;\n@import \"card.css\" layer(parts);\n").unwrap();
        fs::write(directory.path().join("card.css"), ".card {\n  color: red;\n}\n").unwrap();

        let css = bundle(&main).unwrap();

        assert_eq!(css, "@layer base;@layer parts{.card{color:red}}");
    }

    #[test]
    fn a_mistake_is_reported_with_its_file() {
        let directory = tempfile::tempdir().unwrap();
        let main = directory.path().join("main.css");
        fs::write(&main, "@import \"absent.css\";\n").unwrap();

        let error = bundle(&main).unwrap_err().to_string();

        assert!(error.starts_with("the styles could not be bundled"), "{error}");
    }
}
