//! Clearing away the imports that did not come to their end.

use domain::id::{ImportId, ProjectId};
use domain::import::{Flaw, LineError, Report};
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;

/// How many rows one transaction deletes.
const SIZE: i64 = 1_000;

/// Clears away what processes that died left of their imports, in all projects.
pub async fn sweep_all(db: &Db) -> Result<()> {
    let projects: Vec<ProjectId> = {
        let mut tx = db.read().await?;
        let sql = "select project_id from import where status = 'running'";
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
    let cut_off: Vec<ImportId> = {
        let mut tx = db.read().await?;
        // Those that failed have rows only if a sweep was itself cut off.
        let sql = "
            select id from import
            where project_id = $1 and (status = 'running' or status = 'failed' and (
                exists (select 1 from prompt where prompt.import_id = import.id)
                or exists (select 1 from response where response.import_id = import.id)
                or exists (select 1 from task where task.import_id = import.id)))";
        run!(&mut tx, |conn| sqlx::query_scalar(sql).bind(project).fetch_all(conn).await)?
    };
    for import in cut_off {
        discard(db, import).await?;
    }
    Ok(())
}

/// Marks an import that was never visible as failed, and deletes its rows, a few at a time.
///
/// The mark comes first: an import that is taken for dead and lives cannot commit any more rows.
pub(super) async fn discard(db: &Db, import: ImportId) -> Result<()> {
    let mut tx = db.write().await?;
    mark_failed(&mut tx, import).await?;
    tx.commit().await?;
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
    Ok(())
}

async fn mark_failed(tx: &mut Tx, import: ImportId) -> Result<()> {
    let mut report = Report::default();
    report.error(LineError::of_file(Flaw::Interrupted));
    let sql =
        "update import set status = 'failed', report = $2 where id = $1 and status = 'running'";
    run!(tx, |conn| sqlx::query(sql)
        .bind(import)
        .bind(Json(&report))
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}
