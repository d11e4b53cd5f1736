//! A copy of the database, taken while it is in use.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, bail, ensure};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::config::database_url;

/// How many rows a table of the copy has.
pub type Count = (String, i64);

/// Copies the database behind a URL into a new file, as it stands at one moment, and checks the
/// copy. Returns some counts, by which people can tell whether it is the right one.
pub async fn copy(url: &str, to: &Path) -> anyhow::Result<Vec<Count>> {
    let Some(from) = database_url::file(url) else {
        bail!(
            "this database lies on a Postgres server, which has tools for that: \
             pg_dump --format=custom --file FILE URL, and pg_restore to bring it back"
        );
    };
    ensure!(from.is_file(), "there is no database at {}", from.display());
    // For the owner alone: it holds password hashes. What is there already is left as it is.
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(to)
        .with_context(|| format!("cannot create {}", to.display()))?;
    let outcome = fill(url, to, &file).await;
    if outcome.is_err() {
        // What could not be finished must not look like a backup.
        std::fs::remove_file(to).ok();
    }
    outcome
}

async fn fill(url: &str, to: &Path, file: &File) -> anyhow::Result<Vec<Count>> {
    let path = to.to_str().context("the file's name is not text")?;
    let options = SqliteConnectOptions::from_str(url)?.create_if_missing(false);
    let mut connection = options.connect().await?;
    sqlx::query("vacuum into $1").bind(path).execute(&mut connection).await?;
    connection.close().await?;
    file.sync_all()?;
    let options = SqliteConnectOptions::new().filename(to).read_only(true);
    let mut connection = options.connect().await?;
    let counts = check(&mut connection).await.context("the copy is damaged")?;
    connection.close().await?;
    Ok(counts)
}

/// Reads the whole copy.
async fn check(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Count>> {
    let verdict: String =
        sqlx::query_scalar("pragma integrity_check").fetch_one(&mut *connection).await?;
    ensure!(verdict == "ok", "{verdict}");
    let dangling = sqlx::query("pragma foreign_key_check").fetch_all(&mut *connection).await?;
    ensure!(dangling.is_empty(), "{} rows refer to nothing", dangling.len());
    let sql = "
        select 'accounts', count(*) from account
        union all select 'projects', count(*) from project
        union all select 'tasks', count(*) from task
        union all select 'judgments', count(*) from judgment";
    Ok(sqlx::query_as(sql).fetch_all(connection).await?)
}
