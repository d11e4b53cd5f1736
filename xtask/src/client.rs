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

/// The client as the browser loads it.
pub struct Client {
    /// The JavaScript module that loads and wraps the WebAssembly.
    pub js: Vec<u8>,
    /// The WebAssembly itself.
    pub wasm: Vec<u8>,
}

/// Compiles the client and returns the path of what the compiler wrote.
pub fn compile(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    ensure_target()?;
    let (name, directory) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Optimised => ("client", "client"),
    };
    step::run(&mut workspace.cargo(&[
        "build",
        "--package",
        "client",
        "--target",
        TARGET,
        "--profile",
        name,
    ]))?;
    Ok(workspace.target.join(TARGET).join(directory).join("client.wasm"))
}

/// Turns the compiler's output into a module that a page can import.
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
