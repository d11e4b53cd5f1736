//! `cargo xtask run`: from a clone to a running server.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::client::Profile;
use crate::site;
use crate::step::{self, Steps};
use crate::workspace::Workspace;

/// Builds everything and becomes the server, which gets the arguments.
pub fn run(workspace: &Workspace, steps: &Steps, arguments: &[String]) -> Result<()> {
    let executable = build(workspace, steps, "release")?;
    eprintln!("==> touchstone serve (everything was ready after {:.0} s)", steps.total_s());
    // Replacing this process hands signals and the exit status to the server itself.
    let error = Command::new(&executable).arg("serve").args(arguments).exec();
    Err(error).with_context(|| format!("{} could not be started", executable.display()))
}

/// Builds the client, then the executable around it, with a profile of the root manifest.
pub fn build(workspace: &Workspace, steps: &Steps, profile: &str) -> Result<PathBuf> {
    site::build(workspace, steps, Profile::Optimised)?;
    steps.run("server", || {
        step::run(&mut workspace.cargo(&[
            "build",
            "--profile",
            profile,
            "--package",
            "app",
            "--bin",
            "touchstone",
            "--features",
            "ssr",
        ]))
    })?;
    Ok(workspace.executable(profile))
}
