//! A database of a test's own: a file, or one on the Postgres server that `TEST_DATABASE_URL`
//! names.

use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// A fresh database; it goes when the test ends.
pub struct Place {
    pub url: String,
    /// The server and the name of the database on it.
    server: Option<(String, String)>,
    _folder: TempDir,
}

impl Place {
    pub async fn fresh() -> Self {
        let _folder = tempfile::tempdir().unwrap();
        let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
            let url = format!("sqlite://{}/calls.db", _folder.path().display());
            return Self { url, server: None, _folder };
        };
        let name = format!("calls_{}", Uuid::new_v4().simple());
        execute(&server, format!("create database {name}")).await;
        let (start, _) = server.rsplit_once('/').unwrap();
        Self { url: format!("{start}/{name}"), server: Some((server, name)), _folder }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((server, name)) = self.server.take() else { return };
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime
                .unwrap()
                .block_on(execute(&server, format!("drop database {name} with (force)")));
        });
        // A database that stays behind is no reason for a test to fail.
        let _ = dropping.join();
    }
}

async fn execute(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
}
