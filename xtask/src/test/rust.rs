//! The Rust tests: all of them on SQLite, and what touches the database again on Postgres.

use anyhow::Result;

use super::packages::{COMMANDS, PRODUCT};
use crate::step::{self, Steps};
use crate::tools;
use crate::workspace::Workspace;

/// The variable that tells the tests which server to create their databases on.
pub const DATABASE_URL: &str = "TEST_DATABASE_URL";

/// Runs every test; each that needs a database makes itself a SQLite file.
pub fn run_on_sqlite(workspace: &Workspace, steps: &Steps) -> Result<()> {
    steps.run("Rust tests on SQLite", || {
        for packages in [PRODUCT, COMMANDS] {
            let mut test = workspace.cargo(&[runner(), packages].concat());
            step::run(test.env_remove(DATABASE_URL))?;
        }
        Ok(())
    })?;
    if !has_nextest() {
        return Ok(());
    }
    // The plain runner has done these already.
    steps.run("examples in the documentation", || {
        step::run(&mut workspace.cargo(&[&["test", "--doc"], PRODUCT].concat()))
    })
}

/// Runs what touches the database on a Postgres server that may create databases.
pub fn run_on_postgres(workspace: &Workspace, steps: &Steps, url: &str) -> Result<()> {
    // The plain runner cannot choose a package without resolving features anew, which compiles
    // for minutes; the other crates' tests are faster than that.
    let filter: &[&str] = if has_nextest() {
        &["--filterset", "package(server) | binary(outages) | binary(calls)"]
    } else {
        &["--tests"]
    };
    steps.run("Rust tests on Postgres", || {
        let mut test = workspace.cargo(&[runner(), PRODUCT, filter].concat());
        step::run(test.env(DATABASE_URL, url))
    })
}

fn runner() -> &'static [&'static str] {
    if has_nextest() { &["nextest", "run", "--no-fail-fast"] } else { &["test", "--no-fail-fast"] }
}

fn has_nextest() -> bool {
    tools::find_first(&["cargo-nextest"]).is_some()
}
