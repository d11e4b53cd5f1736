//! The database: the only file that knows there are two engines.

use std::ops::{Deref, DerefMut};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use domain::timestamp::Timestamp;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{
    ConnectOptions, Connection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction,
};
use tokio::sync::{Mutex, Semaphore};
use tokio::time::timeout;

use crate::error::Result;
use crate::time;
pub use copy::copy;
use lane::Lane;
use writer::{Turn, Writer};

mod copy;
pub mod fault;
mod health;
pub mod import_lock;
mod lane;
mod lock;
mod scheduling;
mod writer;

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// How long a request waits for a connection before it is told to come again.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long a connection to Postgres is trusted after its last use.
const FRESH: Duration = Duration::from_secs(1);

/// How many readers a SQLite file has.
const READERS: u32 = 8;

/// How many rows of a query a reader may run ahead.
const ROWS_AHEAD: usize = 500;

/// A handle on the database; clones share the connections.
#[derive(Debug, Clone)]
pub enum Db {
    /// One writer, because the engine has one, and readers that it does not block. What every
    /// request asks has a connection to itself: a pool tests each one that comes back, which
    /// takes longer than the question.
    Sqlite {
        read: SqlitePool,
        write: Writer,
        lane: Lane,
        apart: Arc<Apart>,
        glance: Arc<Mutex<Option<SqliteConnection>>>,
    },
    Postgres(PgPool),
}

/// What handles with a reader of their own are made of, and how many more there may be.
#[derive(Debug)]
pub struct Apart {
    readers: SqliteConnectOptions,
    permits: Arc<Semaphore>,
}

/// An open transaction. Dropped without [`Tx::commit`] it leaves no trace.
#[derive(Debug)]
pub enum Tx {
    Sqlite(SqliteTx),
    Postgres(Transaction<'static, Postgres>),
}

/// An open transaction on SQLite: a snapshot, or the writer's.
#[derive(Debug)]
pub enum SqliteTx {
    Read(Transaction<'static, Sqlite>),
    Write(Turn),
}

impl Deref for SqliteTx {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Read(tx) => tx,
            Self::Write(turn) => turn,
        }
    }
}

impl DerefMut for SqliteTx {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Read(tx) => tx,
            Self::Write(turn) => turn,
        }
    }
}

/// Runs one query on whichever engine a transaction is on; the query is the same text for both.
macro_rules! run {
    ($tx:expr, |$conn:ident| $query:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $query
            }
            $crate::db::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $query
            }
        }
    };
}
pub(crate) use run;

/// Runs one query that only reads, outside any transaction: for what every request asks.
macro_rules! glance {
    ($db:expr, |$conn:ident| $query:expr) => {
        match $db {
            $crate::db::Db::Sqlite { glance, .. } => {
                let mut held = glance.lock().await;
                let $conn = held.as_mut().ok_or(sqlx::Error::PoolClosed)?;
                $query
            }
            $crate::db::Db::Postgres(pool) => {
                let $conn = &mut *pool.acquire().await?;
                $query
            }
        }
    };
}
pub(crate) use glance;

