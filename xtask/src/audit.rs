//! Known vulnerabilities in what the project depends on.
//!
//! `advisories.txt` lists what the RustSec database knew about the crates of the lock file. The
//! tests compare the lock file with the list, so that they need no network. `cargo xtask
//! advisories DIRECTORY` writes the list anew from a checkout of the database.

mod advisory;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use semver::Version;
use serde::Deserialize;

use crate::workspace::Workspace;
use advisory::Advisory;

/// Advisories that do no harm here, and why.
const ACCEPTED: &[(&str, &str)] = &[(
    "RUSTSEC-2024-0436",
    "`paste` is no longer maintained; it runs while leptos is compiled and has no known fault",
)];

const HEAD: &str = "\
# What the RustSec advisory database says about the crates of Cargo.lock: the advisory, the crate,
# and the versions without the fault. Written by `cargo xtask advisories DIRECTORY`.
";

/// A package of the lock file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Package {
    name: String,
    version: Version,
}

/// Fails if the lock file holds a version that an advisory of the list is about.
pub fn check(workspace: &Workspace) -> Result<()> {
    let packages = packages(workspace)?;
    let path = list(workspace);
    let text = fs::read_to_string(&path).context("the list of advisories is missing")?;
    let advisories = advisory::read_list(&text)?;
    let found = vulnerable(&packages, &advisories);
    for (package, advisory) in &found {
        eprintln!("{} {}: {}", package.name, package.version, advisory.id);
    }
    eprintln!("    {} packages, {} advisories", packages.len(), advisories.len());
    ensure!(
        found.is_empty(),
        "{} known vulnerabilities in Cargo.lock: update the crates, or say in \
         xtask/src/audit.rs why they do no harm",
        found.len()
    );
    Ok(())
}

/// Writes the list anew from a checkout of the RustSec advisory database.
pub fn refresh(workspace: &Workspace, database: &Path) -> Result<()> {
    let packages = packages(workspace)?;
    let names: BTreeSet<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut advisories = Vec::new();
    for name in names {
        advisories.extend(advisory::read_database(&database.join("crates").join(name))?);
    }
    ensure!(!advisories.is_empty(), "{} holds no advisories", database.display());
    advisories.sort_by(|one, other| (&one.package, &one.id).cmp(&(&other.package, &other.id)));
    let lines: String = advisories.iter().map(|advisory| format!("{advisory}\n")).collect();
    fs::write(list(workspace), format!("{HEAD}{lines}"))?;
    check(workspace)
}

fn list(workspace: &Workspace) -> PathBuf {
    workspace.root.join("xtask/advisories.txt")
}

/// Every package of the lock file.
fn packages(workspace: &Workspace) -> Result<Vec<Package>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    let text = fs::read_to_string(workspace.root.join("Cargo.lock"))?;
    let lock: Lock = toml::from_str(&text).context("Cargo.lock is not valid")?;
    Ok(lock.package)
}

/// The packages that an advisory is about, except those that do no harm.
fn vulnerable<'a>(
    packages: &'a [Package],
    advisories: &'a [Advisory],
) -> Vec<(&'a Package, &'a Advisory)> {
    let is_accepted = |advisory: &Advisory| ACCEPTED.iter().any(|(id, _)| *id == advisory.id);
    let pairs = packages.iter().flat_map(|package| {
        advisories
            .iter()
            .filter(|advisory| advisory.concerns(&package.name, &package.version))
            .map(move |advisory| (package, advisory))
    });
    pairs.filter(|(_, advisory)| !is_accepted(advisory)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, version: &str) -> Package {
        Package { name: name.to_owned(), version: version.parse().unwrap() }
    }

    #[test]
    fn only_the_versions_with_the_fault_are_found() {
        let list = "RUSTSEC-2026-0235 rkyv >=0.8.17 | <0.7.0-pre.2\n";
        let advisories = advisory::read_list(list).unwrap();
        let packages = [
            package("rkyv", "0.7.46"),
            package("rkyv", "0.8.17"),
            package("rkyv", "0.6.1"),
            package("serde", "0.7.46"),
        ];

        let found = vulnerable(&packages, &advisories);

        let found: Vec<&Package> = found.iter().map(|(package, _)| *package).collect();
        assert_eq!(found, [&packages[0]]);
    }

    #[test]
    fn an_accepted_advisory_is_no_finding() {
        let advisories = advisory::read_list("RUSTSEC-2024-0436 paste\n").unwrap();

        assert!(vulnerable(&[package("paste", "1.0.15")], &advisories).is_empty());
    }
}
