//! The invariants of the README that the compiler cannot check: what may stand where.

mod circles;
mod documents;
mod finding;
mod source;
mod table;
mod tree;

use anyhow::{Result, ensure};

use crate::workspace::Workspace;

/// Checks every rule and prints every violation before it fails.
pub fn check(workspace: &Workspace) -> Result<()> {
    let sources = source::collect(&workspace.root)?;
    let mut findings = finding::in_sources(table::RULES, &sources);
    findings.extend(finding::long_files(&sources));
    findings.extend(documents::check(&workspace.root, &sources));
    findings.extend(circles::check(&sources)?);
    findings.extend(tree::check(workspace)?);
    for finding in &findings {
        eprintln!("{finding}");
    }
    eprintln!("    {} rules, {} files", table::RULES.len(), sources.len());
    ensure!(findings.is_empty(), "{} violations of the project's rules", findings.len());
    Ok(())
}
