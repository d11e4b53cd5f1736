//! A rater's earlier decisions, to be looked at again and corrected.

use std::collections::HashSet;

use domain::actor::Actor;
use domain::assignment::check_listed;
use domain::id::{AssignmentId, ProjectId, RaterId};
use domain::judgment::{Decided, Earlier, Judgment, OwnSkip};
use domain::policy;

use super::{judgment_columns, refuse_archived};
use crate::assignment::claim_context::Held;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::{assignment, project, task};

/// The last assignment that the actor has judged or skipped in a project, except those that are
/// `known`, as it was shown, with the decision that stands; none if there is no other.
///
/// Reads one more of the actor's own judgments, and of the actor's skips, than are known.
///
/// # Errors
///
/// Refused where nothing can be corrected, and for more than 1,000 known assignments.
pub async fn find(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    known: &[AssignmentId],
) -> Result<Option<Earlier>> {
    check_listed("known", known)?;
    let mut tx = db.read().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::judge(actor, access.role)?;
    refuse_archived(&access)?;
    let Some(last) = last_except(&mut tx, access.rater()?, known).await? else { return Ok(None) };
    let (decision, version) = match judgment(&mut tx, last).await? {
        Some(judgment) => {
            let version = judgment.protocol_version;
            (Decided::Judgment(judgment.into()), version)
        }
        None => skip(&mut tx, last).await?,
    };
    let protocol = project::protocol(&mut tx, id, version).await?;
    let protocol = protocol.ok_or(sqlx::Error::RowNotFound)?;
    let served = assignment::served(&mut tx, last).await?;
    let content = task::content(&mut tx, served.task_id).await?;
    drop(tx);
    // The judgment may have been sent for another version than the task was last served with.
    let served = Held { protocol_version: version, ..served };
    let task = assignment::unrendered(&access, protocol, served, content).render();
    Ok(Some(Earlier { task, decision }))
}

/// Whether the actor has judged or skipped anything in a project.
pub async fn exists(db: &Db, actor: &Actor, id: ProjectId) -> Result<bool> {
    let mut tx = db.read().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::judge(actor, access.role)?;
    Ok(last_except(&mut tx, access.rater()?, &[]).await?.is_some())
}

/// Ordered by the first judgment or the skip: a correction moves nothing.
async fn last_except(
    tx: &mut Tx,
    rater: RaterId,
    known: &[AssignmentId],
) -> Result<Option<AssignmentId>> {
    let sql = "
        select assignment_id
        from (
            select assignment_id, at
            from (
                select assignment_id, submitted_at as at
                from judgment
                where rater_id = $1 and revision = 1
                order by submitted_at desc
                limit $2) as judged
            union all
            select assignment_id, at
            from (
                select assignment_id, skipped_at as at
                from skip
                where rater_id = $1 and stands
                order by skipped_at desc
                limit $2) as skipped) as decided
        order by at desc, assignment_id desc
        limit $2";
    let last: Vec<AssignmentId> = run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(rater)
        .bind(i64::try_from(known.len()).unwrap_or(i64::MAX - 1) + 1)
        .fetch_all(conn)
        .await)?;
    let known: HashSet<_> = known.iter().collect();
    Ok(last.into_iter().find(|assignment| !known.contains(assignment)))
}

async fn judgment(tx: &mut Tx, assignment: AssignmentId) -> Result<Option<Judgment>> {
    let sql = concat!(
        "select ",
        judgment_columns!(),
        " from judgment where assignment_id = $1 and stands"
    );
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(assignment).fetch_optional(conn).await)?)
}

/// A skip, and the version of the protocol that its rater saw.
async fn skip(tx: &mut Tx, assignment: AssignmentId) -> Result<(Decided, i32)> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        skip: OwnSkip,
        protocol_version: i32,
    }
    let sql = "
        select id, assignment_id, reason, comment, skipped_at, protocol_version
        from skip
        where assignment_id = $1 and stands";
    let Row { skip, protocol_version } =
        run!(tx, |conn| sqlx::query_as(sql).bind(assignment).fetch_one(conn).await)?;
    Ok((Decided::Skip(skip), protocol_version))
}
