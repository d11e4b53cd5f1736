//! Slots: a task is judged exactly as often as it is wanted.
//!
//! `task.open_slots` lets one transaction at a time pass; the unique key on `(task_id, slot)`
//! makes a surplus impossible on either engine.

use domain::assignment as rule;
use domain::id::TaskId;

use crate::db::{Tx, run};
use crate::error::Result;

/// Takes a free slot of a task; none if there is none.
pub(crate) async fn take(tx: &mut Tx, task: TaskId) -> Result<Option<i32>> {
    let Some(wanted) = lower_open(tx, task).await? else { return Ok(None) };
    let sql = "select slot from assignment where task_id = $1 and slot is not null";
    let taken: Vec<i32> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(task).fetch_all(conn).await)?;
    let slot = rule::free_slot(&taken, wanted);
    if slot.is_none() {
        raise_open(tx, task).await?;
    }
    Ok(slot)
}

/// Counts a slot of a task as taken and answers how many judgments the task wants; none if no slot
/// is open. Until the transaction ends, no other can take or free a slot of the task.
pub(super) async fn lower_open(tx: &mut Tx, task: TaskId) -> Result<Option<i32>> {
    let sql = "
        update task
        set open_slots = open_slots - 1
        where id = $1 and open_slots > 0 and state = 'open'
        returning wanted";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(task).fetch_optional(conn).await)?)
}

/// Counts a slot of a task as open again.
pub(crate) async fn raise_open(tx: &mut Tx, task: TaskId) -> Result<()> {
    let sql = "update task set open_slots = open_slots + 1 where id = $1";
    run!(tx, |conn| sqlx::query(sql).bind(task).execute(conn).await.map(drop))?;
    Ok(())
}
