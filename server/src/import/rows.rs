//! The second pass: records become rows, many to a transaction.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::id::{BatchId, ModelId, ProjectId, PromptId, ResponseId, TaskId};
use domain::import::{
    IdKey, Record, Report, content_hash, model_id, prompt_hash, prompt_id, response_id, samples,
    task_id,
};
use domain::random::{halves, mix};
use domain::task::{Message, NewOutput, NewResponse, NewTask, TaskState};
use serde_json::{Map, Value};
use sqlx::QueryBuilder;
use sqlx::types::Json;
use tokio::sync::mpsc;

use super::spool::Records;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::{batch, time};

/// How many records one transaction takes. Everybody else who writes waits meanwhile.
const RECORDS: usize = 1_000;

/// How many responses at most: the widest insert stays below the number of parameters that
/// either engine accepts.
const RESPONSES: usize = 4_000;

/// How many bytes of the file at most, because all of them are in memory.
const BYTES: usize = 4 << 20;

/// Where the rows go.
pub(super) struct Target {
    pub project: ProjectId,
    pub batch: BatchId,
    pub key: IdKey,
    pub seed: i64,
}

/// A task as a row.
pub(super) struct TaskRow {
    pub id: TaskId,
    pub prompt_id: PromptId,
    pub external_id: String,
    pub content_hash: String,
    pub metadata: Map<String, Value>,
    pub tags: Vec<String>,
    pub responses: Vec<ResponseId>,
}

struct ResponseRow {
    id: ResponseId,
    prompt_id: PromptId,
    model_id: Option<ModelId>,
    sample: i32,
    messages: Vec<Message>,
    /// What else the file says of an answer that is a record of its own.
    metadata: Option<Map<String, Value>>,
}

/// What became of some tasks.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    created: u64,
    already_there: u64,
    changed: u64,
}

impl Outcome {
    /// Counts them as tasks.
    pub fn add_to(&self, report: &mut Report) {
        report.created += self.created;
        report.already_there += self.already_there;
        report.changed += self.changed;
    }
}

/// Rows to be inserted together, each id once, in the order of their ids.
#[derive(Default)]
struct Chunk {
    models: BTreeMap<ModelId, String>,
    prompts: BTreeMap<PromptId, Vec<Message>>,
    responses: BTreeMap<ResponseId, ResponseRow>,
    tasks: Vec<TaskRow>,
    /// How many of the responses are records of their own.
    outputs: u64,
    records: usize,
    bytes: usize,
}

/// Inserts every record of a file that was checked before, and gives them back. One chunk is made
/// ready while the one before it is written.
pub(super) async fn insert_all(
    db: &Db,
    target: &Target,
    records: Records,
    report: &mut Report,
) -> Result<Records> {
    let (sender, mut ready) = mpsc::channel(1);
    let key = target.key.clone();
    let reading = tokio::task::spawn_blocking(move || read_all(&key, records, &sender));
    while let Some(chunk) = ready.recv().await {
        flush(db, target, chunk, report).await?;
    }
    Ok(reading.await.map_err(anyhow::Error::new)?.map_err(anyhow::Error::new)?)
}

/// Makes chunks of all records, until nobody wants them any more.
fn read_all(
    key: &IdKey,
    mut records: Records,
    sender: &mpsc::Sender<Chunk>,
) -> std::io::Result<Records> {
    let mut chunk = Chunk::default();
    while let Some((record, length, sample)) = records.next()? {
        chunk.records += 1;
        chunk.bytes += length;
        match record {
            Record::Task(task) => chunk.add_task(key, task),
            Record::Output(output) => chunk.add_output(key, output, sample),
        }
        if chunk.is_full() && sender.blocking_send(std::mem::take(&mut chunk)).is_err() {
            return Ok(records);
        }
    }
    if chunk.records > 0 {
        // Whoever does not want the last one has failed with an earlier one.
        _ = sender.blocking_send(chunk);
    }
    Ok(records)
}

impl Chunk {
    fn is_full(&self) -> bool {
        self.records >= RECORDS || self.responses.len() >= RESPONSES || self.bytes >= BYTES
    }

