//! Frees the slots of expired leases and of raters who leave.

use domain::assignment::Purpose;
use domain::id::{ProjectId, RaterId, TaskId};
use domain::timestamp::Timestamp;

use super::cursor::advance_slots_epoch;
use super::slots;
use crate::db::{Tx, run};
use crate::error::Result;

/// How many expired leases one claim frees, so that no claim pays for all of a crowd that left.
const AT_ONCE: i64 = 20;

/// Frees the slots of leases that have expired. The rows stay, without a slot: a late judgment
/// still belongs to an assignment. Answers whether there were any.
pub(super) async fn free_expired(tx: &mut Tx, project: ProjectId, now: Timestamp) -> Result<bool> {
    if !tx.may_free_expired(project).await? {
        return Ok(false);
    }
    // The state is checked twice because another transaction may have freed the same lease
    // between the inner query and the outer lock.
    let sql = "
        update assignment
        set state = 'released', slot = null
        where state = 'held' and id in (
            select id from assignment
            where project_id = $1 and state = 'held' and expires_at < $2
            order by expires_at
            limit $3)
        returning task_id, purpose";
    let freed: Vec<(TaskId, Purpose)> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(project)
        .bind(now)
        .bind(AT_ONCE)
        .fetch_all(conn)
        .await)?;
    let any = !freed.is_empty();
    give_back(tx, project, freed).await?;
    Ok(any)
}

/// Frees everything that a rater holds.
pub(crate) async fn release_all(tx: &mut Tx, project: ProjectId, rater: RaterId) -> Result<()> {
    let sql = "
        update assignment
        set state = 'released', slot = null
        where rater_id = $1 and state = 'held'
        returning task_id, purpose";
    let freed: Vec<(TaskId, Purpose)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(rater).fetch_all(conn).await)?;
    give_back(tx, project, freed).await
}

async fn give_back(tx: &mut Tx, project: ProjectId, freed: Vec<(TaskId, Purpose)>) -> Result<()> {
    if freed.is_empty() {
        return Ok(());
    }
    advance_slots_epoch(tx, project).await?;
    for (task, purpose) in freed {
        if purpose.takes_slot() {
            slots::raise_open(tx, task).await?;
        }
    }
    Ok(())
}
