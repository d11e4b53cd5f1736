//! Exports: a project's judgments out, from one snapshot, a few tasks in memory at a time.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use domain::Error as Refusal;
use domain::actor::Actor;
use domain::export::{Format, Ledger, Options, ProjectFacts, Source, Survey, Writer};
use domain::id::{ProjectId, PromptId, TaskId};
use domain::policy;
use domain::protocol::{Kind, Protocol};
use futures::StreamExt;
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::timeout;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};
use crate::{event, secret};

mod order;
mod pipe;
mod source;

use order::Order;
use pipe::{Inlet, pipe};

/// How many bytes are passed on at a time, and then the rest of a row.
const CHUNK: usize = 256 * 1024;

/// How many files may be written at the same time: each holds a connection while it is.
static WRITERS: Semaphore = Semaphore::const_new(8);

/// How long a file waits to be written before its reader is told to come again.
const PATIENCE: Duration = Duration::from_secs(3);

/// A file on its way out.
pub struct Export {
    /// A name for the file, with its ending.
    pub file_name: String,
    pub format: Format,
    /// The file's bytes; an error ends it, so that a cut file is known as such.
    pub bytes: Chunks,
    /// What became of every judgment: told after the last byte, and never if there is none.
    pub ledger: oneshot::Receiver<Ledger>,
}

/// The bytes of a file, chunk by chunk.
pub type Chunks = futures::stream::BoxStream<'static, std::io::Result<Bytes>>;

/// Streams a project's judgments in a format, from the moment of the call: what was acknowledged
/// before is in it, what comes later is not.
pub async fn stream(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    format: Format,
    options: Options,
) -> Result<Export> {
    let room = timeout(PATIENCE, WRITERS.acquire()).await;
    let room = room.map_err(|_| Refusal::Busy { seconds: 5 })?;
    let apart = db.apart().await?;
    let (near, actor) = (apart.clone(), *actor);
    let opened = async move { Writing::open(&near, &actor, id, format, options).await };
    let writing = apart.near(opened).await?;
    let file_name = file_name(&writing.access.project.name, format);
    let (mut inlet, bytes) = pipe();
    let (tell, ledger) = oneshot::channel();
    let near = apart.clone();
    let writing = async move {
        match writing.write(Some(&mut inlet)).await {
            Ok(Some(done)) => {
                note(&near, &actor, id, format, &done).await;
                inlet.finish(Ok(()));
                // Most readers do not ask.
                _ = tell.send(done.ledger);
            }
            // The reader has gone.
            Ok(None) => {}
            Err(error) => {
                let error = std::io::Error::other(error.for_people());
                inlet.finish(Err(error));
            }
        }
    };
    tokio::spawn(async move {
        apart.near(writing).await;
        drop(room);
    });
    Ok(Export { file_name, format, bytes: bytes.boxed(), ledger })
}

/// What a file would hold: rows, and judgments left out by reason.
pub async fn ledger(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    format: Format,
    options: Options,
) -> Result<Ledger> {
    let writing = Writing::open(db, actor, id, format, options).await?;
    let done = writing.write(None).await?;
    Ok(done.map(|done| done.ledger).unwrap_or_default())
}

struct Writing {
    tx: Tx,
    access: Access,
    facts: Arc<ProjectFacts>,
    format: Format,
    options: Options,
    ledger: Ledger,
}

struct Done {
    ledger: Ledger,
    sha256: String,
}

impl Writing {
    /// Takes the snapshot that the file is written from.
    async fn open(
        db: &Db,
        actor: &Actor,
        id: ProjectId,
        format: Format,
        options: Options,
    ) -> Result<Self> {
        let mut tx = db.read().await?;
        let access = project::of(&mut tx, actor, id).await?;
        policy::oversee(actor, access.role)?;
        let protocols = project::protocols(&mut tx, id).await?;
        let responses = most_responses(&mut tx, id, &protocols).await?;
        let name = access.project.name.clone();
        let facts = Arc::new(ProjectFacts::new(name, &protocols, responses));
        Ok(Self { tx, access, facts, format, options, ledger: Ledger::default() })
    }

