//! How far a project is.

use domain::actor::Actor;
use domain::id::ProjectId;
use domain::project::Project;
use domain::results::Progress;

use super::Access;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::judgment::skip::skip_stands;

/// A project's progress: what is wanted, what is done.
pub async fn progress(db: &Db, actor: &Actor, id: ProjectId) -> Result<Progress> {
    let mut tx = db.read().await?;
    let Access { project, .. } = super::of(&mut tx, actor, id).await?;
    count(&mut tx, &project).await
}

/// Counts what is wanted and what is done.
pub(crate) async fn count(tx: &mut Tx, project: &Project) -> Result<Progress> {
    let sql = concat!(
        "
        select
            (select count(*) from task
                join import on import.id = task.import_id and import.completed_at is not null
                where task.project_id = $1 and task.repeat_of is null) as tasks,
            (select count(*) from (
                select task_id from judgment
                where project_id = $1 and counted and revision = 1
                group by task_id having count(*) >= $2) as complete) as tasks_complete,
            (select count(*) from judgment
                where project_id = $1 and counted and revision = 1) as judgments,
            (select count(*) from task
                join import on import.id = task.import_id and import.completed_at is not null
                where task.project_id = $1 and task.repeat_of is null) * $2 as judgments_wanted,
            (select count(*) from skip
                join task on task.id = skip.task_id and task.repeat_of is null
                where skip.project_id = $1 and ",
        skip_stands!(),
        ") as skips,
            (select count(*) from assignment
                where project_id = $1 and status = 'held') as held"
    );
    Ok(run!(tx, |conn| sqlx::query_as(sql)
        .bind(project.id)
        .bind(i64::from(project.overlap))
        .fetch_one(conn)
        .await)?)
}
