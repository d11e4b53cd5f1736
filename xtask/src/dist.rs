//! `cargo xtask dist`: the one executable to hand out, and its checksum.

use std::fs;

use anyhow::Result;

use crate::run;
use crate::site;
use crate::step::Steps;
use crate::workspace::Workspace;

/// Builds with the slow profile and leaves `touchstone` and `touchstone.sha256` in `target/dist`.
pub fn dist(workspace: &Workspace, steps: &Steps) -> Result<()> {
    let built = run::build(workspace, steps, "dist")?;
    let directory = workspace.root.join("target/dist");
    let executable = directory.join("touchstone");
    fs::create_dir_all(&directory)?;
    // Cargo's own output directory is the same place unless its target directory was moved.
    if built != executable {
        fs::copy(&built, &executable)?;
    }
    let bytes = fs::read(&executable)?;
    let checksum = site::checksum::sha256(&bytes);
    fs::write(directory.join("touchstone.sha256"), format!("{checksum}  touchstone\n"))?;
    let size_mb = bytes.len() as f64 / 1e6;
    println!("{} {size_mb:.1} MB, sha256 {checksum}", workspace.relative(&executable).display());
    Ok(())
}
