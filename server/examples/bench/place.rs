//! Where a benchmark keeps its data.

use server::db::Db;
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// A fresh database, on either engine.
pub enum Place {
    File(TempDir),
    Server { server: String, name: String },
}

impl Place {
    /// A file in the working directory's `target`, on a disk and not in memory.
    pub fn file() -> anyhow::Result<Self> {
        std::fs::create_dir_all("target")?;
        Ok(Self::File(TempDir::new_in("target")?))
    }

    /// A database of its own on a Postgres server.
    pub async fn server(url: &str) -> anyhow::Result<Self> {
        let name = format!("bench_{}", Uuid::new_v4().simple());
        let mut connection = PgConnection::connect(url).await?;
        let sql = sqlx::AssertSqlSafe(format!("create database {name}"));
        sqlx::query(sql).execute(&mut connection).await?;
        Ok(Self::Server { server: url.to_owned(), name })
    }

    /// The engine, for the heading.
    pub fn name(&self) -> &'static str {
        match self {
            Self::File(_) => "SQLite",
            Self::Server { .. } => "Postgres",
        }
    }

    /// The URL of the database.
    pub fn url(&self) -> String {
        match self {
            Self::File(folder) => format!("sqlite://{}/bench.db", folder.path().display()),
            Self::Server { server, name } => match server.rsplit_once('/') {
                Some((server, _)) => format!("{server}/{name}"),
                None => server.clone(),
            },
        }
    }

    /// A connection of the benchmark's own, for setting the scene.
    pub async fn open(&self) -> anyhow::Result<Db> {
        let db = Db::connect(&self.url(), false).await?;
        db.migrate().await?;
        Ok(db)
    }

    /// Removes the database.
    pub async fn remove(self) -> anyhow::Result<()> {
        if let Self::Server { server, name } = self {
            let mut connection = PgConnection::connect(&server).await?;
            let sql = sqlx::AssertSqlSafe(format!("drop database {name} with (force)"));
            sqlx::query(sql).execute(&mut connection).await?;
        }
        Ok(())
    }
}
