//! How much is left for a rater.

use domain::actor::Actor;
use domain::assignment::{Left, Outlook};
use domain::id::{BatchId, ProjectId, RaterId};
use domain::policy;
use domain::project::Status;
use domain::task::NextTask;

use super::claim_context::{self, ClaimContext};
use super::cursor::ClaimCursor;
use super::nothing;
use crate::db::{Db, Tx, run};
use crate::error::Result;

/// How many tasks of a project the actor could judge now: those held, and those with an open slot.
/// Others may be faster. Counts from the actor's cursor; slots that became open behind it are
/// left out until the search starts over. 3 to 9 ms among 100,000 tasks.
pub async fn left(db: &Db, actor: &Actor, id: ProjectId) -> Result<Left> {
    let mut tx = db.read().await?;
    let context = claim_context::find(&mut tx, actor, id).await?;
    policy::judge(actor, context.access.role)?;
    count(&mut tx, context.access.rater()?, &context).await
}

/// What the actor will find on the judge page, without claiming anything.
pub async fn outlook(db: &Db, actor: &Actor, id: ProjectId) -> Result<Outlook> {
    let mut tx = db.read().await?;
    let context = claim_context::find(&mut tx, actor, id).await?;
    policy::judge(actor, context.access.role)?;
    let status = context.access.project.status;
    if status != Status::Active {
        return Ok(Outlook::NotActive { status });
    }
    let rater = context.access.rater()?;
    let left = count(&mut tx, rater, &context).await?;
    if left.tasks > 0 {
        return Ok(Outlook::Tasks { left });
    }
    let now = tx.now().await?;
    Ok(match nothing::why(&mut tx, id, rater).await? {
        NextTask::Empty => Outlook::Empty,
        // The next claim frees expired leases.
        NextTask::Waiting { until } if until < now => Outlook::Tasks { left: Left::of(1, 0, 0) },
        NextTask::Waiting { until } => Outlook::Waiting { until },
        _ => Outlook::Finished,
    })
}

async fn count(tx: &mut Tx, rater: RaterId, context: &ClaimContext) -> Result<Left> {
    let project = context.access.project.id;
    let mut ahead = 0;
    if !context.cursor.is_exhausted() {
        ahead = count_from(tx, project, rater, context.cursor).await?;
        if ahead == 0 {
            // The next claim starts over.
            ahead = count_from(tx, project, rater, ClaimCursor::START).await?;
            ahead += expired_repeats(tx, rater).await?;
        }
    }
    let held = i64::try_from(context.held.len()).unwrap_or(i64::MAX);
    let repeats = if ahead > 0 { repeats_today(tx, rater).await? } else { 0 };
    Ok(Left::of(ahead, held, repeats))
}

/// Counts further than raters are told, because today's repeats are subtracted.
async fn count_from(
    tx: &mut Tx,
    project: ProjectId,
    rater: RaterId,
    start: ClaimCursor,
) -> Result<i64> {
    let sql = "
        select count(*)
        from (
            select 1
            from live_batch as batch
            join task on task.batch_id = batch.id and task.open_slots > 0
                and task.state = 'open'
            where batch.project_id = $1
                and batch.id >= $3 and (batch.id > $3 or task.position >= $4)
                and not exists (
                    select 1 from assignment
                    where assignment.task_id = task.id and assignment.rater_id = $2
                        and assignment.purpose = 'work' and assignment.state <> 'released')
            limit 1500) as ahead";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(project)
        .bind(rater)
        .bind(start.cursor_batch_id.unwrap_or(BatchId::BEFORE_ALL))
        .bind(start.cursor_position.unwrap_or(i64::MIN))
        .fetch_one(conn)
        .await)?)
}

async fn expired_repeats(tx: &mut Tx, rater: RaterId) -> Result<i64> {
    let sql = "
        select count(*)
        from assignment
        where rater_id = $1 and purpose = 'repeat' and state = 'released'";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(rater).fetch_one(conn).await)?)
}

async fn repeats_today(tx: &mut Tx, rater: RaterId) -> Result<i64> {
    let today = tx.now().await?.start_of_day();
    let sql = "
        select count(*)
        from assignment
        where rater_id = $1 and purpose = 'repeat' and claimed_at >= $2";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(rater).bind(today).fetch_one(conn).await)?)
}
