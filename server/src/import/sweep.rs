//! Clearing away the imports that did not come to their end.

use crate::batch;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use domain::id::{BatchId, ProjectId};
use domain::import::{Flaw, LineError, Report};

/// How many rows one transaction deletes.
const SIZE: i64 = 1_000;

/// Clears away what processes that died left of their imports, in all projects.
pub async fn sweep_all(db: &Db) -> Result<()> {
    let projects: Vec<ProjectId> = {
        let mut tx = db.read().await?;
        let sql = "select project_id from batch where kind = 'import' and state = 'running'";
        run!(&mut tx, |conn| sqlx::query_scalar(sql).fetch_all(conn).await)?
    };
    for project in projects {
        if let Some(lock) = db.lock_imports(project).await? {
            let swept = sweep(db, project).await;
            lock.release().await;
            swept?;
        }
    }
    Ok(())
}

/// Removes the interrupted imports of a project: all that have started and not ended. The caller
/// must hold the [lock](Db::lock_imports).
pub(super) async fn sweep(db: &Db, project: ProjectId) -> Result<()> {
    let cut_off: Vec<BatchId> = {
        let mut tx = db.read().await?;
        // Those that failed have rows only if a sweep was itself cut off.
        let sql = "
            select id from batch
            where project_id = $1 and kind = 'import' and (
                state = 'running' or state = 'failed' and (
                    exists (select 1 from prompt where prompt.batch_id = batch.id)
                    or exists (select 1 from response where response.batch_id = batch.id)
                    or exists (select 1 from task where task.batch_id = batch.id)))";
        run!(&mut tx, |conn| sqlx::query_scalar(sql).bind(project).fetch_all(conn).await)?
    };
    for batch in cut_off {
        discard(db, batch).await?;
    }
    Ok(())
}

/// Marks an import that was never visible as failed, and deletes its rows, a few at a time.
///
/// The mark comes first: an import that is taken for dead and lives cannot commit any more rows.
pub(super) async fn discard(db: &Db, batch: BatchId) -> Result<()> {
    let mut tx = db.write().await?;
    mark_failed(&mut tx, batch).await?;
    tx.commit().await?;
    let steps = [
        "delete from task_response where task_id in (
            select task.id from task
            join task_response on task_response.task_id = task.id
            where task.batch_id = $1 limit $2)",
        "delete from task where id in (select id from task where batch_id = $1 limit $2)",
        "delete from response where id in (
            select response.id from response
            where response.batch_id = $1
                and not exists (
                    select 1 from task_response where task_response.response_id = response.id)
            limit $2)",
        "delete from prompt where id in (
            select prompt.id from prompt
            where prompt.batch_id = $1
                and not exists (select 1 from response where response.prompt_id = prompt.id)
            limit $2)",
        "delete from model where id in (
            select model.id from model
            join batch on batch.project_id = model.project_id
            where batch.id = $1
                and not exists (select 1 from response where response.model_id = model.id)
            limit $2)",
    ];
    for sql in steps {
        loop {
            let mut tx = db.write().await?;
            let rows = run!(&mut tx, |conn| sqlx::query(sql)
                .bind(batch)
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
    Ok(())
}

async fn mark_failed(tx: &mut Tx, batch: BatchId) -> Result<()> {
    let mut report = Report::default();
    report.error(LineError::of_file(Flaw::Interrupted));
    batch::fail(tx, batch, &report).await
}
