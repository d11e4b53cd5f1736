//! SQLite's one writer: transactions one after the other, made to last together.
//!
//! What a write costs is waiting for the disk. So nobody commits alone: each transaction is a
//! savepoint of one that is shared by all who stood in the queue, and its commit answers when
//! that one is on the disk. Whoever fails takes back no more than their own.

use std::io;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

/// Gives turns at the one connection that writes; clones share it.
#[derive(Debug, Clone)]
pub struct Writer {
    // A fair lock: whoever asks first is first, and the end of a shared transaction comes after
    // all who were waiting when it was asked for.
    line: Arc<Mutex<Line>>,
}

/// The connection, and what it has under way.
#[derive(Debug)]
struct Line {
    /// None once it is closed.
    connection: Option<SqliteConnection>,
    /// Those who wait for the end of the shared transaction, while there is one. The first of
    /// them stands in the queue to end it.
    shared: Option<Vec<oneshot::Sender<Outcome>>>,
}

/// How a shared transaction ended, for everybody who shared it.
type Outcome = Result<(), Arc<sqlx::Error>>;

/// A transaction whose turn it is. Dropped without [`Turn::commit`] it leaves no trace.
#[derive(Debug)]
pub struct Turn {
    writer: Writer,
    /// None only while it ends.
    line: Option<OwnedMutexGuard<Line>>,
    /// Whether others came before in the shared transaction, and a savepoint parts us from them.
    follows: bool,
    /// Whether that savepoint, or the transaction, is known to be there.
    has_begun: bool,
}

impl Writer {
    /// Opens the connection.
    pub async fn open(options: &SqliteConnectOptions) -> sqlx::Result<Self> {
        let connection = Some(options.connect().await?);
        Ok(Self { line: Arc::new(Mutex::new(Line { connection, shared: None })) })
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self, migrations: &Migrator) -> Result<(), MigrateError> {
        let mut line = self.line.lock().await;
        migrations.run(line.connection()?).await
    }

    /// Begins a transaction when it is our turn, within some patience.
    pub async fn begin(&self, patience: Duration) -> sqlx::Result<Turn> {
        let waiting = tokio::time::timeout(patience, Arc::clone(&self.line).lock_owned());
        let line = waiting.await.map_err(|_| sqlx::Error::PoolTimedOut)?;
        let follows = line.shared.is_some();
        let mut turn = Turn { writer: self.clone(), line: Some(line), follows, has_begun: false };
        let line = turn.line();
        if follows {
            line.execute("savepoint turn").await?;
        } else {
            line.shared = Some(Vec::new());
            line.execute("begin immediate").await?;
        }
        turn.has_begun = true;
        Ok(turn)
    }

    /// Closes the connection after what is under way; SQLite folds its write-ahead log into the
    /// file. Nothing can be written afterwards.
    pub async fn close(&self) -> sqlx::Result<()> {
        let mut line = self.line.lock().await;
        line.end_shared().await;
        match line.connection.take() {
            Some(connection) => connection.close().await,
            None => Ok(()),
        }
    }
}

impl Line {
    fn connection(&mut self) -> sqlx::Result<&mut SqliteConnection> {
        self.connection.as_mut().ok_or(sqlx::Error::PoolClosed)
    }

    async fn execute(&mut self, sql: &'static str) -> sqlx::Result<()> {
        sqlx::query(sql).execute(self.connection()?).await.map(drop)
    }

    /// Commits the shared transaction, if there still is one, and tells everybody.
    async fn end_shared(&mut self) {
        let Some(waiting) = self.shared.take() else { return };
        match self.execute("commit").await {
            Ok(()) => tell(waiting, &Ok(())),
            Err(error) => {
                self.shared = Some(waiting);
                self.give_up(&Arc::new(error)).await;
            }
        }
    }

    /// Takes the shared transaction back and tells everybody why.
    async fn give_up(&mut self, error: &Arc<sqlx::Error>) {
        let waiting = self.shared.take().unwrap_or_default();
        // Fails where the database has taken it back by itself, as it does when the disk is full.
        _ = self.execute("rollback").await;
        tell(waiting, &Err(Arc::clone(error)));
    }

    /// Takes one turn back, and only that.
    async fn take_back(&mut self, follows: bool) {
        if !follows {
            self.shared = None;
            _ = self.execute("rollback").await;
            return;
        }
        if self.execute("rollback to turn").await.is_err() {
            // There is no savepoint any more where the database took everything back by itself,
            // as it does when the disk is full. Whoever lost their work by that may try again.
            let error = io::Error::other("a transaction that this one shared was taken back");
            self.give_up(&Arc::new(error.into())).await;
        }
    }
}

fn tell(waiting: Vec<oneshot::Sender<Outcome>>, outcome: &Outcome) {
    for sender in waiting {
        // Whoever went away does not want to know.
        _ = sender.send(outcome.clone());
    }
}

impl Turn {
    /// Makes everything done in this transaction last: once this answers, it is on the disk.
    pub async fn commit(mut self) -> Outcome {
        let mut line = self.line.take().expect("a turn has its line until it ends");
        // The savepoint stays; the end of the shared transaction releases all of them.
        let (sender, ended) = oneshot::channel();
        let waiting = line.shared.get_or_insert_default();
        waiting.push(sender);
        let is_first = waiting.len() == 1;
        drop(line);
        if is_first {
            // A task of its own, so that others do not depend on whoever happens to be first.
            let line = Arc::clone(&self.writer.line);
            tokio::spawn(async move { line.lock().await.end_shared().await });
        }
        ended.await.unwrap_or_else(|_| Err(Arc::new(sqlx::Error::PoolClosed)))
    }

    fn line(&mut self) -> &mut Line {
        self.line.as_mut().expect("a turn has its line until it ends")
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(mut line) = self.line.take() else { return };
        let follows = self.follows;
        if follows && !self.has_begun {
            // Nothing was done yet, and without a savepoint of our own we would take back the
            // work of others.
            return;
        }
        // Without a runtime the process is ending, and the database takes back what is open.
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move { line.take_back(follows).await });
        }
    }
}

impl Deref for Turn {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        let line = self.line.as_ref().expect("a turn has its line until it ends");
        line.connection.as_ref().expect("a turn begins only while the connection is open")
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        let connection = self.line().connection.as_mut();
        connection.expect("a turn begins only while the connection is open")
    }
}

#[cfg(test)]
mod tests;
