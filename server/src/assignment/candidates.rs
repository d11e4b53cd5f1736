//! The tasks ahead of a rater.
//!
//! Everybody walks through the tasks in the same thrown order, batch by batch. A rater's walk
//! remembers where the first task stands that the rater could still take, so that a claim looks
//! at a handful of rows however many lie behind.

use domain::id::{AccountId, BatchId, ProjectId, TaskId};

use super::Walk;
use crate::db::{Tx, run};
use crate::error::Result;

/// One claim in so many writes down how far the rater has come.
const EXACTNESS: u32 = 8;

#[derive(Debug, sqlx::FromRow)]
struct Ahead {
    id: TaskId,
    position: i64,
}

/// The next tasks that the rater may take, a few of them: enough that raters who come at once
/// spread over them.
///
/// At the end of the tasks the walk starts over, for what was freed behind it; not again before
/// something else was.
pub(super) async fn find(
    tx: &mut Tx,
    project: ProjectId,
    rater: AccountId,
    walk: Walk,
) -> Result<Vec<TaskId>> {
    if walk.has_ended() {
        return Ok(Vec::new());
    }
    if let Some((batch, from)) = walk.walk_import_id.zip(walk.walk_position) {
        // Nearly always there is more where the rater stands.
        let ahead = in_batch(tx, batch, rater, from).await?;
        if let Some(first) = ahead.first() {
            // A walk that lies a few tasks back costs less than a write at each claim.
            if first.position != from && rand::random_ratio(1, EXACTNESS) {
                remember(tx, project, rater, batch, first.position).await?;
            }
            return Ok(ids(ahead));
        }
    }
    let ahead = walk_on(tx, project, rater, walk).await?;
    if !ahead.is_empty() || walk.walk_import_id.is_none() {
        return Ok(ahead);
    }
    let ahead = walk_on(tx, project, rater, Walk::START).await?;
    if ahead.is_empty() {
        remember_end(tx, project, rater, walk.reopened).await?;
    }
    Ok(ahead)
}

async fn walk_on(
    tx: &mut Tx,
    project: ProjectId,
    rater: AccountId,
    walk: Walk,
) -> Result<Vec<TaskId>> {
    let sql = "
        select id
        from live_batch
        where project_id = $1 and id >= $2
        order by id";
    let batches: Vec<BatchId> = run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(project)
        .bind(walk.walk_import_id.unwrap_or(BatchId::BEFORE_ALL))
        .fetch_all(conn)
        .await)?;
    for batch in batches {
        let from = if walk.walk_import_id == Some(batch) { walk.walk_position } else { None };
        let ahead = in_batch(tx, batch, rater, from.unwrap_or(i64::MIN)).await?;
        if let Some(first) = ahead.first() {
            remember(tx, project, rater, batch, first.position).await?;
            return Ok(ids(ahead));
        }
    }
    Ok(Vec::new())
}

/// A limit that is bound makes SQLite plan the query anew each time, for the number's sake.
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
                    and assignment.status <> 'released')
        order by task.position
        limit ",
            $limit
        )
    };
}

async fn in_batch(tx: &mut Tx, batch: BatchId, rater: AccountId, from: i64) -> Result<Vec<Ahead>> {
    // Where nobody can be faster there is no need to spread.
    let sql = if tx.writes_alone() { next_tasks!(1) } else { next_tasks!(16) };
    Ok(run!(tx, |conn| sqlx::query_as(sql)
        .bind(batch)
        .bind(from)
        .bind(rater)
        .fetch_all(conn)
        .await)?)
}

fn ids(ahead: Vec<Ahead>) -> Vec<TaskId> {
    ahead.into_iter().map(|task| task.id).collect()
}

async fn remember_end(
    tx: &mut Tx,
    project: ProjectId,
    rater: AccountId,
    reopened: i64,
) -> Result<()> {
    let sql = "update member set walk_ended = $3 where project_id = $1 and account_id = $2";
    run!(tx, |conn| sqlx::query(sql)
        .bind(project)
        .bind(rater)
        .bind(reopened)
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}

async fn remember(
    tx: &mut Tx,
    project: ProjectId,
    rater: AccountId,
    batch: BatchId,
    position: i64,
) -> Result<()> {
    let sql = "
        update member
        set walk_import_id = $3, walk_position = $4
        where project_id = $1 and account_id = $2
            and (walk_import_id is null or walk_import_id <> $3 or walk_position <> $4)";
    run!(tx, |conn| sqlx::query(sql)
        .bind(project)
        .bind(rater)
        .bind(batch)
        .bind(position)
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}
