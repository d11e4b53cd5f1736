//! The browser's half of the application: compiled to WebAssembly, with its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::step;
use crate::tools;
use crate::workspace::Workspace;

/// What the browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How much the compiler works on the client.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Profile {
    /// Compiles fast; the browser downloads megabytes.
    Dev,
    /// As small as possible, and compressed ahead.
    Optimised,
}

/// A client by the package that it is compiled from.
pub struct Package {
    /// What cargo calls it.
    pub name: &'static str,
    /// What the compiler calls its output.
    file: &'static str,
    /// What its files on the site are called.
    pub stem: &'static str,
}

/// The small client of the judge page, where raters spend their days, and that of all others.
pub const PACKAGES: [Package; 2] = [
    Package { name: "judge-client", file: "judge_client.wasm", stem: "judge" },
    Package { name: "client", file: "client.wasm", stem: "touchstone" },
];

/// A client as the browser loads it.
pub struct Client {
    /// The JavaScript module that loads and wraps the WebAssembly.
    pub js: Vec<u8>,
    /// The WebAssembly itself.
    pub wasm: Vec<u8>,
}

/// Compiles the clients and returns the paths of what the compiler wrote, in their order.
pub fn compile(workspace: &Workspace, profile: Profile) -> Result<Vec<PathBuf>> {
    ensure_target()?;
    let (name, directory) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Optimised => ("client", "client"),
    };
    let mut cargo = workspace.cargo(&["build", "--target", TARGET, "--profile", name]);
    for package in &PACKAGES {
        cargo.args(["--package", package.name]);
    }
    step::run(&mut cargo)?;
    let directory = workspace.target.join(TARGET).join(directory);
    Ok(PACKAGES.iter().map(|package| directory.join(package.file)).collect())
}

/// Turns the compiler's output for one client into a module that a page can import.
pub fn bind(compiled: &Path) -> Result<Client> {
    let directory = tempfile::tempdir()?;
    Bindgen::new()
        .input_path(compiled)
        .out_name("touchstone")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(directory.path())
        .context("wasm-bindgen could not process the client")?;
    if directory.path().join("snippets").exists() {
        bail!("a dependency of the client brings JavaScript files, which the site does not serve");
    }
    Ok(Client {
        js: fs::read(directory.path().join("touchstone.js"))?,
        wasm: fs::read(directory.path().join("touchstone_bg.wasm"))?,
    })
}

/// Makes sure that the compiler can produce WebAssembly.
pub fn ensure_target() -> Result<()> {
    let print = ["--print", "target-libdir", "--target", TARGET];
    let library = step::read(Command::new("rustc").args(print))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    let Some(rustup) = tools::find_first(&["rustup"]) else {
        bail!(
            "the compiler has no standard library for {TARGET}: install Rust with rustup \
             (https://rustup.rs), or your distribution's package for it, and try again"
        );
    };
    step::run(Command::new(rustup).args(["target", "add", TARGET])).with_context(|| {
        format!("run `rustup target add {TARGET}` where there is a network, and try again")
    })
}