    /// Writes the whole file, to nowhere if only its ledger is wanted; `None` if the reader goes.
    async fn write(mut self, mut inlet: Option<&mut Inlet>) -> Result<Option<Done>> {
        let mut hash = Sha256::new();
        let mut buffer = Vec::new();
        let project = self.access.project.id;
        let order = Order::read(&mut self.tx, project, self.format.pools_prompts()).await?;
        let target = self.format.target();
        let empty = self.empty_columns(&order).await?;
        let mut writer = Writer::new(target, self.options, &self.facts, &empty);
        self.ledger.empty_columns = empty;
        writer.begin(&mut buffer);
        let mut done = 0;
        loop {
            let batch = order.batch(done);
            if batch.is_empty() {
                break;
            }
            done += batch.len();
            for prompt in self.prompts(batch).await? {
                writer.prompt(&prompt, &mut self.ledger, &mut buffer);
                let is_full = buffer.len() >= CHUNK;
                if is_full && !pass_on(&mut buffer, &mut hash, inlet.as_deref_mut()).await {
                    return Ok(None);
                }
            }
        }
        writer.finish(&mut buffer);
        if !pass_on(&mut buffer, &mut hash, inlet).await {
            return Ok(None);
        }
        let sha256 = secret::hex(&hash.finalize());
        Ok(Some(Done { ledger: self.ledger, sha256 }))
    }

    /// The columns that have to be left out because no row has a value there. Reads until every
    /// column has had one, which is soon unless one never has.
    async fn empty_columns(&mut self, order: &Order) -> Result<Vec<String>> {
        let target = self.format.target();
        // A row that pools judgments has a value in every column.
        let survey =
            if target.description.pools_prompts { None } else { Survey::new(target, &self.facts) };
        let Some(mut survey) = survey else { return Ok(Vec::new()) };
        let mut done = 0;
        while !survey.is_done() && !order.batch(done).is_empty() {
            let batch = order.batch(done);
            done += batch.len();
            self.prompts(batch).await?.iter().for_each(|prompt| survey.add(prompt));
        }
        Ok(if done == 0 { Vec::new() } else { survey.finish() })
    }

    /// Everything that is known of some tasks, those of one prompt together.
    async fn prompts(&mut self, batch: &[(PromptId, TaskId)]) -> Result<Vec<Vec<Source>>> {
        let pseudonyms =
            source::Pseudonyms { project: self.access.project.id, seed: self.access.seed };
        let ids: Vec<TaskId> = batch.iter().map(|(_, task)| *task).collect();
        let mut found = source::read(&mut self.tx, &ids, &pseudonyms, &self.facts).await?;
        let prompts = batch.chunk_by(|one, other| one.0 == other.0);
        let sources = prompts.map(|tasks| {
            let sources = tasks.iter().flat_map(|(_, id)| found.take(*id));
            sources.collect()
        });
        Ok(sources.collect())
    }
}

/// The most responses that a task of the project has; only rankings differ among themselves.
async fn most_responses(tx: &mut Tx, id: ProjectId, protocols: &[Protocol]) -> Result<usize> {
    let kind = protocols.last().map_or(Kind::Pair, |protocol| protocol.question.kind());
    let counts = kind.responses();
    if counts.start() == counts.end() {
        return Ok(*counts.end());
    }
    let sql = "
        select max(task_response.place)
        from task
        join task_response on task_response.task_id = task.id
        where task.project_id = $1";
    let most: Option<i32> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_one(conn).await)?;
    Ok(most.and_then(|most| usize::try_from(most).ok()).unwrap_or(*counts.start()))
}

/// Hands the buffer on; false if the reader has gone.
async fn pass_on(buffer: &mut Vec<u8>, hash: &mut Sha256, inlet: Option<&mut Inlet>) -> bool {
    hash.update(&*buffer);
    let chunk = Bytes::from(std::mem::take(buffer));
    match inlet {
        None => true,
        Some(inlet) if chunk.is_empty() => !inlet.is_abandoned(),
        Some(inlet) => inlet.send(chunk).await,
    }
}

/// Puts the finished export into the audit log, with what identifies its content.
async fn note(db: &Db, actor: &Actor, id: ProjectId, format: Format, done: &Done) {
    let detail = json!({
        "format": format.name(),
        "rows": done.ledger.rows,
        "sha256": done.sha256,
    });
    let noted = async {
        let mut tx = db.write().await?;
        event::record(&mut tx, Some(actor.account_id()), Some(id), "exported", detail).await?;
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, project.id = %id, "an export is missing from the audit log");
    }
}

/// A file name that every system takes: letters, digits and hyphens.
fn file_name(project: &str, format: Format) -> String {
    let words: Vec<String> = project
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let stem = if words.is_empty() { "project".to_owned() } else { words.join("-") };
    format!("{stem}-{}.{}", format.name().replace('_', "-"), format.extension())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_holds_nothing_that_a_system_could_stumble_over() {
        let name = file_name("../Fön: \"A\" vs\nB ", Format::TrlPreference);

        assert_eq!(name, "f-n-a-vs-b-trl-preference.jsonl");
    }
}
