//! What needs no running program: format, rules, known vulnerabilities, lints, documentation.

use anyhow::Result;

use super::packages::{COMMANDS, PRODUCT};
use crate::audit;
use crate::client;
use crate::rules;
use crate::step::{self, Steps};
use crate::workspace::Workspace;

/// Runs all checks.
pub fn run(workspace: &Workspace, steps: &Steps) -> Result<()> {
    steps.run("format", || step::run(&mut workspace.cargo(&["fmt", "--all", "--check"])))?;
    steps.run("rules", || rules::check(workspace))?;
    steps.run("audit", || audit::check(workspace))?;
    steps.run("lints", || {
        for packages in [PRODUCT, COMMANDS] {
            let arguments = [&["clippy"], packages, &["--all-targets", "--", "-D", "warnings"]];
            step::run(&mut workspace.cargo(&arguments.concat()))?;
        }
        Ok(())
    })?;
    steps.run("lints of the client", || {
        client::ensure_target()?;
        let packages = ["clippy", "-p", "app", "-p", "client", "-p", "judge-client"];
        let features = ["--no-default-features", "--features", "app/hydrate"];
        let target = ["--target", client::TARGET, "--", "-D", "warnings"];
        step::run(&mut workspace.cargo(&[&packages[..], &features, &target].concat()))
    })?;
    steps.run("documentation", || {
        let arguments = ["doc", "--no-deps", "--package", "domain", "--package", "server"];
        step::run(workspace.cargo(&arguments).env("RUSTDOCFLAGS", "-D warnings"))
    })
}
