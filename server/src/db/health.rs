//! How the database is doing, for whoever asks on purpose: some of it reads the whole database.

use std::collections::HashSet;

use sqlx::SqliteConnection;

use super::{Db, MIGRATIONS, Tx};
use crate::error::Result;
use crate::time;

/// What an examination found.
#[derive(Debug, Clone)]
pub struct Health {
    /// What is broken, if anything is.
    pub damage: Option<String>,
    /// Whether commits wait for the disk, as far as the database decides that.
    pub is_durable: bool,
    /// Seconds by which the database's clock is ahead of ours.
    pub clock_skew_s: i64,
}

impl Db {
    /// How many steps the schema is behind this executable.
    pub async fn missing_migrations(&self) -> Result<usize> {
        let mut tx = self.read().await?;
        let sql = "select version from _sqlx_migrations where success";
        let applied: sqlx::Result<Vec<i64>> =
            super::run!(&mut tx, |conn| sqlx::query_scalar(sql).fetch_all(conn).await);
        // Without the table nothing was applied yet.
        let applied: HashSet<i64> = applied.unwrap_or_default().into_iter().collect();
        Ok(MIGRATIONS.iter().filter(|step| !applied.contains(&step.version)).count())
    }

    /// Examines the database.
    pub async fn health(&self) -> Result<Health> {
        let mut tx = self.read().await?;
        let (damage, is_durable) = match &mut tx {
            // It waits for the disk if the server is told so; that is a setting of the server.
            Tx::Sqlite(tx) => (damage(tx).await?, true),
            Tx::Postgres(tx) => {
                let sql = "
                    select count(*) from pg_settings
                    where name in ('fsync', 'synchronous_commit', 'full_page_writes')
                        and setting = 'off'";
                let off: i64 = sqlx::query_scalar(sql).fetch_one(&mut **tx).await?;
                (None, off == 0)
            }
        };
        let ahead = tx.now().await?.micros() - time::now().micros();
        Ok(Health { damage, is_durable, clock_skew_s: ahead / 1_000_000 })
    }
}

async fn damage(connection: &mut SqliteConnection) -> Result<Option<String>> {
    let verdict: String =
        sqlx::query_scalar("pragma quick_check").fetch_one(&mut *connection).await?;
    if verdict != "ok" {
        return Ok(Some(verdict));
    }
    let dangling = sqlx::query("pragma foreign_key_check").fetch_all(connection).await?.len();
    Ok((dangling > 0).then(|| format!("{dangling} rows refer to nothing")))
}
