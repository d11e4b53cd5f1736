//! `touchstone doctor`: what is odd or dangerous about an installation.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, ensure};
use secrecy::ExposeSecret;

use crate::account;
use crate::config::{Config, database_url};
use crate::db::Db;
use crate::verify::{Violation, verify};

/// Below this many free bytes a disk counts as full.
const LITTLE_SPACE: u64 = 1 << 30;

/// How far the clocks of the two machines may differ, in seconds.
const CLOCK_SKEW_S: i64 = 2;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Fine,
    Warning,
    Problem,
}

/// What was found.
#[derive(Debug)]
struct Finding {
    level: Level,
    text: String,
}

/// Prints a line for each finding; fails if one of them is a problem. With `data`, every row of the
/// database is checked, and with `repair`, mended where it follows from other rows.
pub(super) async fn doctor(config: &Config, data: bool, repair: bool) -> anyhow::Result<()> {
    let mut findings = Vec::new();
    match config.check() {
        Ok(warnings) => findings.extend(warnings.into_iter().map(warning)),
        Err(error) => findings.push(problem(format!("{error:#}"))),
    }
    let url = config.database.url.expose_secret();
    if let Some(file) = database_url::file(url) {
        findings.extend(look_at_file(&file));
    }
    match look_at_database(url).await {
        Ok(found) => findings.extend(found),
        Err(error) => findings.push(problem(format!("{error:#}"))),
    }
    if data {
        match look_at_data(url, repair).await {
            Ok(found) => findings.extend(found),
            Err(error) => findings.push(problem(format!("{error:#}"))),
        }
    }
    for Finding { level, text } in &findings {
        let word = match level {
            Level::Fine => "fine",
            Level::Warning => "warning",
            Level::Problem => "problem",
        };
        println!("{word:>8}  {text}");
    }
    let problems = findings.iter().filter(|finding| finding.level == Level::Problem).count();
    ensure!(problems == 0, "{problems} of these must be put right");
    Ok(())
}

fn look_at_file(file: &Path) -> Vec<Finding> {
    let Ok(metadata) = file.metadata() else {
        return vec![warning(format!("there is no database at {} yet", file.display()))];
    };
    let mut findings = Vec::new();
    let mode = metadata.permissions().mode() & 0o777;
    findings.push(if mode & 0o007 == 0 || is_shut(file) {
        fine("only its owner can read the database")
    } else {
        problem(format!(
            "everyone on this machine can read the database (mode {mode:o}); run chmod 600 {}",
            file.display()
        ))
    });
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Ok(disk) = rustix::fs::statvfs(folder.unwrap_or(Path::new("."))) {
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        let text = format!("the database's disk has {:.1} GB free", free as f64 / 1e9);
        findings.push(if free < LITTLE_SPACE { problem(text) } else { fine(text) });
    }
    findings
}

/// Whether the folder keeps others out.
fn is_shut(file: &Path) -> bool {
    let metadata = file.parent().and_then(|folder| folder.metadata().ok());
    metadata.is_some_and(|metadata| metadata.permissions().mode() & 0o001 == 0)
}

async fn look_at_database(url: &str) -> anyhow::Result<Vec<Finding>> {
    if database_url::file(url).is_some_and(|file| !file.is_file()) {
        return Ok(Vec::new());
    }
    let db = Db::connect(url, true).await?;
    let mut findings = vec![fine(format!("the database answers ({})", db.engine()))];
    let missing = db.missing_migrations().await?;
    if missing > 0 {
        let text =
            format!("the schema is {missing} migrations behind; the next start applies them");
        findings.push(warning(text));
        return Ok(findings);
    }
    let health = db.health().await.context("cannot check the database")?;
    findings.push(match health.damage {
        None => fine("the database is in order"),
        Some(damage) => problem(format!("the database is damaged: {damage}")),
    });
    if !health.is_durable {
        findings.push(problem(
            "the database server does not wait for its disk (fsync, synchronous_commit or \
             full_page_writes is off): a power cut can lose acknowledged judgments",
        ));
    }
    let skew = health.clock_skew_s;
    findings.push(if skew.abs() > CLOCK_SKEW_S {
        problem(format!("the clocks of this machine and the database differ by {skew} s"))
    } else {
        fine("the clocks agree")
    });
    if account::needs_set_up(&db).await? {
        findings.push(warning("there are no accounts yet; open the setup page"));
    }
    db.close().await;
    Ok(findings)
}

async fn look_at_data(url: &str, repair: bool) -> anyhow::Result<Vec<Finding>> {
    if database_url::file(url).is_some_and(|file| !file.is_file()) {
        return Ok(Vec::new());
    }
    let db = Db::connect(url, true).await?;
    let violations = verify(&db, repair).await;
    db.close().await;
    let violations = violations.context("the data could not be checked")?;
    if violations.is_empty() {
        return Ok(vec![fine("every row keeps the invariants")]);
    }
    let finding = |violation: Violation| {
        let Violation { invariant, rows, examples, repaired } = violation;
        let examples = examples.join(", ");
        match repaired {
            true => warning(format!("repaired {rows} rows: {invariant} (such as {examples})")),
            false => problem(format!("{rows} rows break a rule: {invariant} (such as {examples})")),
        }
    };
    Ok(violations.into_iter().map(finding).collect())
}

fn fine(text: impl Into<String>) -> Finding {
    Finding { level: Level::Fine, text: text.into() }
}

fn warning(text: impl Into<String>) -> Finding {
    Finding { level: Level::Warning, text: text.into() }
}

fn problem(text: impl Into<String>) -> Finding {
    Finding { level: Level::Problem, text: text.into() }
}
