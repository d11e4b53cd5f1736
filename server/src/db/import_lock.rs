//! Who imports into a project. The lock ends with the process that holds it, so that nobody has to
//! wait for one that was killed.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use domain::id::ProjectId;
use domain::random::{halves, mix};
use sqlx::{Connection, PgConnection, PgPool};
use tokio::time::timeout;

use super::{Db, PATIENCE};
use crate::error::Result;

/// Parts the keys of these locks from those of others.
const TAG: u64 = 0x696d_706f_7274;

/// Held while an import runs. Dropping it gives it back, too, if not at once.
#[derive(Debug)]
pub enum ImportLock {
    /// SQLite: a locked file beside the database.
    File(LockedFile),
    /// Postgres: a lock of a session that does nothing else.
    Session(PgConnection, i64),
}

/// A file that nobody else has locked. It is removed in the end.
#[derive(Debug)]
pub struct LockedFile {
    path: PathBuf,
    _file: File,
}

impl Drop for LockedFile {
    fn drop(&mut self) {
        // Before the lock ends: a process that has opened the file meanwhile sees it is gone.
        if let Err(error) = std::fs::remove_file(&self.path) {
            tracing::debug!(%error, "the lock of an import is already gone");
        }
    }
}

impl Db {
    /// Takes the lock of imports into a project; none if another import holds it, of this process
    /// or of any other that lives.
    pub async fn lock_imports(&self, project: ProjectId) -> Result<Option<ImportLock>> {
        match self {
            Self::Sqlite { apart, .. } => {
                let mut path = apart.readers.get_filename().as_os_str().to_owned();
                path.push(format!("-import-{project}"));
                let file = lock_file(Path::new(&path)).map_err(sqlx::Error::Io)?;
                Ok(file.map(ImportLock::File))
            }
            Self::Postgres(pool) => lock_session(pool, project).await,
        }
    }
}

impl ImportLock {
    /// Gives the lock back.
    pub async fn release(self) {
        match self {
            Self::File(file) => drop(file),
            Self::Session(mut session, key) => {
                let unlock = sqlx::query("select pg_advisory_unlock($1)").bind(key);
                let unlocked = unlock.execute(&mut session).await.map(drop);
                // The lock ends with the session at the latest.
                if let Err(error) = unlocked.and(session.close().await) {
                    tracing::info!(%error, "the session of an import broke off");
                }
            }
        }
    }
}

fn lock_file(path: &Path) -> io::Result<Option<LockedFile>> {
    loop {
        let file =
            OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // The process that held the lock may have removed the file in between.
        let number = |file: io::Result<std::fs::Metadata>| file.map(|file| file.ino());
        match number(std::fs::metadata(path)) {
            Ok(there) if there == number(file.metadata())? => {
                return Ok(Some(LockedFile { path: path.to_owned(), _file: file }));
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
}

async fn lock_session(pool: &PgPool, project: ProjectId) -> Result<Option<ImportLock>> {
    let options = pool.connect_options();
    let connecting = timeout(PATIENCE, PgConnection::connect_with(&options)).await;
    let mut session = connecting.map_err(|_| sqlx::Error::PoolTimedOut)??;
    // A machine that vanished is noticed after a minute; of a process that died the system tells
    // at once.
    let keep_alive = "
        select set_config('tcp_keepalives_idle', '30', false),
            set_config('tcp_keepalives_interval', '10', false),
            set_config('tcp_keepalives_count', '3', false)";
    sqlx::query(keep_alive).execute(&mut session).await?;
    let [high, low] = halves(project.0);
    let key = mix(&[TAG, high, low]).cast_signed();
    let sql = "select pg_try_advisory_lock($1)";
    let locked = sqlx::query_scalar(sql).bind(key).fetch_one(&mut session).await?;
    if locked {
        return Ok(Some(ImportLock::Session(session, key)));
    }
    session.close().await.ok();
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_holds_a_file_and_leaves_none_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db-import");

        let first = lock_file(&path).unwrap();
        let second = lock_file(&path).unwrap();
        let was_there = path.exists();
        drop(first);
        let is_there = path.exists();
        let third = lock_file(&path).unwrap();

        assert!(second.is_none() && third.is_some());
        assert_eq!((was_there, is_there), (true, false));
    }

    #[test]
    fn a_file_that_a_dead_process_left_is_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db-import");
        std::fs::write(&path, "").unwrap();

        assert!(lock_file(&path).unwrap().is_some());
    }
}
