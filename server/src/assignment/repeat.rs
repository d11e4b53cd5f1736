//! Repeats: now and then a task that the rater has judged before.

use domain::actor::Actor;
use domain::id::{AccountId, AssignmentId, ProjectId, TaskId};
use domain::import::repeat_id;
use domain::presentation::Presentation;
use domain::repeat as rule;
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use super::{Held, Walk, candidates};
use crate::db::{Tx, run};
use crate::error::Result;
use crate::project::Access;
use crate::task::{self, Content};
use crate::time;

/// How many of a rater's last judgments are looked at.
const LOOKED_AT: i64 = 200;

/// Shows a rater a task again, if a draw says so and one is old enough. Only where another task
/// could be claimed as well: the end stays the end, and what comes when nothing is left would be
/// known for a repeat.
pub(super) async fn take(
    tx: &mut Tx,
    actor: &Actor,
    access: &Access,
    walk: Walk,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    let share = u32::try_from(access.project.repeat_share).unwrap_or(0).min(100);
    if walk.has_ended() || !rand::random_ratio(share, 100) {
        return Ok(None);
    }
    let (id, rater) = (access.project.id, actor.account_id());
    if candidates::find(tx, id, rater, walk).await?.is_empty() {
        return Ok(None);
    }
    let judged = last_judged(tx, id, rater).await?;
    let Some(task) = rule::choose(&judged, now, now.micros().cast_unsigned()) else {
        return Ok(None);
    };
    let Some(again) = repeat(tx, task, rater, now).await? else { return Ok(None) };
    let shown = rule::turned(&shown_first(tx, task, rater).await?);
    let sql = "
        insert into assignment
            (id, project_id, task_id, rater_id, status, presentation, claimed_at, expires_at,
             guideline_version, protocol_version)
        values ($1, $2, $3, $4, 'held', $5, $6, $7, $8, $9)
        returning id, task_id, presentation, expires_at, guideline_version, protocol_version";
    let held: Held = run!(tx, |conn| sqlx::query_as(sql)
        .bind(AssignmentId(time::new_id()))
        .bind(id)
        .bind(again)
        .bind(rater)
        .bind(Json(&shown))
        .bind(now)
        .bind(now.plus_seconds(i64::from(access.project.lease_seconds)))
        .bind(access.project.guideline_version)
        .bind(access.project.protocol_version)
        .fetch_one(conn)
        .await)?;
    Ok(Some((held, task::content(tx, again).await?)))
}

/// Shows a rater a repeat again whose lease ran out, as any task whose lease ran out comes again
/// at the end.
pub(super) async fn take_lapsed(
    tx: &mut Tx,
    actor: &Actor,
    access: &Access,
    now: Timestamp,
) -> Result<Option<(Held, Content)>> {
    let sql = "
        update assignment
        set status = 'held', claimed_at = $3, expires_at = $4,
            guideline_version = $5, protocol_version = $6
        where status = 'released' and id = (
            select assignment.id
            from assignment
            join task on task.id = assignment.task_id and task.repeat_of is not null
            where assignment.rater_id = $1 and assignment.project_id = $2
                and assignment.status = 'released'
            order by task.position, task.id
            limit 1)
        returning id, task_id, presentation, expires_at, guideline_version, protocol_version";
    let held: Option<Held> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(actor.account_id())
        .bind(access.project.id)
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

/// What the rater has judged in the project, the newest first. Reads an index of the rater's own
/// judgments.
async fn last_judged(
    tx: &mut Tx,
    project: ProjectId,
    rater: AccountId,
) -> Result<Vec<rule::Judged>> {
    let sql = "
        select judgment.task_id, judgment.submitted_at,
            task.repeat_of is not null or exists (
                select 1 from task as again
                where again.repeat_for = $1 and again.repeat_of = judgment.task_id) as is_spent
        from judgment
        join task on task.id = judgment.task_id
        where judgment.rater_id = $1 and judgment.project_id = $2 and judgment.revision = 1
        order by judgment.submitted_at desc
        limit $3";
    let rows: Vec<(TaskId, Timestamp, bool)> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(rater)
        .bind(project)
        .bind(LOOKED_AT)
        .fetch_all(conn)
        .await)?;
    let judged = |(task, at, is_spent)| rule::Judged { task, at, is_spent };
    Ok(rows.into_iter().map(judged).collect())
}

async fn shown_first(tx: &mut Tx, task: TaskId, rater: AccountId) -> Result<Presentation> {
    let sql = "
        select presentation
        from judgment
        where task_id = $1 and rater_id = $2 and revision = 1";
    let Json(shown) =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(task).bind(rater).fetch_one(conn).await)?;
    Ok(shown)
}

/// Makes a task for one rater of what another holds; none if another tab was faster.
async fn repeat(
    tx: &mut Tx,
    task: TaskId,
    rater: AccountId,
    now: Timestamp,
) -> Result<Option<TaskId>> {
    let again = repeat_id(task, rand::random());
    let sql = "
        insert into task
            (id, project_id, batch_id, prompt_id, external_id, content_hash, metadata, tags, position,
             open_slots, created_at, repeat_of, repeat_for)
        select $1, project_id, batch_id, prompt_id, $2, content_hash, metadata, tags, position,
            0, $5, id, $3
        from task
        where id = $4
        on conflict do nothing";
    let rows = run!(tx, |conn| sqlx::query(sql)
        .bind(again)
        .bind(format!("repeat:{again}"))
        .bind(rater)
        .bind(task)
        .bind(now)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Ok(None);
    }
    let sql = "
        insert into task_response (task_id, place, response_id)
        select $1, place, response_id
        from task_response
        where task_id = $2";
    run!(tx, |conn| sqlx::query(sql).bind(again).bind(task).execute(conn).await.map(drop))?;
    Ok(Some(again))
}
