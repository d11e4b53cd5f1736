//! What a rater has judged before, to be looked at again and corrected.

use domain::actor::Actor;
use domain::id::{AccountId, AssignmentId, ProjectId, TaskId};
use domain::judgment::{Earlier, Judgment};
use domain::policy;
use domain::presentation::Presentation;
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use super::refuse_archived;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project;
use crate::task::{self, Unrendered};

/// The last task that the actor has judged in a project, but for those that are `known`, as it was
/// shown, with the judgment that stands; none if there is no other.
///
/// Reads as many of the actor's own judgments as there are known tasks, and one more. Refused where
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
    let Row { judgment, presentation: Json(presentation), assignment_id, expires_at } =
        row(&mut tx, rater, task).await?;
    let protocol = project::protocol(&mut tx, id, judgment.protocol_version).await?;
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
        protocol_version: judgment.protocol_version,
        expires_at,
    };
    Ok(Some(Earlier { task: task.render(), judgment }))
}

/// Whether the actor has judged anything in a project.
pub async fn exists(db: &Db, actor: &Actor, id: ProjectId) -> Result<bool> {
    let mut tx = db.read().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::judge(actor, access.role)?;
    let sql = "
        select exists (
            select 1 from judgment
            where rater_id = $1 and project_id = $2)";
    Ok(run!(&mut tx, |conn| sqlx::query_scalar(sql)
        .bind(actor.account_id())
        .bind(id)
        .fetch_one(conn)
        .await)?)
}

/// In the order in which the tasks were judged first: a correction brings none forward.
async fn last_but(
    tx: &mut Tx,
    project: ProjectId,
    rater: AccountId,
    known: &[TaskId],
) -> Result<Option<TaskId>> {
    let sql = "
        select task_id
        from judgment
        where rater_id = $1 and project_id = $2 and revision = 1
        order by submitted_at desc, id desc
        limit $3";
    let last: Vec<TaskId> = run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(rater)
        .bind(project)
        .bind(i64::try_from(known.len()).unwrap_or(i64::MAX - 1) + 1)
        .fetch_all(conn)
        .await)?;
    Ok(last.into_iter().find(|task| !known.contains(task)))
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    judgment: Judgment,
    presentation: Json<Presentation>,
    assignment_id: AssignmentId,
    expires_at: Timestamp,
}

async fn row(tx: &mut Tx, rater: AccountId, task: TaskId) -> Result<Row> {
    let sql = "
        select judgment.id, judgment.task_id, judgment.rater_id, judgment.revision,
            judgment.verdict, judgment.grade, judgment.answers, judgment.rationale,
            judgment.active_ms,
            judgment.guideline_version, judgment.protocol_version, judgment.late,
            judgment.counted, judgment.submitted_at, judgment.presentation,
            assignment.id as assignment_id, assignment.expires_at
        from judgment
        join assignment on assignment.task_id = judgment.task_id
            and assignment.rater_id = judgment.rater_id
        where judgment.task_id = $1 and judgment.rater_id = $2
        order by judgment.revision desc
        limit 1";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(task).bind(rater).fetch_one(conn).await)?)
}
