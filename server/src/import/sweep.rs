//! Clearing away what an import left that did not come to its end.

use domain::id::{ImportId, ProjectId};

use super::STALE_SECONDS;
use crate::db::{Db, run};
use crate::error::Result;
use crate::time;

/// How many rows one transaction deletes.
const SIZE: i64 = 1_000;

/// Clears away the imports of a project that were cut off.
pub(super) async fn sweep(db: &Db, project: ProjectId) -> Result<()> {
    let cut_off: Vec<ImportId> = {
        let mut tx = db.read().await?;
        let sql = "
            select id from import
            where project_id = $1 and status = 'running' and progress_at < $2";
        run!(&mut tx, |conn| sqlx::query_scalar(sql)
            .bind(project)
            .bind(time::now().plus_seconds(-STALE_SECONDS))
            .fetch_all(conn)
            .await)?
    };
    for import in cut_off {
        discard(db, import).await?;
    }
    Ok(())
}

/// Deletes all rows of an import that was never visible, a few at a time, and marks it failed.
pub(super) async fn discard(db: &Db, import: ImportId) -> Result<()> {
    let steps = [
        "delete from task_response where task_id in (
            select task.id from task
            join task_response on task_response.task_id = task.id
            where task.import_id = $1 limit $2)",
        "delete from task where id in (select id from task where import_id = $1 limit $2)",
        "delete from response where id in (
            select response.id from response
            where response.import_id = $1
                and not exists (
                    select 1 from task_response where task_response.response_id = response.id)
            limit $2)",
        "delete from prompt where id in (
            select prompt.id from prompt
            where prompt.import_id = $1
                and not exists (select 1 from response where response.prompt_id = prompt.id)
            limit $2)",
    ];
    for sql in steps {
        loop {
            let mut tx = db.write().await?;
            let rows = run!(&mut tx, |conn| sqlx::query(sql)
                .bind(import)
                .bind(SIZE)
                .execute(conn)
                .await
                .map(|done| done.rows_affected()))?;
            tx.commit().await?;
            if rows == 0 {
                break;
            }
        }
    }
    let mut tx = db.write().await?;
    let sql = "update import set status = 'failed' where id = $1 and status = 'running'";
    run!(&mut tx, |conn| sqlx::query(sql).bind(import).execute(conn).await.map(drop))?;
    tx.commit().await
}
