//! Programs that the tests need besides cargo: found, else installed, else named plainly.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::step;

/// The oldest major version of Node.js that Playwright supports.
const NODE_MAJOR: u32 = 20;

/// A program that somebody else makes.
pub struct Tool {
    /// What people call it.
    pub name: &'static str,
    /// An environment variable that names the program, before any search.
    pub variable: Option<&'static str>,
    /// The names that it goes by, the preferred one first.
    pub programs: &'static [&'static str],
    /// The Debian packages that bring it.
    pub packages: &'static [&'static str],
}

/// The browser of the browser tests.
pub const CHROMIUM: Tool = Tool {
    name: "Chromium",
    variable: Some("CHROMIUM"),
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: &["chromium"],
};

/// Installs and starts the browser tests.
pub const NPM: Tool =
    Tool { name: "npm", variable: None, programs: &["npm"], packages: &["nodejs", "npm"] };

impl Tool {
    /// Finds the program; when it is absent, installs it if that is possible.
    pub fn require(&self) -> Result<PathBuf> {
        if let Some(program) = self.find() {
            return Ok(program);
        }
        install(self.name, self.packages)?;
        self.find().with_context(|| format!("{} was installed but is not in PATH", self.name))
    }

    fn find(&self) -> Option<PathBuf> {
        let named = self.variable.and_then(env::var_os).map(PathBuf::from);
        named.filter(|path| path.is_file()).or_else(|| find_first(self.programs))
    }
}

/// Makes sure that Node.js is as new as the browser tests need it.
pub fn require_node() -> Result<()> {
    let version = step::read(Command::new("node").arg("--version"))?;
    let Some(major) = parse_major(&version) else {
        bail!("`node --version` printed `{}`, which is no version", version.trim());
    };
    ensure!(
        major >= NODE_MAJOR,
        "Node.js {} is too old for the browser tests: install {NODE_MAJOR} or newer \
         (https://nodejs.org) and try again",
        version.trim()
    );
    Ok(())
}

/// Reads 20 from `v20.1.0`.
fn parse_major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The first of these programs that is in `PATH`.
pub fn find_first(programs: &[&str]) -> Option<PathBuf> {
    let directories = env::var_os("PATH")?;
    find_in(&env::split_paths(&directories).collect::<Vec<_>>(), programs)
}

fn find_in(directories: &[PathBuf], programs: &[&str]) -> Option<PathBuf> {
    let candidates = programs
        .iter()
        .flat_map(|program| directories.iter().map(move |directory| directory.join(program)));
    candidates.into_iter().find(|path| path.is_file())
}

/// Installs Debian packages, or says what is missing and how to get it.
pub fn install(name: &str, packages: &[&str]) -> Result<()> {
    let packages_text = packages.join(" ");
    let Some(apt_get) = find_first(&["apt-get"]) else {
        bail!("{name} is missing: install it with your system's package manager and try again");
    };
    if !is_root()? {
        bail!("{name} is missing: run `sudo apt-get install {packages_text}` and try again");
    }
    apt(&apt_get, &["update", "--quiet"])?;
    let options = ["install", "--yes", "--quiet", "--no-install-recommends"];
    apt(&apt_get, &[&options, packages].concat())
        .with_context(|| format!("{name} is missing and `apt-get` could not install it"))
}

fn apt(apt_get: &Path, arguments: &[&str]) -> Result<()> {
    step::run(Command::new(apt_get).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Whether the current user may do everything.
pub fn is_root() -> Result<bool> {
    Ok(step::read(Command::new("id").arg("-u"))?.trim() == "0")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_preferred_name_wins_wherever_it_is() {
        let first = tempfile::tempdir().unwrap();
        let second = tempfile::tempdir().unwrap();
        fs::write(first.path().join("google-chrome"), "").unwrap();
        fs::write(second.path().join("chromium"), "").unwrap();
        let directories = [first.path().to_owned(), second.path().to_owned()];

        let found = find_in(&directories, CHROMIUM.programs);

        assert_eq!(found, Some(second.path().join("chromium")));
    }

    #[test]
    fn the_major_version_of_node_is_its_first_number() {
        assert_eq!(parse_major("v20.20.2\n"), Some(20));
        assert_eq!(parse_major("twenty"), None);
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        let empty = tempfile::tempdir().unwrap();

        assert_eq!(find_in(&[empty.path().to_owned()], CHROMIUM.programs), None);
    }
}
