//! Where things are: the checkout, cargo's target directory, the site.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::step;

/// The checkout that the command was called in.
pub struct Workspace {
    /// The directory of the root manifest.
    pub root: PathBuf,
    /// Where cargo puts what it builds; often, but not always, `target` under the root.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo where the workspace is, so that its configuration and environment count.
    pub fn find() -> Result<Self> {
        let mut metadata = Command::new(cargo());
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: Value = serde_json::from_str(&step::read(&mut metadata)?)?;
        let path = |field: &str| {
            let path = metadata[field].as_str();
            path.map(PathBuf::from).with_context(|| format!("cargo metadata has no {field}"))
        };
        Ok(Self { root: path("workspace_root")?, target: path("target_directory")? })
    }

    /// A cargo command that runs at the root.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(cargo());
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// What the browser downloads; always under the root, because the executable embeds it
    /// from there.
    pub fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// The executable that cargo built with a profile whose directory has this name.
    pub fn executable(&self, profile_directory: &str) -> PathBuf {
        self.target.join(profile_directory).join("touchstone")
    }

    /// A path as people want to read it: relative to the root when it is inside.
    pub fn relative<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}

fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