impl Db {
    /// Connects to `sqlite://file` or `postgres://…`. A SQLite file is created when it is absent.
    ///
    /// With `durable`, SQLite waits for the disk at each commit; without, a power cut may take
    /// the last commits back, a crash of the process never.
    pub async fn connect(url: &str, durable: bool) -> anyhow::Result<Self> {
        if url.starts_with("sqlite:") {
            return Self::connect_sqlite(url, durable).await;
        }
        let options = PgConnectOptions::from_str(url).context("the database URL is not valid")?;
        let options = options.options([
            ("statement_timeout", "60s"),
            ("idle_in_transaction_session_timeout", "10min"),
        ]);
        let pool = PgPoolOptions::new()
            .max_connections(20)
            .acquire_timeout(PATIENCE)
            // Each was tested when it was given back; another test for every request only takes
            // time.
            .test_before_acquire(false)
            .before_acquire(|connection, about| {
                Box::pin(async move {
                    if about.idle_for > FRESH {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_with(options)
            .await
            .context("cannot reach the Postgres server")?;
        Ok(Self::Postgres(pool))
    }

    async fn connect_sqlite(url: &str, durable: bool) -> anyhow::Result<Self> {
        let synchronous = if durable { SqliteSynchronous::Full } else { SqliteSynchronous::Normal };
        let options = SqliteConnectOptions::from_str(url)
            .context("the database URL is not valid")?
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .auto_vacuum(SqliteAutoVacuum::Incremental)
            .synchronous(synchronous)
            .busy_timeout(Duration::from_secs(5))
            .pragma("cache_size", "-64000")
            // An import changes the same pages of its indices again and again: the later they go
            // into the file, the more seldom.
            .pragma("wal_autocheckpoint", "8000")
            // What a savepoint would need to be gone back to, above all: by default it is written
            // into a file as soon as it is more than 64 KiB.
            .pragma("temp_store", "memory")
            .pragma("journal_size_limit", "67108864");
        let readers = SqliteConnectOptions::from_str(url)
            .context("the database URL is not valid")?
            .busy_timeout(Duration::from_secs(5))
            .pragma("cache_size", "-16000")
            .pragma("query_only", "on")
            // Rows wait here for their reader; every time it is full two threads change places.
            .row_buffer_size(ROWS_AHEAD);
        let lane = Lane::start(0, None).await?;
        // The connection's own thread stays where it is started.
        let write = lane
            .run(async move { Writer::open(&options).await })
            .await
            .with_context(|| format!("cannot open the database at {url}"))?;
        let read = SqlitePoolOptions::new()
            .max_connections(READERS)
            // All at once: opening one waits for whoever writes.
            .min_connections(READERS)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE)
            // There is no network in between that could have swallowed a connection.
            .test_before_acquire(false)
            .connect_with(readers.clone())
            .await?;
        let glance = Arc::new(Mutex::new(Some(readers.connect().await?)));
        let permits = Arc::new(Semaphore::new(READERS as usize));
        let apart = Arc::new(Apart { readers, permits });
        Ok(Self::Sqlite { read, write, lane, apart, glance })
    }

    /// Brings the schema up to date; several servers may do so at once.
    ///
    /// A schema newer than this executable is refused.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        let outcome = match self {
            Self::Sqlite { write, .. } => write.migrate(&MIGRATIONS).await,
            Self::Postgres(pool) => MIGRATIONS.run(pool).await,
        };
        match outcome {
            Err(MigrateError::VersionMissing(version)) => anyhow::bail!(
                "the database was made by a newer touchstone (schema {version}); \
                 start that one, or restore a backup made before the upgrade"
            ),
            outcome => outcome.context("cannot bring the schema up to date"),
        }
    }

    /// Opens a snapshot for reading.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(SqliteTx::Read(read.begin().await?)),
            Self::Postgres(pool) => {
                let begin = "begin isolation level repeatable read read only";
                Tx::Postgres(pool.begin_with(begin).await?)
            }
        })
    }

    /// Opens a transaction for writing. On SQLite it takes the write lock at once: one that
    /// reads first and writes later fails as soon as another has written in between.
    pub async fn write(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(SqliteTx::Write(write.begin(PATIENCE).await?)),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Does work that is mostly one short transaction where that is fastest. It goes on to its end
    /// even if nobody waits for it any more.
    pub async fn near<F>(&self, work: F) -> F::Output
    where
        F: Future<Output: Send> + Send + 'static,
    {
        match self {
            Self::Sqlite { lane, .. } => lane.run(work).await,
            Self::Postgres(_) => work.await,
        }
    }

    /// A handle for work that reads for long: it has a reader to itself, and [`Db::near`] does not
    /// get into the way of claims and judgments.
    pub async fn apart(&self) -> Result<Self> {
        match self {
            Self::Sqlite { write, apart, glance, .. } => {
                let permit = timeout(PATIENCE, Arc::clone(&apart.permits).acquire_owned()).await;
                let permit = permit.map_err(|_| sqlx::Error::PoolTimedOut)?;
                let permit = permit.map_err(|_| sqlx::Error::PoolClosed)?;
                let lane = Lane::start(1, Some(permit)).await?;
                let options = apart.readers.clone();
                let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None);
                let read = lane.run(async move { pool.connect_with(options).await }).await?;
                let (write, apart, glance) = (write.clone(), apart.clone(), glance.clone());
                Ok(Self::Sqlite { read, write, lane, apart, glance })
            }
            Self::Postgres(pool) => Ok(Self::Postgres(pool.clone())),
        }
    }

    /// Asks the database for a sign of life.
    pub async fn ping(&self) -> Result<()> {
        glance!(self, |conn| sqlx::query("select 1").execute(conn).await.map(drop))?;
        Ok(())
    }

    /// The engine's name, for people.
    pub fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "SQLite",
            Self::Postgres(_) => "Postgres",
        }
    }

    /// Closes every connection; SQLite folds its write-ahead log into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, glance, .. } => {
                read.close().await;
                // Not dropped: that does not wait for its end, and only the last one folds the log.
                let closed = match glance.lock().await.take() {
                    Some(connection) => connection.close().await,
                    None => Ok(()),
                };
                if let Err(error) = closed.and(write.close().await) {
                    tracing::warn!(%error, "the database was not closed cleanly");
                }
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything done in this transaction last.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(SqliteTx::Read(tx)) => tx.commit().await?,
            Self::Sqlite(SqliteTx::Write(turn)) => turn.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Whether no other transaction can write before this one ends.
    pub fn writes_alone(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    /// The present moment by the database's clock, so that several servers agree on leases.
    pub async fn now(&mut self) -> Result<Timestamp> {
        match self {
            // The file lies on this machine: its clock is ours.
            Self::Sqlite(_) => Ok(time::now()),
            Self::Postgres(tx) => {
                let sql = "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";
                Ok(Timestamp::from_micros(sqlx::query_scalar(sql).fetch_one(&mut **tx).await?))
            }
        }
    }
}
