//! Reading tasks, judgments and skips for an export.

use std::collections::HashMap;
use std::sync::Arc;

use domain::assignment::Purpose;
use domain::export::{ProjectFacts, Recorded, RecordedSkip, Source};
use domain::id::{ProjectId, PromptId, RaterId, ResponseId, TaskId};
use domain::judgment::{Judgment, Skip};
use domain::presentation::Presentation;
use domain::task::{Message, Response, Task};
use serde_json::{Map, Value};
use sqlx::QueryBuilder;
use sqlx::types::Json;

use crate::db::{Tx, run};
use crate::error::Result;
use crate::judgment::judgment_columns;
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
    fn of(&self, rater: RaterId) -> String {
        let digest = secret::hash(&format!("{}:{}:{rater}", self.seed, self.project));
        format!("rater-{}", &digest[..12])
    }
}

/// What was said about some tasks: a source for each task, and another for its repeats.
#[derive(Default)]
pub(super) struct Sources {
    work: HashMap<TaskId, Source>,
    repeats: HashMap<TaskId, Source>,
}

impl Sources {
    fn of(&mut self, task: TaskId, purpose: Purpose) -> Option<&mut Source> {
        if purpose != Purpose::Repeat {
            return self.work.get_mut(&task);
        }
        if !self.repeats.contains_key(&task) {
            let Source { project, task: first, .. } = self.work.get(&task)?;
            let again = Task { repeat_of: Some(task), ..first.clone() };
            let (judgments, skips) = (Vec::new(), Vec::new());
            let again = Source { project: project.clone(), task: again, judgments, skips };
            self.repeats.insert(task, again);
        }
        self.repeats.get_mut(&task)
    }

    /// Takes out what was said about one task.
    pub(super) fn take(&mut self, task: TaskId) -> impl Iterator<Item = Source> + use<> {
        self.work.remove(&task).into_iter().chain(self.repeats.remove(&task))
    }
}

/// Everything that is known of some tasks.
pub(super) async fn read(
    tx: &mut Tx,
    ids: &[TaskId],
    pseudonyms: &Pseudonyms,
    project: &Arc<ProjectFacts>,
) -> Result<Sources> {
    let mut sources = Sources::default();
    for ids in ids.chunks(PAGE) {
        for (id, task) in tasks(tx, ids).await? {
            let (judgments, skips) = (Vec::new(), Vec::new());
            let source = Source { project: project.clone(), task, judgments, skips };
            sources.work.insert(id, source);
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
    purpose: Purpose,
}

/// Adds the judgments on some tasks.
async fn judgments(
    tx: &mut Tx,
    ids: &[TaskId],
    pseudonyms: &Pseudonyms,
    sources: &mut Sources,
) -> Result<()> {
    let rows: Vec<JudgmentRow> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(concat!(
            "select ",
            judgment_columns!(),
            ", assignment.presentation, assignment.purpose
            from judgment
            join assignment on assignment.id = judgment.assignment_id
            where judgment.task_id in ("
        ));
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") order by judgment.task_id, judgment.submitted_at, judgment.id");
        query.build_query_as().fetch_all(conn).await
    })?;
    for JudgmentRow { judgment, presentation: Json(presentation), purpose } in rows {
        let rater = pseudonyms.of(judgment.rater_id);
        if let Some(source) = sources.of(judgment.task_id, purpose) {
            source.judgments.push(Recorded { judgment, presentation, purpose, rater });
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
    purpose: Purpose,
}

/// Adds the skips on some tasks.
async fn skips(
    tx: &mut Tx,
    ids: &[TaskId],
    pseudonyms: &Pseudonyms,
    sources: &mut Sources,
) -> Result<()> {
    let rows: Vec<SkipRow> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(
            "select skip.id, skip.assignment_id, skip.task_id, skip.rater_id, skip.reason,
                skip.comment, skip.skipped_at, skip.put_back_at is not null as put_back,
                assignment.presentation, assignment.purpose
            from skip
            join assignment on assignment.id = skip.assignment_id
            where skip.task_id in (",
        );
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") order by skip.task_id, skip.skipped_at, skip.id");
        query.build_query_as().fetch_all(conn).await
    })?;
    for SkipRow { skip, put_back, presentation: Json(presentation), purpose } in rows {
        let rater = pseudonyms.of(skip.rater_id);
        if let Some(source) = sources.of(skip.task_id, purpose) {
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
    prompt_id: PromptId,
    messages: Json<Vec<Message>>,
    metadata: Json<Map<String, Value>>,
}

#[derive(sqlx::FromRow)]
struct ResponseRow {
    task_id: TaskId,
    id: ResponseId,
    model: Option<String>,
    messages: Json<Vec<Message>>,
}

/// Some tasks with prompt and responses.
async fn tasks(tx: &mut Tx, ids: &[TaskId]) -> Result<HashMap<TaskId, Task>> {
    let rows: Vec<TaskRow> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(
            "select task.id, task.external_id, task.prompt_id, prompt.messages, task.metadata
            from task
            join prompt on prompt.id = task.prompt_id
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
            "select task_response.task_id, response.id, model.name as model, response.messages
            from task_response
            join response on response.id = task_response.response_id
            left join model on model.id = response.model_id
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
            task.responses.push(Response::new(row.id, row.model, row.messages.0));
        }
    }
    Ok(tasks)
}

impl From<TaskRow> for Task {
    fn from(row: TaskRow) -> Self {
        Task {
            id: row.id,
            external_id: row.external_id,
            repeat_of: None,
            prompt_id: row.prompt_id,
            messages: row.messages.0,
            responses: Vec::new(),
            metadata: row.metadata.0,
        }
    }
}