    fn add_task(&mut self, key: &IdKey, task: NewTask) {
        let (content_hash, tags) = (content_hash(&task), task.tags());
        let prompt_id = prompt_id(key, &task.messages);
        let mut responses = Vec::with_capacity(task.responses.len());
        for (response, sample) in samples(task.responses) {
            responses.push(self.add_response(key, prompt_id, response, sample, None));
        }
        self.prompts.insert(prompt_id, task.messages);
        self.tasks.push(TaskRow {
            id: task_id(key, prompt_id, &task.external_id),
            prompt_id,
            external_id: task.external_id,
            content_hash,
            tags,
            metadata: task.metadata,
            responses,
        });
    }

    fn add_response(
        &mut self,
        key: &IdKey,
        prompt_id: PromptId,
        response: NewResponse,
        sample: u32,
        metadata: Option<Map<String, Value>>,
    ) -> ResponseId {
        let id = response_id(key, prompt_id, &response, sample);
        let NewResponse { model, messages } = response;
        let model_id = model.map(|name| {
            let id = model_id(key, &name);
            self.models.insert(id, name);
            id
        });
        let sample = i32::try_from(sample).unwrap_or(i32::MAX);
        self.responses
            .insert(id, ResponseRow { id, prompt_id, model_id, sample, messages, metadata });
        id
    }

    fn add_output(&mut self, key: &IdKey, output: NewOutput, sample: u32) {
        let prompt_id = prompt_id(key, &output.messages);
        let NewOutput { messages, response, metadata } = output;
        let metadata = Some(metadata).filter(|metadata| !metadata.is_empty());
        self.add_response(key, prompt_id, response, sample, metadata);
        self.prompts.insert(prompt_id, messages);
        self.outputs += 1;
    }
}

async fn flush(db: &Db, target: &Target, mut chunk: Chunk, report: &mut Report) -> Result<()> {
    chunk.tasks.sort_by_key(|task| task.id);
    let mut tx = db.write().await?;
    report.prompts += insert_prompts(&mut tx, target, &chunk.prompts).await?;
    insert_models(&mut tx, target, &chunk.models).await?;
    let responses = insert_responses(&mut tx, target, &chunk.responses).await?;
    let tasks = insert_tasks(&mut tx, target, &chunk.tasks).await?;
    tasks.add_to(report);
    let records = &mut report.records;
    records.new += tasks.created;
    records.already_there += tasks.already_there;
    records.changed += tasks.changed;
    if chunk.outputs > 0 {
        records.new += responses;
        records.already_there += chunk.outputs.saturating_sub(responses);
    }
    touch(&mut tx, target.batch).await?;
    tx.commit().await
}

/// Shows that the import is alive, and stops it if it was taken for dead.
pub(super) async fn touch(tx: &mut Tx, batch: BatchId) -> Result<()> {
    match batch::touch(tx, batch).await? {
        true => Ok(()),
        false => Err(super::swept().into()),
    }
}

async fn insert_prompts(
    tx: &mut Tx,
    target: &Target,
    prompts: &BTreeMap<PromptId, Vec<Message>>,
) -> Result<u64> {
    let sql = "
        insert into prompt
            (id, project_id, batch_id, messages, tags, content_hash, created_at) ";
    let now = time::now();
    Ok(run!(tx, |conn| {
        let mut query = QueryBuilder::new(sql);
        query.push_values(prompts, |mut row, (id, messages)| {
            row.push_bind(*id)
                .push_bind(target.project)
                .push_bind(target.batch)
                .push_bind(Json(messages))
                .push_bind(Json([(); 0]))
                .push_bind(prompt_hash(messages))
                .push_bind(now);
        });
        query.push(" on conflict do nothing");
        query.build().execute(conn).await.map(|done| done.rows_affected())
    })?)
}

async fn insert_models(
    tx: &mut Tx,
    target: &Target,
    models: &BTreeMap<ModelId, String>,
) -> Result<()> {
    if models.is_empty() {
        return Ok(());
    }
    let sql = "insert into model (id, project_id, name, created_at) ";
    let now = time::now();
    run!(tx, |conn| {
        let mut query = QueryBuilder::new(sql);
        query.push_values(models, |mut row, (id, name)| {
            row.push_bind(*id).push_bind(target.project).push_bind(name).push_bind(now);
        });
        query.push(" on conflict do nothing");
        query.build().execute(conn).await.map(drop)
    })?;
    Ok(())
}

