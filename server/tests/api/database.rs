//! A database for one test.

use std::time::Duration;

use domain::id::JudgmentId;
use server::db::{Db, Tx};
use server::verify::verify;
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// A fresh database. When the test ends, every row must keep the invariants, and it is dropped.
pub struct TestDatabase {
    pub db: Db,
    url: String,
    place: Place,
}

enum Place {
    File(#[expect(dead_code, reason = "it lives as long as the test")] TempDir),
    Server { url: String, name: String },
}

impl TestDatabase {
    pub async fn create() -> Self {
        let (url, place) = match std::env::var("TEST_DATABASE_URL") {
            Ok(url) => on_server(url).await,
            Err(_) => in_file(),
        };
        let db = Db::connect(&url, false).await.unwrap();
        db.migrate().await.unwrap();
        Self { db, url, place }
    }

    /// The connections of another server on the same database.
    pub async fn connect_again(&self) -> Db {
        Db::connect(&self.url, false).await.unwrap()
    }

    /// Changes rows behind the server's back; answers with how many. `$1`, … are the ids.
    pub async fn execute(&self, sql: &'static str, ids: &[Uuid]) -> u64 {
        let mut tx = self.db.write().await.unwrap();
        let rows = match &mut tx {
            Tx::Sqlite(tx) => {
                let query = ids.iter().fold(sqlx::query(sql), |query, id| query.bind(*id));
                query.execute(&mut **tx).await.unwrap().rows_affected()
            }
            Tx::Postgres(tx) => {
                let query = ids.iter().fold(sqlx::query(sql), |query, id| query.bind(*id));
                query.execute(&mut **tx).await.unwrap().rows_affected()
            }
        };
        tx.commit().await.unwrap();
        rows
    }

    /// The one number that a query answers with. `$1`, … are the ids.
    pub async fn number(&self, sql: &'static str, ids: &[Uuid]) -> i64 {
        match &mut self.db.read().await.unwrap() {
            Tx::Sqlite(tx) => {
                let query = sqlx::query_scalar(sql);
                let query = ids.iter().fold(query, |query, id| query.bind(*id));
                query.fetch_one(&mut **tx).await.unwrap()
            }
            Tx::Postgres(tx) => {
                let query = sqlx::query_scalar(sql);
                let query = ids.iter().fold(query, |query, id| query.bind(*id));
                query.fetch_one(&mut **tx).await.unwrap()
            }
        }
    }

    /// Waits for what the server does after it has answered: until a query's number is not 0.
    pub async fn eventually(&self, sql: &'static str) {
        let wait = async {
            while self.number(sql, &[]).await == 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), wait).await.expect(sql);
    }

    /// Whether a judgment fills a slot of its task, which its rater is not told.
    pub async fn counts(&self, judgment: JudgmentId) -> bool {
        let sql = "select count(*) from judgment where id = $1 and counted";
        self.number(sql, &[judgment.0]).await == 1
    }

    /// The texts or ids in the first column of a query. `$1`, … are the ids.
    pub async fn column<T>(&self, sql: &'static str, ids: &[Uuid]) -> Vec<T>
    where
        T: Send + Unpin,
        T: for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
        T: for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
    {
        match &mut self.db.read().await.unwrap() {
            Tx::Sqlite(tx) => {
                let query = sqlx::query_scalar(sql);
                let query = ids.iter().fold(query, |query, id| query.bind(*id));
                query.fetch_all(&mut **tx).await.unwrap()
            }
            Tx::Postgres(tx) => {
                let query = sqlx::query_scalar(sql);
                let query = ids.iter().fold(query, |query, id| query.bind(*id));
                query.fetch_all(&mut **tx).await.unwrap()
            }
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let url = self.url.clone();
            let found = elsewhere(async move {
                let db = Db::connect(&url, false).await.unwrap();
                let found = verify(&db, false).await;
                db.close().await;
                found.unwrap()
            });
            assert_eq!(found.unwrap(), [], "the test left rows that break an invariant");
        }
        let Place::Server { url, name } = &self.place else { return };
        let (url, name) = (url.clone(), name.clone());
        // A database that stays behind is no reason for a test to fail.
        let _ = elsewhere(async move {
            let mut server = PgConnection::connect(&url).await.unwrap();
            let sql = format!("drop database {name} with (force)");
            sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut server).await.unwrap();
        });
    }
}

/// Runs something to its end where nothing else waits, on a thread and a runtime of its own.
fn elsewhere<T: Send + 'static>(
    work: impl Future<Output = T> + Send + 'static,
) -> std::thread::Result<T> {
    let run = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.unwrap().block_on(work)
    };
    std::thread::spawn(run).join()
}

fn in_file() -> (String, Place) {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/test.db", directory.path().display());
    (url, Place::File(directory))
}

async fn on_server(url: String) -> (String, Place) {
    let name = format!("test_{}", Uuid::now_v7().simple());
    let mut server = PgConnection::connect(&url).await.unwrap();
    let sql = format!("create database {name}");
    sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut server).await.unwrap();
    let (start, _) = url.rsplit_once('/').expect("the URL ends with a database");
    (format!("{start}/{name}"), Place::Server { url, name })
}
