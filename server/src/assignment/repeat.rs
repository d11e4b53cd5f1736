//! Repeats: now and then a task that the rater has judged before.

use domain::assignment::Purpose;
use domain::id::{AssignmentId, RaterId, TaskId};
use domain::presentation::Presentation;
use domain::repeat as rule;
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use super::candidates;
use super::claim_context::Held;
use super::cursor::ClaimCursor;
use crate::db::{Tx, run};
use crate::error::Result;
use crate::project::Access;
use crate::task::{self, Content};
use crate::time;

/// How many of a rater's last judgments are considered.
const CONSIDERED: i64 = 200;

/// Assigns a task a second time, if a draw says so and one is old enough. Only while other work
/// could be claimed: a task that comes after the last one would be known for a repeat.
pub(super) async fn take(
    tx: &mut Tx,
    access: &Access,
    rater: RaterId,
    cursor: ClaimCursor,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    let share = u32::try_from(access.project.repeat_share).unwrap_or(0).min(100);
    if cursor.is_exhausted() || !rand::random_ratio(share, 100) {
        return Ok(None);
    }
    if candidates::find(tx, access.project.id, rater, cursor).await?.is_empty() {
        return Ok(None);
    }
    let judged = last_judged(tx, rater).await?;
    let Some(task) = rule::choose(&judged, now, now.micros().cast_unsigned()) else {
        return Ok(None);
    };
    let shown = rule::turned(&first_presentation(tx, task, rater).await?);
    let sql = "
        insert into assignment
            (id, project_id, task_id, rater_id, purpose, state, presentation,
             guideline_version, protocol_version, claimed_at, expires_at)
        values ($1, $2, $3, $4, $5, 'held', $6, $7, $8, $9, $10)
        on conflict (task_id, rater_id, purpose) do nothing
        returning id, task_id, presentation, expires_at, guideline_version, protocol_version";
    let held: Option<Held> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(AssignmentId(time::new_id()))
        .bind(access.project.id)
        .bind(task)
        .bind(rater)
        .bind(Purpose::Repeat)
        .bind(Json(&shown))
        .bind(access.project.guideline_version)
        .bind(access.project.protocol_version)
        .bind(now)
        .bind(now.plus_seconds(i64::from(access.project.lease_seconds)))
        .fetch_optional(conn)
        .await)?;
    let Some(held) = held else { return Ok(None) };
    let content = task::content(tx, task).await?;
    Ok(Some((held, content)))
}

/// Assigns a repeat again whose lease expired, as all work whose lease expired comes again at the
/// end.
pub(super) async fn take_expired(
    tx: &mut Tx,
    access: &Access,
    rater: RaterId,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    let sql = "
        update assignment
        set state = 'held', claimed_at = $2, expires_at = $3,
            guideline_version = $4, protocol_version = $5
        where state = 'released' and id = (
            select assignment.id
            from assignment
            join task on task.id = assignment.task_id
            where assignment.rater_id = $1 and assignment.purpose = 'repeat'
                and assignment.state = 'released'
            order by task.position, task.id
            limit 1)
        returning id, task_id, presentation, expires_at, guideline_version, protocol_version";
    let held: Option<Held> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(rater)
        .bind(now)
        .bind(now.plus_seconds(i64::from(access.project.lease_seconds)))
        .bind(access.project.guideline_version)
        .bind(access.project.protocol_version)
        .fetch_optional(conn)
        .await)?;
    let Some(held) = held else { return Ok(None) };
    let content = task::content(tx, held.task_id).await?;
    Ok(Some((held, content)))
}

/// The rater's last judgments, newest first. Reads an index of the rater's own judgments.
async fn last_judged(tx: &mut Tx, rater: RaterId) -> Result<Vec<rule::Judged>> {
    let sql = "
        select judgment.task_id, judgment.submitted_at,
            exists (
                select 1 from assignment as again
                where again.task_id = judgment.task_id and again.rater_id = $1
                    and again.purpose = 'repeat') as is_spent
        from judgment
        where judgment.rater_id = $1 and judgment.revision = 1
        order by judgment.submitted_at desc
        limit $2";
    let rows: Vec<(TaskId, Timestamp, bool)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(rater).bind(CONSIDERED).fetch_all(conn).await)?;
    let judged = |(task, at, is_spent)| rule::Judged { task, at, is_spent };
    Ok(rows.into_iter().map(judged).collect())
}

async fn first_presentation(tx: &mut Tx, task: TaskId, rater: RaterId) -> Result<Presentation> {
    let sql = "
        select presentation
        from assignment
        where task_id = $1 and rater_id = $2 and purpose = 'work'";
    let Json(shown) =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(task).bind(rater).fetch_one(conn).await)?;
    Ok(shown)
}
