//! The browser tests: the real executable, the optimised client, Chromium.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::packages::PRODUCT;
use super::rust::DATABASE_URL;
use crate::client::Profile;
use crate::site;
use crate::step::{self, Steps};
use crate::tools::{self, CHROMIUM, NPM};
use crate::workspace::Workspace;

/// What the browser tests are run with.
pub struct Tools {
    /// The browser.
    pub chromium: PathBuf,
    /// Installs and starts the test runner.
    pub npm: PathBuf,
}

impl Tools {
    /// Finds or installs them.
    pub fn require() -> Result<Self> {
        let tools = Self { chromium: CHROMIUM.require()?, npm: NPM.require()? };
        tools::require_node()?;
        Ok(tools)
    }
}

/// Builds what a person would use and lets the specs of `end2end` use it.
pub fn run(workspace: &Workspace, steps: &Steps, tools: &Tools, database: &str) -> Result<()> {
    let mut playwright = playwright(workspace, steps, tools)?;
    steps.run("browser tests", || step::run(playwright.env(DATABASE_URL, database)))
}

/// Measures the judge page with the pairs of a file. The server is that of the tests: nothing that
/// is measured waits for it.
pub fn measure(workspace: &Workspace, steps: &Steps, tools: &Tools, pairs: &Path) -> Result<()> {
    let mut playwright = playwright(workspace, steps, tools)?;
    steps.run("measurements", || step::run(playwright.env("BENCH_PAIRS", pairs)))
}

/// Builds what a person would use; what `end2end` does with it, ready to be run.
fn playwright(workspace: &Workspace, steps: &Steps, tools: &Tools) -> Result<Command> {
    site::build(workspace, steps, Profile::Optimised)?;
    steps.run("executable", || {
        // With the tests, so that it shares their dependencies as they are already compiled.
        let arguments = [&["build"], PRODUCT, &["--bin", "touchstone", "--tests"]];
        step::run(&mut workspace.cargo(&arguments.concat()))
    })?;
    let directory = workspace.root.join("end2end");
    steps.run("npm packages", || install(&directory, &tools.npm))?;
    let mut playwright = Command::new(&tools.npm);
    playwright.args(["exec", "--", "playwright", "test"]).current_dir(&directory);
    playwright.env("TOUCHSTONE_BIN", workspace.executable("debug"));
    playwright.env("CHROMIUM", &tools.chromium);
    Ok(playwright)
}

/// Installs the locked packages unless exactly these are there.
fn install(directory: &Path, npm: &Path) -> Result<()> {
    let lock = fs::read_to_string(directory.join("package-lock.json"))
        .context("end2end/package-lock.json is missing")?;
    let stamp = directory.join("node_modules/.installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        eprintln!("    nothing has changed");
        return Ok(());
    }
    let mut install = Command::new(npm);
    install.args(["ci", "--no-audit", "--no-fund"]).current_dir(directory);
    // The browser is the system's own.
    step::run(install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    ensure!(directory.join("node_modules").is_dir(), "npm installed nothing");
    fs::write(stamp, lock).context("the stamp of the npm packages could not be written")
}
