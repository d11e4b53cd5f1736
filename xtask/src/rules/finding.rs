//! Finding what violates the rules.

use std::fmt;

use super::source::Source;
use super::table::Rule;

/// The longest that a source file may be, in lines.
const LINE_LIMIT: usize = 400;

/// One violation.
#[derive(Debug, PartialEq)]
pub struct Finding {
    /// Where: `file:line`, or a crate.
    pub place: String,
    /// What was found there.
    pub what: String,
    /// Why it must not stand there.
    pub reason: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}, {}", self.place, self.what, self.reason)
    }
}

/// Every line that a rule forbids.
pub fn in_sources(rules: &[Rule], sources: &[Source]) -> Vec<Finding> {
    let pairs = rules.iter().flat_map(|rule| sources.iter().map(move |source| (rule, source)));
    pairs.filter(|(rule, source)| applies(rule, &source.path)).flat_map(in_source).collect()
}

/// Every source file that is too long to be read in one sitting.
pub fn long_files(sources: &[Source]) -> Vec<Finding> {
    let is_code = |source: &&Source| {
        [".rs", ".ts", ".css"].iter().any(|extension| source.path.ends_with(extension))
    };
    let mut findings = Vec::new();
    for source in sources.iter().filter(is_code) {
        let n_lines = source.text.lines().count();
        if n_lines > LINE_LIMIT {
            findings.push(Finding {
                place: format!("{}:{n_lines}", source.path),
                what: format!("{n_lines} lines"),
                reason: format!("a file is split before it has more than {LINE_LIMIT}"),
            });
        }
    }
    findings
}

fn applies(rule: &Rule, path: &str) -> bool {
    let begins = |starts: &[&str]| starts.iter().any(|start| path.starts_with(start));
    begins(rule.within) && !begins(rule.allowed)
}

fn in_source((rule, source): (&Rule, &Source)) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line, in_tests) in source.lines() {
        if (in_tests && rule.spares_tests) || is_harmless(rule, source, line) {
            continue;
        }
        if let Some(word) = rule.words.iter().find(|word| line.contains(*word)) {
            findings.push(Finding {
                place: format!("{}:{number}", source.path),
                what: format!("`{word}`"),
                reason: rule.reason.to_owned(),
            });
        }
    }
    findings
}

/// A comment in Rust may name what code must not; a line may bring its excuse.
fn is_harmless(rule: &Rule, source: &Source, line: &str) -> bool {
    let is_about_code = rule.within != [""];
    let is_comment = source.path.ends_with(".rs") && line.trim_start().starts_with("//");
    (is_about_code && is_comment) || rule.excuses.iter().any(|excuse| line.contains(excuse))
}

#[cfg(test)]
mod tests;
