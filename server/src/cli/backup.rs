//! `touchstone backup`: a copy of the database, taken while it is in use.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, bail, ensure};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::config::database_url;

/// What is counted in the copy, so that people can tell whether it is the right one.
const COUNTED: [&str; 4] = ["account", "project", "task", "judgment"];

/// Copies the database into a new file, as it stands at one moment, and checks the copy.
///
/// To restore it, stop the server and put the copy where the database was.
pub(super) async fn backup(url: &str, to: &Path) -> anyhow::Result<()> {
    let Some(from) = database_url::file(url) else {
        bail!(
            "this database lies on a Postgres server, which has tools for that: \
             pg_dump --format=custom --file FILE URL, and pg_restore to bring it back"
        );
    };
    ensure!(from.is_file(), "there is no database at {}", from.display());
    // For the owner alone: it holds password hashes. Existing files are left as they are.
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(to)
        .with_context(|| format!("cannot create {}", to.display()))?;
    let outcome = copy(url, to, &file).await;
    if outcome.is_err() {
        // What could not be finished must not look like a backup.
        std::fs::remove_file(to).ok();
    }
    for (table, rows) in COUNTED.iter().zip(outcome?) {
        println!("{table:>10} {rows}");
    }
    println!("checked and complete: {}", to.display());
    Ok(())
}

async fn copy(url: &str, to: &Path, file: &File) -> anyhow::Result<Vec<i64>> {
    let path = to.to_str().context("the file's name is not text")?;
    let mut connection =
        SqliteConnectOptions::from_str(url)?.create_if_missing(false).connect().await?;
    sqlx::query("vacuum into $1").bind(path).execute(&mut connection).await?;
    connection.close().await?;
    file.sync_all()?;
    let options = SqliteConnectOptions::new().filename(to).read_only(true);
    let mut connection = options.connect().await?;
    let counts = check(&mut connection).await.context("the copy is damaged")?;
    connection.close().await?;
    Ok(counts)
}

/// Reads the whole copy; returns how many rows the tables of [`COUNTED`] have.
async fn check(connection: &mut SqliteConnection) -> anyhow::Result<Vec<i64>> {
    let verdict: String =
        sqlx::query_scalar("pragma integrity_check").fetch_one(&mut *connection).await?;
    ensure!(verdict == "ok", "{verdict}");
    let dangling = sqlx::query("pragma foreign_key_check").fetch_all(&mut *connection).await?;
    ensure!(dangling.is_empty(), "{} rows refer to nothing", dangling.len());
    let mut counts = Vec::new();
    for table in COUNTED {
        let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
        counts.push(sqlx::query_scalar(sql).fetch_one(&mut *connection).await?);
    }
    Ok(counts)
}
