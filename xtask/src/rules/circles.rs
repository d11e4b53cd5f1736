//! Finding circles of files: files of which each uses the next, and the last uses the first.

mod modules;
mod names;

use std::collections::BTreeSet;

use anyhow::Result;

use self::modules::{Modules, Uses};
use super::finding::Finding;
use super::source::Source;

/// Where the files of each crate are.
const CRATES: &[&str] = &["domain/src/", "server/src/", "app/src/", "xtask/src/"];

/// Files of known circles, by the start of their paths: a circle of such files alone is let
/// through. An entry without a circle fails the rule, so the list only gets shorter.
const KNOWN: &[&str] = &[
    "domain/src/export",
    "domain/src/import",
    "domain/src/results",
    "server/src/assignment",
    "server/src/import",
    "server/src/invitation.rs",
    "server/src/judgment",
    "server/src/member.rs",
    "server/src/project",
    "server/src/results",
    "server/src/task",
];

/// Every circle of files in the workspace, and every stale entry of the list.
pub fn check(sources: &[Source]) -> Result<Vec<Finding>> {
    find(CRATES, KNOWN, sources)
}

fn find(crates: &[&str], known: &[&str], sources: &[Source]) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut stale = known.to_vec();
    for directory in crates {
        let uses = Modules::read(directory, sources)?.uses();
        for circle in circles(&uses) {
            if !circle.iter().all(|file| known.iter().any(|entry| file.starts_with(entry))) {
                findings.push(finding(&circle, &uses));
            }
            stale.retain(|entry| !circle.iter().any(|file| file.starts_with(entry)));
        }
    }
    findings.extend(stale.into_iter().map(|entry| Finding {
        place: "xtask/src/rules/circles.rs".to_owned(),
        what: format!("`{entry}` has no circle any more"),
        reason: "the list of known circles gets shorter".to_owned(),
    }));
    Ok(findings)
}

/// The largest sets of files that all reach each other.
fn circles<'a>(uses: &Uses<'a>) -> Vec<BTreeSet<&'a str>> {
    let mut circles: Vec<BTreeSet<&str>> = Vec::new();
    for file in uses.keys() {
        if circles.iter().any(|circle| circle.contains(file)) {
            continue;
        }
        let others = reach(file, uses);
        if others.contains(file) {
            circles.push(
                others.into_iter().filter(|other| reach(other, uses).contains(file)).collect(),
            );
        }
    }
    circles
}

/// The files that a file uses, itself or through others.
fn reach<'a>(file: &str, uses: &Uses<'a>) -> BTreeSet<&'a str> {
    let used_by = |file: &str| uses.get(file).into_iter().flat_map(|used| used.keys().copied());
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = used_by(file).collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(used_by(file));
        }
    }
    reached
}

fn finding(circle: &BTreeSet<&str>, uses: &Uses) -> Finding {
    let mut ties = Vec::new();
    for (user, used) in uses.iter().filter(|(user, _)| circle.contains(*user)) {
        for (used, items) in used.iter().filter(|(used, _)| circle.contains(*used)) {
            ties.push(format!("{user} uses {} of {used}", items.join(", ")));
        }
    }
    let files: Vec<&str> = circle.iter().copied().collect();
    Finding {
        place: files[0].to_owned(),
        what: format!("a circle of {} files ({})", files.len(), ties.join("; ")),
        reason: "items that several files share belong in a file below them".to_owned(),
    }
}

#[cfg(test)]
mod tests;
