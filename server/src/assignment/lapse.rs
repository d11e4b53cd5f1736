//! Freeing slots: of leases that have run out, and of raters who leave.

use domain::id::{AccountId, ProjectId, TaskId};
use domain::timestamp::Timestamp;

use super::{give_slot_back, note_reopened};
use crate::db::{Tx, run};
use crate::error::Result;

/// How many lapsed leases one claim frees; a claim never pays for all of a crowd that left.
const AT_ONCE: i64 = 20;

/// Frees the slots of leases that have run out. The rows stay, without a slot: a judgment that
/// comes late is still known to belong to a task that was once claimed. Says whether there were
/// any.
pub(super) async fn free_lapsed(tx: &mut Tx, project: ProjectId, now: Timestamp) -> Result<bool> {
    if !tx.may_free_lapsed(project).await? {
        return Ok(false);
    }
    // The status is asked for twice because another transaction may have freed the same lease
    // between the inner look and the outer lock.
    let sql = "
        update assignment
        set status = 'released', slot = null
        where status = 'held' and id in (
            select id from assignment
            where project_id = $1 and status = 'held' and expires_at < $2
            order by expires_at
            limit $3)
        returning task_id";
    let freed: Vec<TaskId> = run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(project)
        .bind(now)
        .bind(AT_ONCE)
        .fetch_all(conn)
        .await)?;
    let any = !freed.is_empty();
    give_back(tx, project, freed).await?;
    Ok(any)
}

/// Frees all that a rater holds in a project.
pub(crate) async fn release_all(tx: &mut Tx, project: ProjectId, rater: AccountId) -> Result<()> {
    let sql = "
        update assignment
        set status = 'released', slot = null
        where rater_id = $1 and project_id = $2 and status = 'held'
        returning task_id";
    let freed: Vec<TaskId> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(rater).bind(project).fetch_all(conn).await)?;
    give_back(tx, project, freed).await
}

async fn give_back(tx: &mut Tx, project: ProjectId, freed: Vec<TaskId>) -> Result<()> {
    if freed.is_empty() {
        return Ok(());
    }
    note_reopened(tx, project).await?;
    for task in freed {
        give_slot_back(tx, task).await?;
    }
    Ok(())
}
