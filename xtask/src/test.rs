//! `cargo xtask test`: every check and every test, in the order in which failures are cheapest.

pub mod browser;
mod check;
mod packages;
mod rust;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::postgres::{self, Cluster, Safety};
use crate::step::Steps;
use crate::workspace::Workspace;

/// What can be asked for alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    /// Format, rules, known vulnerabilities, lints, documentation.
    Check,
    /// The Rust tests, on SQLite and on Postgres.
    Rust,
    /// What a person does, in a real browser.
    Browser,
}

impl Part {
    /// Every part, in the order in which they run.
    pub const ALL: [Self; 3] = [Self::Check, Self::Rust, Self::Browser];

    /// Understands a part's name.
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "check" => Ok(Self::Check),
            "rust" => Ok(Self::Rust),
            "browser" => Ok(Self::Browser),
            _ => bail!("`{name}` is not a part of the tests: say check, rust or browser"),
        }
    }
}

/// Runs these parts and stops at the first failure.
pub fn test(workspace: &Workspace, steps: &Steps, parts: &[Part]) -> Result<()> {
    let tools = steps.run("tools", || Tools::require(parts))?;
    if parts.contains(&Part::Check) {
        check::run(workspace, steps)?;
    }
    if parts.contains(&Part::Rust) {
        rust::run_on_sqlite(workspace, steps)?;
    }
    if let Some(programs) = &tools.postgres {
        let cluster = steps.run("postgres", || Cluster::start(programs, Safety::Throwaway))?;
        if parts.contains(&Part::Rust) {
            rust::run_on_postgres(workspace, steps, &cluster.url())?;
        }
        if let Some(browser) = &tools.browser {
            browser::run(workspace, steps, browser, &cluster.url())?;
        }
    }
    eprintln!("==> all passed in {:.0} s", steps.total_s());
    Ok(())
}

/// What must be installed, asked for at the start and not after minutes of building.
struct Tools {
    postgres: Option<PathBuf>,
    browser: Option<browser::Tools>,
}

impl Tools {
    fn require(parts: &[Part]) -> Result<Self> {
        let needs_browser = parts.contains(&Part::Browser);
        let needs_postgres = needs_browser || parts.contains(&Part::Rust);
        let postgres = needs_postgres.then(postgres::require).transpose()?;
        let browser = needs_browser.then(browser::Tools::require).transpose()?;
        Ok(Self { postgres, browser })
    }
}
