//! Imports: a file in, all of its tasks or none.
//!
//! The file is read twice. The first pass keeps it in a temporary file and checks every record;
//! a file with an error goes no further. The second pass inserts in short transactions, so that
//! judging goes on meanwhile, and its last one makes all of it visible.

use std::time::Duration;

use bytes::Bytes;
use domain::actor::Actor;
use domain::batch::{Batch, BatchKind, BatchState};
use domain::id::{BatchId, ProjectId};
use domain::import::{Format, IdKey, Options, Report};
use domain::project;
use domain::protocol::Kind;
use domain::reason::Reason;
use domain::{Error as Refusal, policy};
use futures::Stream;
use serde_json::json;

use crate::batch::NewBatch;
use crate::db::import_lock::ImportLock;
use crate::db::{Db, run};
use crate::error::Result;
use crate::project::{self as projects, Access};
use crate::{assignment, batch, event};

mod entries;
mod outputs;
mod preview;
mod rows;
mod spool;
mod sweep;
mod unpack;

pub use preview::{MAX_PREVIEW, preview};
pub use sweep::sweep_all;

/// How often the lock is asked for while what a dead import left is swept.
const MAX_ATTEMPTS: u32 = 60;

/// How long to wait in between.
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(250);

/// The longest name of a file that is kept, in characters; what is beyond is cut.
const MAX_FILE_NAME: usize = 200;

/// Brings a file into a project. The import comes back completed, or failed with a report that
/// names every bad record; then nothing of it is there. The same file again changes nothing.
///
/// `bytes` is read once, as fast as it comes; memory does not grow with it. It may be compressed
/// with gzip; unpacked it has at most `max_bytes`.
pub async fn run<E>(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    file_name: &str,
    options: &Options,
    max_bytes: u64,
    bytes: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
) -> Result<Batch>
where
    E: Into<anyhow::Error>,
{
    let (access, kind, key) = {
        let mut tx = db.read().await?;
        let access = projects::of(&mut tx, actor, id).await?;
        policy::manage(actor, access.role)?;
        let kind = projects::kind(&mut tx, id).await?;
        (access, kind, projects::id_key(&mut tx, id).await?)
    };
    if access.project.status == project::Status::Archived {
        return Err(Refusal::conflict(Reason::Archived).into());
    }
    let file_name = short_name(file_name);
    let mut spooled = spool::spool(&key, kind, bytes, options.format, max_bytes).await?;
    if spooled.report.n_errors > 0 {
        let records = &mut spooled.report.records;
        records.held_back = records.total - records.wrong - records.repeated;
        return record_failure(db, actor, &access, &file_name, &spooled).await;
    }
    // From here on nothing comes from the client: who leaves now finds the import done. Its row
    // is made in there as well, or whoever leaves at that moment would leave it behind.
    let bringing = bring_in(db.clone(), *actor, (access, key), file_name, options.clone(), spooled);
    tokio::spawn(bringing).await.map_err(anyhow::Error::new)?
}

/// Imports what was put aside, one import of a project at a time.
async fn bring_in(
    db: Db,
    actor: Actor,
    (access, key): (Access, IdKey),
    file_name: String,
    options: Options,
    spooled: spool::Spooled,
) -> Result<Batch> {
    let lock = lock(&db, access.project.id).await?;
    let outcome = bring_in_alone(&db, actor, (access, key), file_name, options, spooled).await;
    lock.release().await;
    outcome
}

/// Takes the lock of imports into a project. It is refused while another import runs, and waited
/// for while what a dead one left is swept.
async fn lock(db: &Db, project: ProjectId) -> Result<ImportLock> {
    for attempt in 0..MAX_ATTEMPTS {
        if let Some(lock) = db.lock_imports(project).await? {
            return Ok(lock);
        }
        let mut tx = db.read().await?;
        let sql = "
            select count(*) from batch
            where project_id = $1 and kind = 'import' and state = 'running'";
        let running: i64 =
            run!(&mut tx, |conn| sqlx::query_scalar(sql).bind(project).fetch_one(conn).await)?;
        drop(tx);
        // A sweep may have just begun.
        if running > 0 && attempt >= 3 {
            break;
        }
        tokio::time::sleep(BETWEEN_ATTEMPTS).await;
    }
    Err(Refusal::conflict(Reason::ImportRunning).into())
}

