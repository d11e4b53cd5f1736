//! What a rater has decided before, to be looked at again and decided otherwise.

use domain::actor::Actor;
use domain::id::{AccountId, ProjectId, TaskId};
use domain::judgment::{Decided, Earlier, Judgment, Skip};
use domain::policy;
use sqlx::types::Json;

use super::refuse_archived;
use super::skip::skip_stands;
use crate::assignment::Held;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project;
use crate::task::{self, Unrendered};

/// The last task that the actor has judged or skipped in a project, but for those that are `known`,
/// as it was shown, with the decision that stands; none if there is no other.
///
/// Reads as many of the actor's own decisions as there are known tasks, and one more. Refused where
/// nothing can be corrected.
pub async fn find(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    known: &[TaskId],
) -> Result<Option<Earlier>> {
    let mut tx = db.read().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::judge(actor, access.role)?;
    refuse_archived(&access)?;
    let rater = actor.account_id();
    let Some(task) = last_but(&mut tx, id, rater, known).await? else { return Ok(None) };
    let (decision, protocol_version) = match last_judgment(&mut tx, rater, task).await? {
        Some(judgment) => {
            let version = judgment.protocol_version;
            (Decided::Judgment(judgment), version)
        }
        None => skip(&mut tx, rater, task).await?,
    };
    let Held { id: assignment_id, presentation: Json(presentation), expires_at, .. } =
        assignment(&mut tx, rater, task).await?;
    let protocol = project::protocol(&mut tx, id, protocol_version).await?;
    let protocol = protocol.ok_or(sqlx::Error::RowNotFound)?;
    let content = task::content(&mut tx, task).await?;
    drop(tx);
    let (messages, texts) = content.into_shown(&presentation);
    let task = Unrendered {
        task_id: task,
        assignment_id,
        messages,
        texts,
        rationale: protocol.rationale.wanted(access.seed, task),
        protocol,
        guideline_version: access.project.guideline_version,
        protocol_version,
        expires_at,
    };
    Ok(Some(Earlier { task: task.render(), decision }))
}

/// Whether the actor has judged or skipped anything in a project.
pub async fn exists(db: &Db, actor: &Actor, id: ProjectId) -> Result<bool> {
    let mut tx = db.read().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::judge(actor, access.role)?;
    Ok(last_but(&mut tx, id, actor.account_id(), &[]).await?.is_some())
}

/// In the order in which the tasks were judged first, or skipped: a correction brings none forward.
async fn last_but(
    tx: &mut Tx,
    project: ProjectId,
    rater: AccountId,
    known: &[TaskId],
) -> Result<Option<TaskId>> {
    let sql = concat!(
        "
        select task_id
        from (
            select task_id, at
            from (
                select task_id, submitted_at as at
                from judgment
                where rater_id = $1 and project_id = $2 and revision = 1
                order by submitted_at desc
                limit $3) as judged
            union all
            select task_id, at
            from (
                select task_id, skipped_at as at
                from skip
                where rater_id = $1 and project_id = $2 and ",
        skip_stands!(),
        "
                order by skipped_at desc
                limit $3) as skipped) as decided
        order by at desc, task_id desc
        limit $3"
    );
    let last: Vec<TaskId> = run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(rater)
        .bind(project)
        .bind(i64::try_from(known.len()).unwrap_or(i64::MAX - 1) + 1)
        .fetch_all(conn)
        .await)?;
    Ok(last.into_iter().find(|task| !known.contains(task)))
}

async fn last_judgment(tx: &mut Tx, rater: AccountId, task: TaskId) -> Result<Option<Judgment>> {
    let sql = "
        select id, task_id, rater_id, revision, verdict, grade, answers, rationale, active_ms,
            guideline_version, protocol_version, late, counted, submitted_at
        from judgment
        where task_id = $1 and rater_id = $2
        order by revision desc
        limit 1";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(task).bind(rater).fetch_optional(conn).await)?)
}

/// A skip, and the version of the protocol that its rater saw.
async fn skip(tx: &mut Tx, rater: AccountId, task: TaskId) -> Result<(Decided, i32)> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        skip: Skip,
        protocol_version: i32,
    }
    let sql = "
        select id, task_id, rater_id, reason, comment, skipped_at, protocol_version
        from skip
        where task_id = $1 and rater_id = $2";
    let Row { skip, protocol_version } =
        run!(tx, |conn| sqlx::query_as(sql).bind(task).bind(rater).fetch_one(conn).await)?;
    Ok((Decided::Skip(skip), protocol_version))
}

async fn assignment(tx: &mut Tx, rater: AccountId, task: TaskId) -> Result<Held> {
    let sql = "
        select id, task_id, presentation, expires_at
        from assignment
        where task_id = $1 and rater_id = $2";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(task).bind(rater).fetch_one(conn).await)?)
}
