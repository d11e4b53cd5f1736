//! Where sessions lie: our own table.
//!
//! Saving changes only what exists: a request that was under way at sign-out cannot bring the
//! session back. That is why the ready-made store, whose save inserts, is not used.
//!
//! A session that is not there loads as an empty one. The layer would otherwise answer with the
//! removal of the cookie, and a request that was under way while somebody signed in would take
//! the new session out of their browser. Only signing out removes the cookie. No id that a
//! browser brings is taken over: a session is always started under a new one.

use std::collections::HashMap;

use async_trait::async_trait;
use domain::timestamp::Timestamp;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

use crate::db::{Db, glance, run};
use crate::{secret, time as clock};

/// Keeps sessions in the table `session`, under a hash of their id.
#[derive(Debug, Clone)]
pub struct Store {
    db: Db,
}

impl Store {
    /// A store on the given database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    async fn insert(&self, record: &Record) -> crate::Result<u64> {
        let mut tx = self.db.write().await?;
        let sql = "
            insert into session (id, data, expires_at)
            values ($1, $2, $3)
            on conflict (id) do nothing";
        let rows = run!(&mut tx, |conn| sqlx::query(sql)
            .bind(key(&record.id))
            .bind(serde_json::to_string(&record.data)?)
            .bind(expiry(record))
            .execute(conn)
            .await
            .map(|done| done.rows_affected()))?;
        let sql = "delete from session where expires_at < $1";
        run!(&mut tx, |conn| sqlx::query(sql).bind(clock::now()).execute(conn).await.map(drop))?;
        tx.commit().await?;
        Ok(rows)
    }

    async fn update(&self, record: &Record) -> crate::Result<()> {
        let mut tx = self.db.write().await?;
        let sql = "update session set data = $2, expires_at = $3 where id = $1";
        run!(&mut tx, |conn| sqlx::query(sql)
            .bind(key(&record.id))
            .bind(serde_json::to_string(&record.data)?)
            .bind(expiry(record))
            .execute(conn)
            .await
            .map(drop))?;
        tx.commit().await
    }

    async fn find(&self, id: &Id) -> crate::Result<Option<Record>> {
        let sql = "select data, expires_at from session where id = $1 and expires_at > $2";
        let row: Option<(String, Timestamp)> = glance!(&self.db, |conn| sqlx::query_as(sql)
            .bind(key(id))
            .bind(clock::now())
            .fetch_optional(conn)
            .await)?;
        let Some((data, expires_at)) = row else { return Ok(None) };
        let nanos = i128::from(expires_at.micros()) * 1_000;
        let expiry_date =
            OffsetDateTime::from_unix_timestamp_nanos(nanos).map_err(anyhow::Error::new)?;
        Ok(Some(Record { id: *id, data: serde_json::from_str(&data)?, expiry_date }))
    }

    async fn remove(&self, id: &Id) -> crate::Result<()> {
        let mut tx = self.db.write().await?;
        let sql = "delete from session where id = $1";
        run!(&mut tx, |conn| sqlx::query(sql).bind(key(id)).execute(conn).await.map(drop))?;
        tx.commit().await
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        while self.insert(record).await.map_err(backend)? == 0 {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.update(record).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = self.find(id).await.map_err(backend)?;
        Ok(Some(found.unwrap_or_else(|| nothing(*id))))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.remove(id).await.map_err(backend)
    }
}

/// What stands for a session that has ended or never was.
fn nothing(id: Id) -> Record {
    Record { id, data: HashMap::new(), expiry_date: OffsetDateTime::UNIX_EPOCH }
}

fn key(id: &Id) -> String {
    secret::hash(&id.to_string())
}

fn expiry(record: &Record) -> i64 {
    i64::try_from(record.expiry_date.unix_timestamp_nanos() / 1_000).unwrap_or(i64::MAX)
}

fn backend(error: crate::Error) -> Error {
    Error::Backend(error.to_string())
}
