//! Why a rater gets no task.

use domain::id::{ProjectId, RaterId};
use domain::task::NextTask;
use domain::timestamp::Timestamp;

use crate::db::{Tx, run};
use crate::error::Result;

/// The reason why an active project has nothing for this rater now.
pub(super) async fn why(tx: &mut Tx, project: ProjectId, rater: RaterId) -> Result<NextTask> {
    let sql = "
        select exists (select 1 from live_task where project_id = $1)";
    let any: bool = run!(tx, |conn| sqlx::query_scalar(sql).bind(project).fetch_one(conn).await)?;
    if !any {
        return Ok(NextTask::Empty);
    }
    let sql = "
        select min(held.expires_at)
        from assignment as held
        where held.project_id = $1 and held.state = 'held' and held.purpose = 'work'
            and held.rater_id <> $2
            and not exists (
                select 1 from assignment as mine
                where mine.task_id = held.task_id and mine.rater_id = $2
                    and mine.purpose = 'work' and mine.state <> 'released')";
    let until: Option<Timestamp> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(project).bind(rater).fetch_one(conn).await)?;
    Ok(until.map_or(NextTask::Finished, |until| NextTask::Waiting { until }))
}
