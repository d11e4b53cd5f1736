//! Skips: a rater would not judge a task. The slot goes to somebody else.

use domain::actor::Actor;
use domain::id::TaskId;
use domain::judgment::{NewSkip, Skip};
use domain::reason::Reason;
use domain::{Error as Refusal, policy};

use super::decision::{self, Decision, Standing};
use super::{Receipt, refuse_archived};
use crate::assignment;
use crate::assignment::desk::Desk;
use crate::db::{Db, Tx, run};
use crate::error::{Result, ResultExt};

/// Whether a row of `skip` still stands. A later judgment by the same rater takes it back, and so
/// does putting the task back.
macro_rules! skip_stands {
    () => {
        "skip.put_back_at is null and not exists (
            select 1 from judgment as later
            where later.task_id = skip.task_id and later.rater_id = skip.rater_id)"
    };
}
pub(crate) use skip_stands;

/// Records that the actor skips a task and why. Sent again with the same id and content, it
/// answers as before. The task is not offered to the actor again; whoever judges it all the same
/// takes the skip back.
pub async fn submit(db: &Db, actor: &Actor, task: TaskId, new: &NewSkip) -> Result<Receipt<Skip>> {
    let mut tx = db.write().await?;
    let Decision { desk: Desk { access, .. }, in_hand, now } =
        decision::find(&mut tx, actor, task).await?;
    policy::judge(actor, access.role)?;
    new.check()?;
    let in_hand = in_hand.and_then(|in_hand| match in_hand.standing {
        Standing::Held | Standing::Released => Ok(in_hand),
        Standing::Skipped => Err(Refusal::conflict(Reason::SkippedAlready)),
    });
    let in_hand = match in_hand {
        Ok(in_hand) => in_hand,
        Err(refusal) => {
            let before = sent_before(&mut tx, actor, task, new).await?;
            return before.map(Receipt::SentBefore).ok_or_else(|| refusal.into());
        }
    };
    refuse_archived(&access)?;
    let sql = "
        insert into skip
            (id, project_id, task_id, rater_id, reason, comment, presentation,
             guideline_version, protocol_version, skipped_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (id) do nothing
        returning id, task_id, rater_id, reason, comment, skipped_at";
    let skip: Option<Skip> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(new.id)
        .bind(access.project.id)
        .bind(task)
        .bind(actor.account_id())
        .bind(new.reason)
        .bind(&new.comment)
        .bind(&in_hand.presentation)
        .bind(in_hand.guideline_version)
        .bind(in_hand.protocol_version)
        .bind(now)
        .fetch_optional(conn)
        .await)
    .on_duplicate(|| Refusal::conflict(Reason::SkippedAlready))?;
    let skip = skip.ok_or_else(of_another)?;
    assignment::note_reopened(&mut tx, access.project.id).await?;
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
    Err(of_another().into())
}

fn of_another() -> Refusal {
    Refusal::conflict("this id belongs to another skip; make a new one")
}
