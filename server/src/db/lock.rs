//! One at a time: points that no two transactions pass together. SQLite needs none of them, since
//! it has one writer.
//!
//! Rows are locked `for no key update`: a row that refers to a locked one can still be inserted.
//! With `for update` the insert would wait for the lock, and its transaction may hold something
//! that the holder of the lock waits for.

use domain::id::{AccountId, AssignmentId, ProjectId};
use domain::timestamp::Timestamp;

use super::Tx;
use crate::error::Result;
use crate::time;

impl Tx {
    /// Lets one transaction at a time past this point for who is a site admin.
    pub async fn lock_admins(&mut self) -> Result<()> {
        if let Self::Postgres(tx) = self {
            let sql = "select id from account where site_admin order by id for no key update";
            sqlx::query(sql).execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// Lets one transaction at a time past this point for what an account holds as a rater. Answers
    /// [`Tx::now`], which every claim needs. Taken before all other locks.
    pub async fn lock_rater(&mut self, account: AccountId) -> Result<Timestamp> {
        match self {
            Self::Sqlite(_) => Ok(time::now()),
            Self::Postgres(tx) => {
                let sql = "
                    with rater as materialized (select pg_advisory_xact_lock($1))
                    select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)
                    from rater";
                let now = sqlx::query_scalar(sql).bind(lock_of(account));
                Ok(Timestamp::from_micros(now.fetch_one(&mut **tx).await?))
            }
        }
    }

    /// Does [`Tx::lock_rater`], and lets one transaction at a time past this point for an
    /// assignment.
    pub async fn lock_assignment(
        &mut self,
        assignment: AssignmentId,
        account: AccountId,
    ) -> Result<Timestamp> {
        match self {
            Self::Sqlite(_) => Ok(time::now()),
            Self::Postgres(tx) => {
                let sql = "
                    with rater as materialized (select pg_advisory_xact_lock($2))
                    select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)
                    from rater
                    left join lateral (
                        select id from assignment where id = $1 for no key update
                    ) as locked on true";
                let now = sqlx::query_scalar(sql).bind(assignment).bind(lock_of(account));
                Ok(Timestamp::from_micros(now.fetch_one(&mut **tx).await?))
            }
        }
    }

    /// Whether this transaction alone may free the expired leases of a project, until it ends.
    ///
    /// Several that free the same leases, and then each take a task that another one has freed,
    /// would deadlock.
    pub async fn may_free_expired(&mut self, project: ProjectId) -> Result<bool> {
        match self {
            Self::Sqlite(_) => Ok(true),
            Self::Postgres(tx) => {
                let (_, low) = project.0.as_u64_pair();
                let sql = "select pg_try_advisory_xact_lock($1)";
                let lock = sqlx::query_scalar(sql).bind(low.cast_signed());
                Ok(lock.fetch_one(&mut **tx).await?)
            }
        }
    }

    /// Lets one transaction at a time, of all servers, past this point for the throttle.
    pub async fn lock_throttle(&mut self) -> Result<()> {
        if let Self::Postgres(tx) = self {
            // Any number that no project's lock is likely to have.
            sqlx::query("select pg_advisory_xact_lock(8388080128998272101)")
                .execute(&mut **tx)
                .await?;
        }
        Ok(())
    }

    /// Lets one transaction at a time past this point for the same project, until it ends.
    pub async fn lock_project(&mut self, project: ProjectId) -> Result<()> {
        if let Self::Postgres(tx) = self {
            let sql = "select id from project where id = $1 for no key update";
            sqlx::query(sql).bind(project).execute(&mut **tx).await?;
        }
        Ok(())
    }
}

/// The number of a rater's lock: half of a random id.
fn lock_of(account: AccountId) -> i64 {
    let (_, low) = account.0.as_u64_pair();
    low.cast_signed()
}
