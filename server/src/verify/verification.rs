//! A run over the invariants of the data.

use futures::TryStreamExt;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error, StrDeserializer};
use sqlx::Row;
use sqlx::types::Json;
use uuid::Uuid;

use crate::db::{Db, Tx, run};
use crate::error::Result;

/// How many ids of broken rows are named.
const EXAMPLES: usize = 5;

/// An invariant that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The invariant, as a sentence that should be true.
    pub invariant: String,
    /// How many rows break it.
    pub rows: usize,
    /// The ids of the first of them, or the values that cannot be read.
    pub examples: Vec<String>,
    /// Whether the rows were computed again and are right now.
    pub repaired: bool,
}

/// A run over all invariants.
pub(crate) struct Verification {
    pub tx: Tx,
    repair: bool,
    violations: Vec<Violation>,
}

impl Verification {
    /// Begins a run, in one snapshot; with `repair`, in a transaction that writes.
    pub async fn begin(db: &Db, repair: bool) -> Result<Self> {
        let tx = if repair { db.write().await? } else { db.read().await? };
        Ok(Self { tx, repair, violations: Vec::new() })
    }

    /// Ends the run, and keeps what was repaired.
    pub async fn finish(self) -> Result<Vec<Violation>> {
        if self.repair {
            self.tx.commit().await?;
        }
        Ok(self.violations)
    }

    /// Checks an invariant: `broken` selects the ids of rows that break it, and `repair` is a
    /// statement that makes them right.
    pub async fn invariant(
        &mut self,
        invariant: &'static str,
        broken: &'static str,
        repair: Option<&'static str>,
    ) -> Result<()> {
        let ids = self.ids(broken).await?;
        if ids.is_empty() {
            return Ok(());
        }
        let mut repaired = false;
        if let Some(sql) = repair.filter(|_| self.repair) {
            run!(&mut self.tx, |conn| sqlx::query(sql).execute(conn).await.map(drop))?;
            repaired = self.ids(broken).await?.is_empty();
        }
        let examples = ids.iter().map(Uuid::to_string).collect();
        self.note(invariant.to_owned(), examples, repaired);
        Ok(())
    }

    /// Checks that every value of a column is one of an enumeration; `sql` selects each value once.
    pub async fn enumeration<T: DeserializeOwned>(
        &mut self,
        column: &'static str,
        sql: &'static str,
    ) -> Result<()> {
        let values: Vec<String> =
            run!(&mut self.tx, |conn| sqlx::query_scalar(sql).fetch_all(conn).await)?;
        let is_unknown =
            |value: &String| T::deserialize(StrDeserializer::<Error>::new(value)).is_err();
        let unknown: Vec<String> = values.into_iter().filter(is_unknown).collect();
        if !unknown.is_empty() {
            self.note(format!("{column} has known values only"), unknown, false);
        }
        Ok(())
    }

    /// Checks that every document of a column can be read; `sql` selects ids and documents.
    pub async fn documents<T>(&mut self, column: &'static str, sql: &'static str) -> Result<()>
    where
        T: for<'de> Deserialize<'de> + Send + 'static,
    {
        let mut unreadable = Vec::new();
        run!(&mut self.tx, |conn| {
            let mut rows = sqlx::query(sql).fetch(conn);
            while let Some(row) = rows.try_next().await? {
                if row.try_get::<Json<T>, _>(1).is_err() {
                    unreadable.push(row.try_get::<Uuid, _>(0)?.to_string());
                }
            }
        });
        if !unreadable.is_empty() {
            self.note(format!("every {column} can be read"), unreadable, false);
        }
        Ok(())
    }

    /// Adds a violation by all of its examples.
    pub fn note(&mut self, invariant: String, mut examples: Vec<String>, repaired: bool) {
        let rows = examples.len();
        examples.truncate(EXAMPLES);
        self.violations.push(Violation { invariant, rows, examples, repaired });
    }

    async fn ids(&mut self, sql: &'static str) -> Result<Vec<Uuid>> {
        Ok(run!(&mut self.tx, |conn| sqlx::query_scalar(sql).fetch_all(conn).await)?)
    }
}
