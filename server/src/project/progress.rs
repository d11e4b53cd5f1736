//! How far a project is.

use domain::actor::Actor;
use domain::id::ProjectId;
use domain::policy;
use domain::progress::{Progress, TaskGroup};
use domain::project::Project;

use super::Access;
use crate::db::{Db, Tx, run};
use crate::error::Result;

/// A project's progress: what is wanted, what is done. Not for raters: it does not move when they
/// judge a repeat.
pub async fn progress(db: &Db, actor: &Actor, id: ProjectId) -> Result<Progress> {
    let mut tx = db.read().await?;
    let Access { project, role, .. } = super::of(&mut tx, actor, id).await?;
    policy::read_results(actor, role)?;
    count(&mut tx, &project).await
}

/// Counts what is wanted and what is done.
pub(crate) async fn count(tx: &mut Tx, project: &Project) -> Result<Progress> {
    let sql = "
        select count(*)
        from member
        join account on account.id = member.account_id and account.disabled_at is null
        where member.project_id = $1";
    let members: i64 =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(project.id).fetch_one(conn).await)?;
    let sql = "
        select count(*) as tasks, counted, decided, skips, held
        from (
            select
                count(case when assignment.status = 'submitted' then assignment.slot end)
                    as counted,
                count(case when assignment.status in ('submitted', 'skipped')
                    then active.account_id end) as decided,
                count(case when assignment.status = 'skipped' then 1 end) as skips,
                count(case when assignment.status = 'held' then 1 end) as held
            from task
            join import on import.id = task.import_id and import.completed_at is not null
            left join assignment on assignment.task_id = task.id
            left join (
                select member.account_id
                from member
                join account on account.id = member.account_id and account.disabled_at is null
                where member.project_id = $1) as active
                on active.account_id = assignment.rater_id
            where task.project_id = $1 and task.repeat_of is null
            group by task.id) as each_task
        group by counted, decided, skips, held";
    let groups: Vec<TaskGroup> =
        run!(tx, |conn| sqlx::query_as(sql).bind(project.id).fetch_all(conn).await)?;
    Ok(Progress::of(project.overlap, members, &groups))
}
