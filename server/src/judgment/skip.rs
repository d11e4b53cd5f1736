//! Skips: a rater would not judge a task. The slot goes to somebody else.

use domain::actor::Actor;
use domain::id::TaskId;
use domain::judgment::{NewSkip, Skip};
use domain::{Error as Refusal, policy};

use super::{Receipt, in_hand, refuse_archived};
use crate::assignment;
use crate::db::{Db, Tx, run};
use crate::error::{Result, ResultExt};
use crate::project;

/// Records that the actor skips a task and why. Sent again with the same id and content, it
/// answers as before. The task is not offered to the actor again.
pub async fn submit(db: &Db, actor: &Actor, task: TaskId, new: &NewSkip) -> Result<Receipt<Skip>> {
    let mut tx = db.write().await?;
    let access = project::of_task(&mut tx, actor, task).await?;
    policy::judge(actor, access.role)?;
    new.check()?;
    // A double click waits here for the first of the two, and then answers like it.
    tx.lock_assignment(task, actor.account_id()).await?;
    if let Some(skip) = sent_before(&mut tx, actor, task, new).await? {
        return Ok(Receipt::SentBefore(skip));
    }
    refuse_archived(&access)?;
    let in_hand = in_hand(&mut tx, actor, task).await?;
    let now = tx.now().await?;
    let sql = "
        insert into skip
            (id, project_id, task_id, rater_id, reason, comment, presentation,
             guideline_version, protocol_version, skipped_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        returning id, task_id, rater_id, reason, comment, skipped_at";
    let skip: Skip = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(new.id)
        .bind(access.project.id)
        .bind(task)
        .bind(actor.account_id())
        .bind(new.reason)
        .bind(&new.comment)
        .bind(&in_hand.presentation)
        .bind(access.project.guideline_version)
        .bind(access.project.protocol_version)
        .bind(now)
        .fetch_one(conn)
        .await)
    .on_duplicate(|| Refusal::conflict("you have skipped this task already"))?;
    let sql = "
        update assignment
        set status = 'skipped', slot = null
        where id = $1 and status = 'held'";
    let rows = run!(&mut tx, |conn| sqlx::query(sql)
        .bind(in_hand.id)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 1 {
        assignment::give_slot_back(&mut tx, task).await?;
    } else {
        let sql = "update assignment set status = 'skipped' where id = $1";
        run!(&mut tx, |conn| sqlx::query(sql).bind(in_hand.id).execute(conn).await.map(drop))?;
    }
    tx.commit().await?;
    Ok(Receipt::Recorded(skip))
}

async fn sent_before(
    tx: &mut Tx,
    actor: &Actor,
    task: TaskId,
    new: &NewSkip,
) -> Result<Option<Skip>> {
    let sql = "
        select id, task_id, rater_id, reason, comment, skipped_at
        from skip
        where id = $1";
    let skip: Option<Skip> =
        run!(tx, |conn| sqlx::query_as(sql).bind(new.id).fetch_optional(conn).await)?;
    let Some(skip) = skip else { return Ok(None) };
    let same = skip.task_id == task
        && skip.rater_id == actor.account_id()
        && skip.reason == new.reason
        && skip.comment == new.comment;
    if same {
        return Ok(Some(skip));
    }
    Err(Refusal::conflict("this id belongs to another skip; make a new one").into())
}
