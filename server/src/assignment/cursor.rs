//! Where a rater's search for the next task starts.

use domain::id::{BatchId, ProjectId, RaterId};

use crate::db::{Tx, run};
use crate::error::Result;

/// The first task that the rater could still take. What lies before it is not looked at again
/// until the search reaches the end.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(crate) struct ClaimCursor {
    pub cursor_batch_id: Option<BatchId>,
    pub cursor_position: Option<i64>,
    /// The `slots_epoch` of the project when the search last found nothing.
    pub exhausted_epoch: Option<i64>,
    /// How often slots of the project have become open again.
    pub slots_epoch: i64,
}

impl ClaimCursor {
    /// Before all tasks.
    pub const START: Self = Self {
        cursor_batch_id: None,
        cursor_position: None,
        exhausted_epoch: None,
        slots_epoch: 0,
    };

    /// Whether the search found nothing and no slot became open since.
    pub fn is_exhausted(&self) -> bool {
        self.exhausted_epoch == Some(self.slots_epoch)
    }
}

/// Stores that the search found nothing.
pub(super) async fn store_exhausted(tx: &mut Tx, rater: RaterId, slots_epoch: i64) -> Result<()> {
    let sql = "update rater set exhausted_epoch = $2 where id = $1";
    run!(tx, |conn| sqlx::query(sql).bind(rater).bind(slots_epoch).execute(conn).await.map(drop))?;
    Ok(())
}

/// Stores where the next search starts.
pub(super) async fn store(
    tx: &mut Tx,
    rater: RaterId,
    batch: BatchId,
    position: i64,
) -> Result<()> {
    let sql = "
        update rater
        set cursor_batch_id = $2, cursor_position = $3
        where id = $1
            and (cursor_batch_id is null or cursor_batch_id <> $2 or cursor_position <> $3)";
    run!(tx, |conn| sqlx::query(sql)
        .bind(rater)
        .bind(batch)
        .bind(position)
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}

/// Records that slots of a project became open, so that raters who had found nothing search again.
///
/// To avoid deadlock the lock order is assignments, project, tasks.
pub(crate) async fn advance_slots_epoch(tx: &mut Tx, project: ProjectId) -> Result<()> {
    let sql = "update project set slots_epoch = slots_epoch + 1 where id = $1";
    run!(tx, |conn| sqlx::query(sql).bind(project).execute(conn).await.map(drop))?;
    Ok(())
}
