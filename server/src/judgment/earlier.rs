//! What a rater has decided before, to be looked at again and decided otherwise.

use std::collections::HashSet;

use domain::actor::Actor;
use domain::assignment::check_listed;
use domain::id::{AccountId, ProjectId, TaskId};
use domain::judgment::{Decided, Earlier, Skip};
use domain::policy;

use super::skip::skip_stands;
use super::{refuse_archived, replay};
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::{assignment, project, task};

/// The last task that the actor has judged or skipped in a project, but for those that are `known`,
/// as it was shown, with the decision that stands; none if there is no other.
///
/// Reads as many of the actor's own judgments as there are known tasks, and one more, and the actor's
/// skips. Refused where nothing can be corrected.
pub async fn find(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    known: &[TaskId],
) -> Result<Option<Earlier>> {
    check_listed("known", known)?;
    let mut tx = db.read().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::judge(actor, access.role)?;
    refuse_archived(&access)?;
    let rater = actor.account_id();
    let Some(task) = last_but(&mut tx, id, rater, known).await? else { return Ok(None) };
    let (decision, version) = match replay::revisions(&mut tx, task, rater).await?.pop() {
        Some(judgment) => {
            let version = judgment.protocol_version;
            (Decided::Judgment(judgment.into()), version)
        }
        None => skip(&mut tx, task, rater).await?,
    };
    let protocol = project::protocol(&mut tx, id, version).await?;
    let protocol = protocol.ok_or(sqlx::Error::RowNotFound)?;
    let held = assignment::of(&mut tx, task, rater).await?;
    let content = task::content(&mut tx, task).await?;
    drop(tx);
    // The judgment may have been sent for another version than the task was served with last.
    let held = assignment::Held { protocol_version: version, ..held };
    let task = assignment::unrendered(&access, protocol, held, content).render();
    Ok(Some(Earlier { task, decision }))
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
    let known: HashSet<_> = known.iter().collect();
    Ok(last.into_iter().find(|task| !known.contains(task)))
}

/// A skip, and the version of the protocol that its rater saw.
async fn skip(tx: &mut Tx, task: TaskId, rater: AccountId) -> Result<(Decided, i32)> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        skip: Skip,
        protocol_version: i32,
    }
    let sql = "
        select id, task_id, rater_id, reason, comment, skipped_at, protocol_version
        from skip
        where task_id = $1 and rater_id = $2 and put_back_at is null";
    let Row { skip, protocol_version } =
        run!(tx, |conn| sqlx::query_as(sql).bind(task).bind(rater).fetch_one(conn).await)?;
    Ok((Decided::Skip(skip), protocol_version))
}
