//! Reading tasks, judgments and skips for an export.

use std::collections::HashMap;
use std::sync::Arc;

use domain::export::{ProjectFacts, Recorded, RecordedSkip, Source};
use domain::id::{AccountId, ProjectId, PromptId, ResponseId, TaskId};
use domain::judgment::{Judgment, Skip};
use domain::presentation::Presentation;
use domain::task::{Message, Response, Task};
use serde_json::{Map, Value};
use sqlx::QueryBuilder;
use sqlx::types::Json;

use crate::db::{Tx, run};
use crate::error::Result;
use crate::secret;

/// How many tasks one query names.
const PAGE: usize = 1_000;

/// What files call raters: the same name for the same rater in all exports of a project, and
/// another one in every other project.
pub(super) struct Pseudonyms {
    pub project: ProjectId,
    pub seed: i64,
}

impl Pseudonyms {
    fn of(&self, rater: AccountId) -> String {
        let digest = secret::hash(&format!("{}:{}:{rater}", self.seed, self.project));
        format!("rater-{}", &digest[..12])
    }
}

/// Everything that is known of some tasks.
pub(super) async fn read(
    tx: &mut Tx,
    ids: &[TaskId],
    pseudonyms: &Pseudonyms,
    project: &Arc<ProjectFacts>,
) -> Result<HashMap<TaskId, Source>> {
    let mut sources = HashMap::new();
    for ids in ids.chunks(PAGE) {
        for (id, task) in tasks(tx, ids).await? {
            let (judgments, skips) = (Vec::new(), Vec::new());
            sources.insert(id, Source { project: project.clone(), task, judgments, skips });
        }
        judgments(tx, ids, pseudonyms, &mut sources).await?;
        skips(tx, ids, pseudonyms, &mut sources).await?;
    }
    Ok(sources)
}

#[derive(sqlx::FromRow)]
struct JudgmentRow {
    #[sqlx(flatten)]
    judgment: Judgment,
    presentation: Json<Presentation>,
}

/// Adds the judgments on some tasks.
async fn judgments(
    tx: &mut Tx,
    ids: &[TaskId],
    pseudonyms: &Pseudonyms,
    sources: &mut HashMap<TaskId, Source>,
) -> Result<()> {
    let rows: Vec<JudgmentRow> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(
            "select id, task_id, rater_id, revision, verdict, grade, answers, rationale, active_ms,
                guideline_version, protocol_version, late, counted, submitted_at, presentation
            from judgment
            where task_id in (",
        );
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") order by task_id, submitted_at, id");
        query.build_query_as().fetch_all(conn).await
    })?;
    for JudgmentRow { judgment, presentation: Json(presentation) } in rows {
        let rater = pseudonyms.of(judgment.rater_id);
        if let Some(source) = sources.get_mut(&judgment.task_id) {
            source.judgments.push(Recorded { judgment, presentation, rater });
        }
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct SkipRow {
    #[sqlx(flatten)]
    skip: Skip,
    put_back: bool,
    presentation: Json<Presentation>,
}

/// Adds the skips on some tasks.
async fn skips(
    tx: &mut Tx,
    ids: &[TaskId],
    pseudonyms: &Pseudonyms,
    sources: &mut HashMap<TaskId, Source>,
) -> Result<()> {
    let rows: Vec<SkipRow> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(
            "select id, task_id, rater_id, reason, comment, skipped_at, presentation,
                put_back_at is not null as put_back
            from skip
            where task_id in (",
        );
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") order by task_id, skipped_at, id");
        query.build_query_as().fetch_all(conn).await
    })?;
    for SkipRow { skip, put_back, presentation: Json(presentation) } in rows {
        let rater = pseudonyms.of(skip.rater_id);
        if let Some(source) = sources.get_mut(&skip.task_id) {
            source.skips.push(RecordedSkip {
                skip,
                put_back,
                presentation: Some(presentation),
                rater,
            });
        }
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct TaskRow {
    id: TaskId,
    external_id: String,
    repeat_of: Option<TaskId>,
    prompt_id: PromptId,
    messages: Json<Vec<Message>>,
    metadata: Json<Map<String, Value>>,
}

#[derive(sqlx::FromRow)]
struct ResponseRow {
    task_id: TaskId,
    id: ResponseId,
    model: Option<String>,
    text: String,
}

/// Some tasks with prompt and responses.
async fn tasks(tx: &mut Tx, ids: &[TaskId]) -> Result<HashMap<TaskId, Task>> {
    let rows: Vec<TaskRow> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(
            "select task.id, coalesce(first.external_id, task.external_id) as external_id,
                task.repeat_of, task.prompt_id, prompt.messages, task.metadata
            from task
            join prompt on prompt.id = task.prompt_id
            left join task as first on first.id = task.repeat_of
            where task.id in (",
        );
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(")");
        query.build_query_as().fetch_all(conn).await
    })?;
    let responses: Vec<ResponseRow> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(
            "select task_response.task_id, response.id, response.model, response.text
            from task_response
            join response on response.id = task_response.response_id
            where task_response.task_id in (",
        );
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") order by task_response.task_id, task_response.place");
        query.build_query_as().fetch_all(conn).await
    })?;
    let mut tasks: HashMap<TaskId, Task> =
        rows.into_iter().map(|row| (row.id, row.into())).collect();
    for row in responses {
        if let Some(task) = tasks.get_mut(&row.task_id) {
            task.responses.push(Response { id: row.id, model: row.model, text: row.text });
        }
    }
    Ok(tasks)
}

impl From<TaskRow> for Task {
    fn from(row: TaskRow) -> Self {
        Task {
            id: row.id,
            external_id: row.external_id,
            repeat_of: row.repeat_of,
            prompt_id: row.prompt_id,
            messages: row.messages.0,
            responses: Vec::new(),
            metadata: row.metadata.0,
        }
    }
}
