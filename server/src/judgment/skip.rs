//! Skips: a rater would not judge a task. The slot goes to another rater.

use domain::Error as Refusal;
use domain::actor::Actor;
use domain::assignment::AssignmentState;
use domain::id::AssignmentId;
use domain::judgment::{NewSkip, OwnSkip};
use domain::reason::Reason;

use super::decision::{self, Assignment, Decision};
use super::{Receipt, refuse_archived};
use crate::assignment;
use crate::db::{Db, Tx, run};
use crate::error::{Result, ResultExt};

/// Records that the actor skips a task, and why. Sent again with the same id and content, it
/// answers as before. The task is not offered to the actor again; judging it later replaces the
/// skip.
///
/// # Errors
///
/// Not found unless the assignment is the actor's; a conflict where it is judged or skipped
/// already, and where the project is archived.
pub async fn submit(
    db: &Db,
    actor: &Actor,
    id: AssignmentId,
    new: &NewSkip,
) -> Result<Receipt<OwnSkip>> {
    let mut tx = db.write().await?;
    let Decision { context, assignment, now } = decision::find(&mut tx, actor, id).await?;
    let access = context.access;
    new.check()?;
    let refusal = match assignment.state {
        AssignmentState::Held | AssignmentState::Released => None,
        AssignmentState::Submitted => Some(Reason::AlreadyJudged),
        AssignmentState::Skipped => Some(Reason::AlreadySkipped),
    };
    if let Some(reason) = refusal {
        let before = sent_before(&mut tx, id, new).await?;
        return before.map(Receipt::SentBefore).ok_or_else(|| Refusal::conflict(reason).into());
    }
    refuse_archived(&access)?;
    let sql = "
        insert into skip
            (id, project_id, assignment_id, task_id, rater_id, reason, comment, stands,
             guideline_version, protocol_version, skipped_at)
        values ($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10)
        on conflict (id) do nothing
        returning id, assignment_id, reason, comment, skipped_at";
    let skip: Option<OwnSkip> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(new.id)
        .bind(access.project.id)
        .bind(id)
        .bind(assignment.task_id)
        .bind(assignment.rater_id)
        .bind(new.reason)
        .bind(&new.comment)
        .bind(assignment.guideline_version)
        .bind(assignment.protocol_version)
        .bind(now)
        .fetch_optional(conn)
        .await)
    .on_duplicate(|| Refusal::conflict(Reason::AlreadySkipped))?;
    let skip = skip.ok_or_else(of_another)?;
    assignment::advance_slots_epoch(&mut tx, access.project.id).await?;
    settle(&mut tx, &assignment).await?;
    tx.commit().await?;
    Ok(Receipt::Recorded(skip))
}

/// Marks the assignment as skipped and opens its slot, if it holds one.
async fn settle(tx: &mut Tx, assignment: &Assignment) -> Result<()> {
    let sql = "
        update assignment
        set state = 'skipped', slot = null
        where id = $1";
    run!(tx, |conn| sqlx::query(sql).bind(assignment.id).execute(conn).await.map(drop))?;
    if assignment.state == AssignmentState::Held && assignment.purpose.takes_slot() {
        assignment::slots::raise_open(tx, assignment.task_id).await?;
    }
    Ok(())
}

/// Marks the skip of an assignment as replaced by a judgment.
pub(super) async fn replace(tx: &mut Tx, assignment: AssignmentId) -> Result<()> {
    let sql = "update skip set stands = false where assignment_id = $1 and stands";
    run!(tx, |conn| sqlx::query(sql).bind(assignment).execute(conn).await.map(drop))?;
    Ok(())
}

/// The skip with this id, if it was recorded already and says the same.
async fn sent_before(tx: &mut Tx, id: AssignmentId, new: &NewSkip) -> Result<Option<OwnSkip>> {
    let sql = "
        select id, assignment_id, reason, comment, skipped_at
        from skip
        where id = $1";
    let skip: Option<OwnSkip> =
        run!(tx, |conn| sqlx::query_as(sql).bind(new.id).fetch_optional(conn).await)?;
    let Some(skip) = skip else { return Ok(None) };
    if skip.assignment_id == id && skip.reason == new.reason && skip.comment == new.comment {
        return Ok(Some(skip));
    }
    Err(of_another().into())
}

fn of_another() -> Refusal {
    Refusal::conflict(Reason::IdTaken)
}
