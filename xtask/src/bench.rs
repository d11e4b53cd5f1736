//! `cargo xtask bench`: what judging costs, as tables: the server on both engines, and the page.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::client::Profile;
use crate::postgres::{self, Cluster, Safety};
use crate::site;
use crate::step::{self, Steps};
use crate::test::browser;
use crate::workspace::Workspace;

/// How the measured server is built: like the one to hand out.
const PROFILE: &str = "dist";

/// Builds the executable to hand out and the benchmark in one go, and runs the benchmark on a
/// SQLite file and on a Postgres server of its own that waits for the disk.
pub fn bench(workspace: &Workspace, steps: &Steps) -> Result<()> {
    let programs = steps.run("tools", postgres::require)?;
    site::build(workspace, steps, Profile::Optimised)?;
    steps.run("server and benchmark", || {
        let packages = ["--package", "app", "--package", "server", "--features", "app/ssr"];
        let targets = ["--bin", "touchstone", "--example", "bench"];
        let mut cargo = workspace.cargo(&["build", "--profile", PROFILE]);
        step::run(cargo.args(packages).args(targets))
    })?;
    let cluster = steps.run("postgres", || Cluster::start(&programs, Safety::Durable))?;
    let executable = workspace.executable(PROFILE);
    let mut bench = Command::new(executable.with_file_name("examples").join("bench"));
    step::run(bench.arg(&executable).arg(cluster.url()).current_dir(&workspace.root))
}

/// Measures the judge page in the browser, with the pairs of a file.
pub fn page(workspace: &Workspace, steps: &Steps, pairs: &Path) -> Result<()> {
    let pairs = fs::canonicalize(pairs)
        .with_context(|| format!("there is no file of pairs at {}", pairs.display()))?;
    let tools = steps.run("tools", browser::Tools::require)?;
    browser::measure(workspace, steps, &tools, &pairs)
}
