//! Batches: the rows that stand for what came together, and make it visible.

use domain::actor::Actor;
use domain::batch::{Batch, BatchKind, BatchState};
use domain::id::{AccountId, BatchId, ProjectId};
use domain::import::{Format, Report};
use domain::reason::Reason;
use domain::timestamp::Timestamp;
use domain::{Error as Refusal, policy};
use serde_json::Value;
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::{Result, ResultExt};
use crate::project::{self, Access};
use crate::time;

/// How many batches are listed.
const LISTED: i64 = 100;

/// The columns of a [`Row`].
macro_rules! columns {
    () => {
        "id, kind, source_name, format, state, report, created_at, completed_at"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: BatchId,
    kind: BatchKind,
    source_name: Option<String>,
    format: Option<Format>,
    state: BatchState,
    report: Option<Json<Report>>,
    created_at: Timestamp,
    completed_at: Option<Timestamp>,
}

impl From<Row> for Batch {
    fn from(row: Row) -> Self {
        Batch {
            id: row.id,
            kind: row.kind,
            source_name: row.source_name,
            format: row.format,
            state: row.state,
            report: row.report.map(|Json(report)| report).unwrap_or_default(),
            created_at: row.created_at,
            completed_at: row.completed_at,
        }
    }
}

/// The batches of one kind in a project, newest first.
pub async fn list(db: &Db, actor: &Actor, id: ProjectId, kind: BatchKind) -> Result<Vec<Batch>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::oversee(actor, role)?;
    let sql = concat!(
        "select ",
        columns!(),
        "
        from batch
        where project_id = $1 and kind = $2
        order by id desc
        limit $3"
    );
    let rows: Vec<Row> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(kind)
        .bind(LISTED)
        .fetch_all(conn)
        .await)?;
    Ok(rows.into_iter().map(Batch::from).collect())
}

/// One batch of a project.
pub async fn find(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    kind: BatchKind,
    batch: BatchId,
) -> Result<Batch> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::oversee(actor, role)?;
    let found = by_id(&mut tx, id, batch).await?;
    match found.kind == kind {
        true => Ok(found),
        false => Err(not_found().into()),
    }
}

pub(crate) async fn by_id(tx: &mut Tx, id: ProjectId, batch: BatchId) -> Result<Batch> {
    let sql = concat!("select ", columns!(), " from batch where project_id = $1 and id = $2");
    let row: Option<Row> =
        run!(tx, |conn| sqlx::query_as(sql).bind(id).bind(batch).fetch_optional(conn).await)?;
    Ok(row.map(Batch::from).ok_or_else(not_found)?)
}

fn not_found() -> Refusal {
    Refusal::not_found("import")
}

/// A batch to be created.
pub(crate) struct NewBatch<'a> {
    pub project: ProjectId,
    pub kind: BatchKind,
    pub source_name: &'a str,
    pub format: Option<Format>,
    pub state: BatchState,
    pub report: Option<&'a Report>,
    pub created_by: AccountId,
}

/// Creates a batch. Refused while another import into the project is running.
pub(crate) async fn create(tx: &mut Tx, new: NewBatch<'_>) -> Result<BatchId> {
    let id = BatchId(time::new_id());
    let report = new.report.map(stored).transpose()?;
    let sql = "
        insert into batch
            (id, project_id, kind, source_name, format, state, report, created_by,
             created_at, progress_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)";
    run!(tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(new.project)
        .bind(new.kind)
        .bind(new.source_name)
        .bind(new.format)
        .bind(new.state)
        .bind(&report)
        .bind(new.created_by)
        .bind(time::now())
        .execute(conn)
        .await
        .map(drop))
    .on_duplicate(|| Refusal::conflict(Reason::ImportRunning))?;
    Ok(id)
}

/// Notes that a running batch is alive; no if it is not running any more.
pub(crate) async fn touch(tx: &mut Tx, batch: BatchId) -> Result<bool> {
    let sql = "update batch set progress_at = $2 where id = $1 and state = 'running'";
    let rows = run!(tx, |conn| sqlx::query(sql)
        .bind(batch)
        .bind(time::now())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Makes all rows of a running batch visible; no if it is not running any more.
pub(crate) async fn complete(tx: &mut Tx, batch: BatchId, report: &Report) -> Result<bool> {
    let report = stored(report)?;
    let sql = "
        update batch
        set state = 'completed', report = $2, completed_at = $3, progress_at = $3
        where id = $1 and state = 'running'";
    let rows = run!(tx, |conn| sqlx::query(sql)
        .bind(batch)
        .bind(&report)
        .bind(time::now())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Marks a running batch as failed.
pub(crate) async fn fail(tx: &mut Tx, batch: BatchId, report: &Report) -> Result<()> {
    let report = stored(report)?;
    let sql = "update batch set state = 'failed', report = $2 where id = $1 and state = 'running'";
    run!(tx, |conn| sqlx::query(sql).bind(batch).bind(&report).execute(conn).await.map(drop))?;
    Ok(())
}

/// A report as every database can store it. A report quotes its file, which may be no text at
/// all, and Postgres refuses a NUL character inside JSON: the replacement character is stored
/// instead.
fn stored(report: &Report) -> Result<Json<Value>> {
    let mut report = serde_json::to_value(report)?;
    replace_nul(&mut report);
    Ok(Json(report))
}

fn replace_nul(value: &mut Value) {
    match value {
        Value::String(text) if text.contains('\0') => *text = text.replace('\0', "\u{fffd}"),
        Value::Array(values) => values.iter_mut().for_each(replace_nul),
        Value::Object(map) => map.values_mut().for_each(replace_nul),
        _ => {}
    }
}
