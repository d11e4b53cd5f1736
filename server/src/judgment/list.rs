//! Lists of judgments, page by page.

use domain::actor::Actor;
use domain::id::{JudgmentId, ProjectId};
use domain::judgment::{Judgment, OwnJudgment};
use domain::policy;
use domain::timestamp::Timestamp;

use super::judgment_columns;
use crate::db::{Db, run};
use crate::error::Result;
use crate::project::{self, Access};

/// How many judgments a page of the list holds.
pub const PAGE: i64 = 100;

/// The actor's own judgments in a project, newest first, [`PAGE`] at a time before `before`.
pub async fn own(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    before: Option<Timestamp>,
) -> Result<Vec<OwnJudgment>> {
    let mut tx = db.read().await?;
    let Access { role, rater_id, .. } = project::of(&mut tx, actor, id).await?;
    policy::view(actor, role)?;
    let sql = concat!(
        "select ",
        judgment_columns!(),
        " from judgment
        where rater_id = $1 and submitted_at < $2
        order by submitted_at desc, id desc
        limit $3"
    );
    let judgments: Vec<Judgment> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(rater_id)
        .bind(before.unwrap_or(Timestamp::MAX))
        .bind(PAGE)
        .fetch_all(conn)
        .await)?;
    Ok(judgments.into_iter().map(OwnJudgment::from).collect())
}

/// How many assignments of a project the actor has judged.
pub async fn count_own(db: &Db, actor: &Actor, id: ProjectId) -> Result<i64> {
    let mut tx = db.read().await?;
    let Access { role, rater_id, .. } = project::of(&mut tx, actor, id).await?;
    policy::view(actor, role)?;
    let sql = "select count(*) from judgment where rater_id = $1 and revision = 1";
    Ok(run!(&mut tx, |conn| sqlx::query_scalar(sql).bind(rater_id).fetch_one(conn).await)?)
}

/// All judgments of a project after `after` in order of their ids, [`PAGE`] at a time.
pub async fn all(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    after: Option<JudgmentId>,
) -> Result<Vec<Judgment>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::read_results(actor, role)?;
    let sql = concat!(
        "select ",
        judgment_columns!(),
        " from judgment
        where project_id = $1 and id > $2
        order by id
        limit $3"
    );
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(after.unwrap_or(JudgmentId::BEFORE_ALL))
        .bind(PAGE)
        .fetch_all(conn)
        .await)?)
}
