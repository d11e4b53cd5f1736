//! One advisory, as the RustSec database and our list of it write it down.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use semver::{Version, VersionReq};
use serde::Deserialize;

/// What an advisory says about the versions of a crate.
#[derive(Debug, PartialEq)]
pub struct Advisory {
    /// `RUSTSEC-YYYY-NNNN`.
    pub id: String,
    /// The crate.
    pub package: String,
    /// The versions without the fault; none if every version has it.
    pub sound: Vec<VersionReq>,
}

impl Advisory {
    /// Whether this version of this crate has the fault.
    pub fn concerns(&self, package: &str, version: &Version) -> bool {
        self.package == package && !self.sound.iter().any(|range| range.matches(version))
    }
}

/// A line of the list.
impl fmt::Display for Advisory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ranges: Vec<String> = self.sound.iter().map(ToString::to_string).collect();
        let line = format!("{} {} {}", self.id, self.package, ranges.join(" | "));
        formatter.write_str(line.trim_end())
    }
}

/// Reads the lines of the list; those that begin with `#` are comments.
pub fn read_list(text: &str) -> Result<Vec<Advisory>> {
    text.lines().filter(|line| !line.starts_with('#')).map(read_line).collect()
}

fn read_line(line: &str) -> Result<Advisory> {
    let mut words = line.splitn(3, ' ');
    let mut word = || words.next().map(str::to_owned);
    let parts = word().zip(word()).with_context(|| format!("`{line}` is no advisory"))?;
    let ranges = word().unwrap_or_default();
    let sound = ranges.split(" | ").filter(|range| !range.is_empty()).map(str::parse);
    let sound = sound.collect::<Result<_, _>>().with_context(|| format!("in `{line}`"))?;
    Ok(Advisory { id: parts.0, package: parts.1, sound })
}

/// Reads the advisories about one crate from its directory in the database, which need not exist.
pub fn read_database(directory: &Path) -> Result<Vec<Advisory>> {
    let Ok(entries) = fs::read_dir(directory) else { return Ok(Vec::new()) };
    let mut advisories = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let text = fs::read_to_string(&path)?;
        let advisory = parse(&text).with_context(|| format!("in {}", path.display()))?;
        advisories.extend(advisory);
    }
    Ok(advisories)
}

/// Understands a file of the database: TOML between fences, then prose. `None` if it was withdrawn.
fn parse(text: &str) -> Result<Option<Advisory>> {
    #[derive(Deserialize)]
    struct File {
        advisory: Head,
        #[serde(default)]
        versions: Versions,
    }
    #[derive(Deserialize)]
    struct Head {
        id: String,
        package: String,
        withdrawn: Option<toml::Value>,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Versions {
        patched: Vec<VersionReq>,
        unaffected: Vec<VersionReq>,
    }

    let fenced = text.split("```").nth(1).and_then(|fenced| fenced.strip_prefix("toml"));
    let file: File = toml::from_str(fenced.context("there is no block of TOML")?)?;
    if file.advisory.withdrawn.is_some() {
        return Ok(None);
    }
    let Head { id, package, .. } = file.advisory;
    let Versions { mut patched, unaffected } = file.versions;
    patched.extend(unaffected);
    Ok(Some(Advisory { id, package, sound: patched }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
```toml
[advisory]
id = \"RUSTSEC-2020-0001\"
package = \"pebble\"

[versions]
patched = [\">= 1.2.3\", \">= 1.1.9, < 1.2.0\"]
unaffected = [\"< 1.0.0\"]
```

# A title
";

    #[test]
    fn a_file_of_the_database_becomes_a_line_that_reads_the_same() {
        let advisory = parse(FILE).unwrap().unwrap();

        let line = advisory.to_string();

        assert_eq!(line, "RUSTSEC-2020-0001 pebble >=1.2.3 | >=1.1.9, <1.2.0 | <1.0.0");
        assert_eq!(read_list(&line).unwrap(), [advisory]);
    }

    #[test]
    fn a_withdrawn_advisory_says_nothing() {
        let withdrawn = FILE.replace("package", "withdrawn = \"2021-01-01\"\npackage");

        assert_eq!(parse(&withdrawn).unwrap(), None);
    }

    #[test]
    fn without_a_sound_version_every_version_is_concerned() {
        let advisories = read_list("# comment\nRUSTSEC-2020-0002 pebble\n").unwrap();

        assert!(advisories[0].concerns("pebble", &"9.9.9".parse().unwrap()));
        assert!(!advisories[0].concerns("boulder", &"9.9.9".parse().unwrap()));
    }
}
