//! Rules about what the crates may depend on.

use anyhow::Result;

use super::finding::Finding;
use crate::client;
use crate::step;
use crate::workspace::Workspace;

/// A crate, built in some way, and what it must do without.
struct Tree {
    package: &'static str,
    options: &'static [&'static str],
    forbidden: &'static [&'static str],
    reason: &'static str,
}

const TREES: &[Tree] = &[
    Tree {
        package: "domain",
        options: &[],
        forbidden: &["tokio", "hyper", "axum", "leptos", "sqlx", "server", "app"],
        reason: "domain does no I/O and runs in the browser, too",
    },
    Tree {
        package: "domain",
        options: &["--all-features"],
        forbidden: &["hyper", "axum", "leptos", "server", "app"],
        reason: "domain's features add derives and nothing else",
    },
    Tree {
        package: "server",
        options: &["--all-features"],
        forbidden: &["leptos", "leptos_axum", "leptos_router", "app"],
        reason: "server keeps judgments and does not show them",
    },
    Tree {
        package: "client",
        options: &["--target", client::TARGET],
        forbidden: &["server", "sqlx", "axum", "tokio"],
        reason: "what only the server needs is not downloaded",
    },
];

/// Asks cargo for each tree.
pub fn check(workspace: &Workspace) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for tree in TREES {
        let arguments =
            ["tree", "--package", tree.package, "--edges", "normal", "--prefix", "none"];
        let printed = step::read(&mut workspace.cargo(&[&arguments, tree.options].concat()))?;
        findings.extend(find(tree, &printed));
    }
    Ok(findings)
}

fn find(tree: &Tree, printed: &str) -> Vec<Finding> {
    let mut crates: Vec<&str> =
        printed.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    crates.sort_unstable();
    crates.dedup();
    let forbidden = crates.into_iter().filter(|name| tree.forbidden.contains(name));
    forbidden
        .map(|name| Finding {
            place: format!("{}/Cargo.toml", tree.package),
            what: format!("depends on `{name}` ({})", describe(tree)),
            reason: tree.reason.to_owned(),
        })
        .collect()
}

fn describe(tree: &Tree) -> String {
    let words = ["cargo", "tree", "-p", tree.package, "-e", "normal"];
    [&words, tree.options].concat().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
domain v0.1.0 (/somewhere/domain)
serde v1.0.228
tokio v1.54.1
tokio v1.54.1 (*)
tokio-util v0.7.0
";

    #[test]
    fn a_forbidden_crate_is_found_once_by_its_whole_name() {
        let findings = find(&TREES[0], PRINTED);

        let messages: Vec<String> = findings.iter().map(Finding::to_string).collect();
        assert_eq!(
            messages,
            ["domain/Cargo.toml: depends on `tokio` (cargo tree -p domain -e normal), \
              domain does no I/O and runs in the browser, too"]
        );
    }

    #[test]
    fn other_crates_are_fine() {
        assert_eq!(find(&TREES[2], PRINTED), []);
    }
}