async fn insert_responses(
    tx: &mut Tx,
    target: &Target,
    responses: &BTreeMap<ResponseId, ResponseRow>,
) -> Result<u64> {
    let sql = "
        insert into response
            (id, prompt_id, batch_id, model_id, sample, messages, metadata, created_at) ";
    let now = time::now();
    Ok(run!(tx, |conn| {
        let mut query = QueryBuilder::new(sql);
        query.push_values(responses.values(), |mut row, response| {
            row.push_bind(response.id)
                .push_bind(response.prompt_id)
                .push_bind(target.batch)
                .push_bind(response.model_id)
                .push_bind(response.sample)
                .push_bind(Json(&response.messages))
                .push_bind(response.metadata.as_ref().map(Json))
                .push_bind(now);
        });
        query.push(" on conflict do nothing");
        query.build().execute(conn).await.map(|done| done.rows_affected())
    })?)
}

/// Inserts the tasks that are not there yet, and counts what became of each. No two of them have
/// the same id.
pub(super) async fn insert_tasks(
    tx: &mut Tx,
    target: &Target,
    tasks: &[TaskRow],
) -> Result<Outcome> {
    if tasks.is_empty() {
        return Ok(Outcome::default());
    }
    // The overlap must not change between reading it here and the end of the transaction.
    tx.lock_project(target.project).await?;
    let sql = "select overlap from project where id = $1";
    let overlap: i32 =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(target.project).fetch_one(conn).await)?;
    let sql = "
        insert into task
            (id, project_id, batch_id, prompt_id, external_id, content_hash, metadata, tags,
             position, wanted, open_slots, state, created_at) ";
    let now = time::now();
    let created: Vec<TaskId> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(sql);
        query.push_values(tasks, |mut row, task| {
            row.push_bind(task.id)
                .push_bind(target.project)
                .push_bind(target.batch)
                .push_bind(task.prompt_id)
                .push_bind(&task.external_id)
                .push_bind(&task.content_hash)
                .push_bind(Json(&task.metadata))
                .push_bind(Json(&task.tags))
                .push_bind(position(target.seed, task.id))
                .push_bind(overlap)
                .push_bind(overlap)
                .push_bind(TaskState::Open)
                .push_bind(now);
        });
        query.push(" on conflict do nothing returning id");
        query.build_query_scalar().fetch_all(conn).await
    })?;
    let created: HashSet<TaskId> = created.into_iter().collect();
    let (new, known): (Vec<&TaskRow>, Vec<&TaskRow>) =
        tasks.iter().partition(|task| created.contains(&task.id));
    insert_places(tx, &new).await?;
    let (already_there, changed) = compare(tx, target.project, &known).await?;
    Ok(Outcome { created: created.len() as u64, already_there, changed })
}

async fn insert_places(tx: &mut Tx, tasks: &[&TaskRow]) -> Result<()> {
    let places: Vec<(TaskId, i32, ResponseId)> = tasks
        .iter()
        .flat_map(|task| (1..).zip(&task.responses).map(|(place, id)| (task.id, place, *id)))
        .collect();
    if places.is_empty() {
        return Ok(());
    }
    let sql = "insert into task_response (task_id, place, response_id) ";
    run!(tx, |conn| {
        let mut query = QueryBuilder::new(sql);
        query.push_values(&places, |mut row, (task, place, response)| {
            row.push_bind(*task).push_bind(*place).push_bind(*response);
        });
        query.build().execute(conn).await.map(drop)
    })?;
    Ok(())
}

/// Counts tasks that were there: with the same content, or with other content.
async fn compare(tx: &mut Tx, project: ProjectId, known: &[&TaskRow]) -> Result<(u64, u64)> {
    if known.is_empty() {
        return Ok((0, 0));
    }
    let sql = "select external_id, content_hash from task where project_id = ";
    let stored: Vec<(String, String)> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(sql);
        query.push_bind(project).push(" and external_id in (");
        let mut ids = query.separated(", ");
        for task in known {
            ids.push_bind(&task.external_id);
        }
        query.push(")");
        query.build_query_as().fetch_all(conn).await
    })?;
    let stored: HashMap<String, String> = stored.into_iter().collect();
    let same = |task: &&&TaskRow| stored.get(&task.external_id) == Some(&task.content_hash);
    let already_there = known.iter().filter(same).count();
    Ok((already_there as u64, (known.len() - already_there) as u64))
}

/// Where a task stands in the thrown order of its import.
fn position(seed: i64, task: TaskId) -> i64 {
    let [high, low] = halves(task.0);
    (mix(&[seed.cast_unsigned(), high, low]) >> 1).cast_signed()
}
