//! A database of a test's own, which outlives the servers on it.

use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// A fresh database: a file, or one on the Postgres server that `TEST_DATABASE_URL` names.
pub struct Place {
    /// For whatever else a test keeps on the disk.
    pub folder: TempDir,
    server: Option<(String, String)>,
}

impl Place {
    pub async fn fresh() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
            return Self { folder, server: None };
        };
        let name = format!("outages_{}", Uuid::new_v4().simple());
        execute(&server, format!("create database {name}")).await;
        Self { folder, server: Some((server, name)) }
    }

    /// A file, whatever else is tested.
    pub fn file() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), server: None }
    }

    pub fn url(&self) -> String {
        match &self.server {
            Some((server, name)) => format!("{}/{name}", server.rsplit_once('/').unwrap().0),
            None => format!("sqlite://{}", self.path("touchstone.db")),
        }
    }

    /// The path of a file beside the database.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub async fn remove(self) {
        if let Some((server, name)) = self.server {
            execute(&server, format!("drop database {name} with (force)")).await;
        }
    }
}

async fn execute(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
}
