//! Documents name only what exists.

use std::path::Path;

use super::finding::Finding;
use super::source::Source;

/// The documents that name paths of the repository.
const DOCUMENTS: &[&str] = &["README.md", "docs/"];

/// The folders whose paths are recognised in backticks.
const FOLDERS: &[&str] =
    &["app", "docs", "domain", "end2end", "migrations", "server", "style", "xtask"];

/// Every path and every Rust name in a document that leads nowhere.
pub fn check(root: &Path, sources: &[Source]) -> Vec<Finding> {
    let is_document = |path: &str| DOCUMENTS.iter().any(|start| path.starts_with(start));
    let documents = sources.iter().filter(|source| is_document(&source.path));
    documents.flat_map(|document| check_document(root, document, sources)).collect()
}

fn check_document(root: &Path, document: &Source, sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line, _) in document.lines() {
        let folder = Path::new(&document.path).parent().unwrap_or(Path::new(""));
        let targets = links(line).into_iter().map(|target| folder.join(target));
        let named = code(line).into_iter().filter(|code| is_path(code)).map(Into::into);
        let lost = targets.chain(named).filter(|path| !root.join(path).exists());
        let lost = lost.map(|path| path.display().to_string());
        let unknown = code(line).into_iter().filter(|code| is_unknown_name(code, sources));
        findings.extend(lost.chain(unknown.map(str::to_owned)).map(|what| Finding {
            place: format!("{}:{number}", document.path),
            what,
            reason: "a document names only what exists".to_owned(),
        }));
    }
    findings
}

/// The texts between backticks.
fn code(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

/// The relative targets of links and images.
fn links(line: &str) -> Vec<&str> {
    let markdown = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let html = line.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    markdown.chain(html).filter(|target| !target.contains("://")).collect()
}

fn is_path(code: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    code.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder))
        && code.chars().all(is_plain)
}

/// Whether the code is a Rust path such as `server::import::run`, and the file of its module does
/// not have its last name.
fn is_unknown_name(code: &str, sources: &[Source]) -> bool {
    let parts: Vec<&str> = code.split("::").collect();
    let [krate, modules @ .., name] = parts.as_slice() else { return false };
    if modules.is_empty() || !FOLDERS.contains(krate) {
        return false;
    }
    let file = format!("{krate}/src/{}.rs", modules.join("/"));
    let module = sources.iter().find(|source| source.path == file);
    !module.is_some_and(|module| module.text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_path_that_leads_nowhere_is_found_with_its_line() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("docs")).unwrap();
        std::fs::write(root.path().join("docs/a.md"), "").unwrap();
        let text =
            "[A](docs/a.md), `docs/a.md`\n`docs/b.md`, [C](docs/c.md), `b.md`, [D](https://d)";

        let found = check(root.path(), &[source("README.md", text)]);

        let found: Vec<_> = found.iter().map(|finding| (&*finding.place, &*finding.what)).collect();
        assert_eq!(found, [("README.md:2", "docs/c.md"), ("README.md:2", "docs/b.md")]);
    }

    #[test]
    fn a_name_is_looked_up_in_the_file_of_its_module() {
        let sources = [
            source("docs/a.md", "`server::import::run`, `server::import::walk`, `std::fs::read`"),
            source("server/src/import.rs", "pub async fn run() {}"),
        ];

        let found = check(Path::new("."), &sources);

        assert_eq!(found.len(), 1);
        assert_eq!(found[0].what, "server::import::walk");
    }
}
