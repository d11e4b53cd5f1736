//! The text files of the checkout that rules look at.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

const EXTENSIONS: &[&str] =
    &["rs", "ts", "js", "css", "sql", "toml", "json", "jsonl", "csv", "md", "html", "svg", "sh"];
const SKIPPED_DIRECTORIES: &[&str] =
    &["target", "data", "node_modules", "test-results", "playwright-report"];

/// One text file.
pub struct Source {
    /// Relative to the root, with `/` between its parts.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// Numbered lines, each with whether it belongs to a test.
    ///
    /// A file is a test when its path says so; in other files, tests begin where `mod tests`
    /// does, because they stand at the bottom.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str, bool)> {
        let is_test_file = self.path.contains("/tests/") || self.path.ends_with("/tests.rs");
        let mut in_tests = is_test_file;
        self.text.lines().enumerate().map(move |(index, line)| {
            in_tests |= line.starts_with("mod tests {");
            (index + 1, line, in_tests)
        })
    }
}

/// Reads every text file below the root that is the project's own.
pub fn collect(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    visit(root, "", &mut sources)?;
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn visit(directory: &Path, prefix: &str, sources: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() && !name.starts_with('.') && !SKIPPED_DIRECTORIES.contains(&name.as_str())
        {
            visit(&entry.path(), &format!("{path}/"), sources)?;
        } else if kind.is_file() && is_text(&name) {
            let bytes =
                fs::read(entry.path()).with_context(|| format!("{path} could not be read"))?;
            // Some samples are broken on purpose.
            let text = String::from_utf8_lossy(&bytes).into_owned();
            sources.push(Source { path, text });
        }
    }
    Ok(())
}

fn is_text(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| EXTENSIONS.contains(&extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_or_downloaded_is_not_looked_at() {
        let root = tempfile::tempdir().unwrap();
        for path in ["app/src/lib.rs", "target/debug/out.rs", "end2end/node_modules/a.js"] {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }

        let sources = collect(root.path()).unwrap();

        let paths: Vec<_> = sources.iter().map(|source| source.path.as_str()).collect();
        assert_eq!(paths, ["app/src/lib.rs"]);
    }

    #[test]
    fn tests_begin_at_their_module() {
        let text = "use a;\nmod tests {\n}\n".to_owned();
        let source = Source { path: "server/src/a.rs".to_owned(), text };

        let in_tests: Vec<bool> = source.lines().map(|(_, _, in_tests)| in_tests).collect();

        assert_eq!(in_tests, [false, true, true]);
    }
}