/// Starts an import, fills it and makes it visible, or removes its rows again.
async fn bring_in_alone(
    db: &Db,
    actor: Actor,
    (access, key): (Access, IdKey),
    file_name: String,
    options: Options,
    spooled: spool::Spooled,
) -> Result<Batch> {
    sweep::sweep(db, access.project.id).await?;
    let batch = begin(db, &actor, &access, &file_name, &spooled).await?;
    let outcome = match fill(db, (&access, key), batch, &options, spooled).await {
        Ok(report) => complete(db, &actor, access.project.id, batch, report).await,
        Err(error) => Err(error),
    };
    if outcome.is_err() {
        // Whatever cannot be cleared away now is swept before the next import.
        if let Err(error) = sweep::discard(db, batch).await {
            tracing::warn!(%error, batch.id = %batch, "an import is left to be swept");
        }
    }
    outcome
}

fn swept() -> Refusal {
    Refusal::conflict(Reason::ImportStalled)
}

/// A file's name as it is kept: one line that fits into a list.
fn short_name(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(MAX_FILE_NAME).collect()
}

async fn begin(
    db: &Db,
    actor: &Actor,
    access: &Access,
    file_name: &str,
    spooled: &spool::Spooled,
) -> Result<BatchId> {
    let mut tx = db.write().await?;
    // From here on the kind stays as it is.
    tx.lock_project(access.project.id).await?;
    if projects::kind(&mut tx, access.project.id).await? != spooled.kind {
        return Err(Refusal::conflict(Reason::ProtocolChanged).into());
    }
    let new = NewBatch {
        project: access.project.id,
        kind: BatchKind::Import,
        source_name: file_name,
        format: spooled.format,
        state: BatchState::Running,
        report: None,
        created_by: actor.account_id(),
    };
    let batch = batch::create(&mut tx, new).await?;
    tx.commit().await?;
    Ok(batch)
}

async fn fill(
    db: &Db,
    (access, key): (&Access, IdKey),
    batch: BatchId,
    options: &Options,
    spooled: spool::Spooled,
) -> Result<Report> {
    let spool::Spooled { format, kind, mut report, records } = spooled;
    let target = rows::Target { project: access.project.id, batch, key, seed: access.seed };
    let records = rows::insert_all(db, &target, records, &mut report).await?;
    if format == Some(Format::Outputs) && kind != Kind::Rating {
        let baseline = options.baseline.as_deref();
        outputs::bring_together(db, &target, kind, baseline, records, &mut report).await?;
    }
    if !report.records.add_up() {
        let counts = report.records;
        return Err(anyhow::anyhow!("records of an import are unaccounted for: {counts:?}").into());
    }
    Ok(report)
}

async fn complete(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    batch: BatchId,
    report: Report,
) -> Result<Batch> {
    let mut tx = db.write().await?;
    if !batch::complete(&mut tx, batch, &report).await? {
        return Err(swept().into());
    }
    assignment::advance_slots_epoch(&mut tx, id).await?;
    let detail = json!({ "batch": batch, "created": report.created });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "imported", detail).await?;
    let batch = batch::by_id(&mut tx, id, batch).await?;
    tx.commit().await?;
    Ok(batch)
}

async fn record_failure(
    db: &Db,
    actor: &Actor,
    access: &Access,
    file_name: &str,
    spooled: &spool::Spooled,
) -> Result<Batch> {
    let mut tx = db.write().await?;
    let id = access.project.id;
    let report = &spooled.report;
    let new = NewBatch {
        project: id,
        kind: BatchKind::Import,
        source_name: file_name,
        format: spooled.format,
        state: BatchState::Failed,
        report: Some(report),
        created_by: actor.account_id(),
    };
    let batch = batch::create(&mut tx, new).await?;
    let detail = json!({ "batch": batch, "errors": report.n_errors });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "import_refused", detail).await?;
    let batch = batch::by_id(&mut tx, id, batch).await?;
    tx.commit().await?;
    Ok(batch)
}
