//! The tasks that a rater could take next.
//!
//! All raters search the tasks in the same random order, batch by batch. Each rater's cursor marks
//! the first task that the rater could still take, so that a claim reads a handful of rows however
//! many tasks lie behind.

use domain::id::{BatchId, ProjectId, RaterId, TaskId};

use super::cursor::{self, ClaimCursor};
use crate::db::{Tx, run};
use crate::error::Result;

/// One claim in this many stores the cursor. A cursor a few tasks behind costs less than a write
/// at every claim.
const STORE_ONE_IN: u32 = 8;

#[derive(Debug, sqlx::FromRow)]
struct Candidate {
    id: TaskId,
    position: i64,
}

/// The next few tasks that the rater may take: enough that raters who claim at once spread over
/// them.
///
/// At the end the search starts over once, for slots that became open behind the cursor.
pub(super) async fn find(
    tx: &mut Tx,
    project: ProjectId,
    rater: RaterId,
    start: ClaimCursor,
) -> Result<Vec<TaskId>> {
    if start.is_exhausted() {
        return Ok(Vec::new());
    }
    if let Some((batch, from)) = start.cursor_batch_id.zip(start.cursor_position) {
        // Nearly always the batch of the cursor has more.
        let found = in_batch(tx, batch, rater, from).await?;
        if let Some(first) = found.first() {
            if first.position != from && rand::random_ratio(1, STORE_ONE_IN) {
                cursor::store(tx, rater, batch, first.position).await?;
            }
            return Ok(ids(found));
        }
    }
    let found = in_batches(tx, project, rater, start).await?;
    if !found.is_empty() || start.cursor_batch_id.is_none() {
        return Ok(found);
    }
    let found = in_batches(tx, project, rater, ClaimCursor::START).await?;
    if found.is_empty() {
        cursor::store_exhausted(tx, rater, start.slots_epoch).await?;
    }
    Ok(found)
}

async fn in_batches(
    tx: &mut Tx,
    project: ProjectId,
    rater: RaterId,
    start: ClaimCursor,
) -> Result<Vec<TaskId>> {
    let sql = "
        select id
        from live_batch
        where project_id = $1 and id >= $2
        order by id";
    let batches: Vec<BatchId> = run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(project)
        .bind(start.cursor_batch_id.unwrap_or(BatchId::BEFORE_ALL))
        .fetch_all(conn)
        .await)?;
    for batch in batches {
        let is_first = start.cursor_batch_id == Some(batch);
        let from = start.cursor_position.filter(|_| is_first).unwrap_or(i64::MIN);
        let found = in_batch(tx, batch, rater, from).await?;
        if let Some(first) = found.first() {
            cursor::store(tx, rater, batch, first.position).await?;
            return Ok(ids(found));
        }
    }
    Ok(Vec::new())
}

/// A bound limit would make SQLite plan the query again each time.
macro_rules! next_tasks {
    ($limit:literal) => {
        concat!(
            "
        select task.id, task.position
        from task
        where task.batch_id = $1 and task.position >= $2
            and task.open_slots > 0 and task.state = 'open'
            and not exists (
                select 1 from assignment
                where assignment.task_id = task.id and assignment.rater_id = $3
                    and assignment.purpose = 'work' and assignment.state <> 'released')
        order by task.position
        limit ",
            $limit
        )
    };
}

async fn in_batch(
    tx: &mut Tx,
    batch: BatchId,
    rater: RaterId,
    from: i64,
) -> Result<Vec<Candidate>> {
    // With a single writer no other claim can be faster, so there is no need to spread.
    let sql = if tx.writes_alone() { next_tasks!(1) } else { next_tasks!(16) };
    Ok(run!(tx, |conn| sqlx::query_as(sql)
        .bind(batch)
        .bind(from)
        .bind(rater)
        .fetch_all(conn)
        .await)?)
}

fn ids(found: Vec<Candidate>) -> Vec<TaskId> {
    found.into_iter().map(|task| task.id).collect()
}
