//! Tasks: showing them as a rater sees them, and listing them for managers.

use domain::actor::Actor;
use domain::id::{AssignmentId, ProjectId, ResponseId, TaskId};
use domain::policy;
use domain::presentation::Presentation;
use domain::project::Scale;
use domain::task::{Message, ShownMessage, ShownResponse, TaskSummary, TaskToJudge};
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::markdown;
use crate::project::{self, Access};

/// How many tasks a page of the list holds.
pub const PAGE: i64 = 50;

/// What a rater will see, before it is rendered: rendering is work for outside a transaction.
pub(crate) struct Unrendered {
    pub task_id: TaskId,
    pub assignment_id: AssignmentId,
    pub messages: Vec<Message>,
    /// In the order in which they are shown.
    pub texts: Vec<String>,
    pub scale: Scale,
    pub guideline_version: i32,
    pub expires_at: Timestamp,
}

impl Unrendered {
    /// Makes safe HTML of every text.
    pub fn render(self) -> TaskToJudge {
        TaskToJudge {
            task_id: self.task_id,
            assignment_id: self.assignment_id,
            prompt: self.messages.into_iter().map(show_message).collect(),
            responses: self.texts.into_iter().map(show_response).collect(),
            scale: self.scale,
            guideline_version: self.guideline_version,
            expires_at: self.expires_at,
        }
    }
}

/// A message as raters see it.
pub fn show_message(message: Message) -> ShownMessage {
    let html = markdown::render(&message.content);
    ShownMessage { role: message.role, text: message.content, html }
}

/// A response as raters see it.
pub fn show_response(text: String) -> ShownResponse {
    let html = markdown::render(&text);
    ShownResponse { text, html }
}

/// The tasks of a project after `after` in order of their ids, [`PAGE`] at a time.
pub async fn list(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    after: Option<TaskId>,
) -> Result<Vec<TaskSummary>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::oversee(actor, role)?;
    let sql = "
        select task.id, task.external_id, task.import_id,
            (select count(*) from judgment
                where judgment.task_id = task.id and judgment.revision = 1) as judgments,
            (select count(*) from skip where skip.task_id = task.id) as skips
        from task
        join import on import.id = task.import_id and import.completed_at is not null
        where task.project_id = $1 and ($2 is null or task.id > $2)
        order by task.id
        limit $3";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(after)
        .bind(PAGE)
        .fetch_all(conn)
        .await)?)
}

/// The ids of a task's responses in the order of the file.
pub(crate) async fn response_ids(tx: &mut Tx, id: TaskId) -> Result<Vec<ResponseId>> {
    let sql = "select response_id from task_response where task_id = $1 order by place";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_all(conn).await)?)
}

/// The conversation of a task.
pub(crate) async fn messages(tx: &mut Tx, id: TaskId) -> Result<Vec<Message>> {
    let sql = "
        select prompt.messages
        from task
        join prompt on prompt.id = task.prompt_id
        where task.id = $1";
    let Json(messages) = run!(tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_one(conn).await)?;
    Ok(messages)
}

/// The texts of the responses of a task in the order of a presentation.
pub(crate) async fn texts(
    tx: &mut Tx,
    id: TaskId,
    presentation: &Presentation,
) -> Result<Vec<String>> {
    let sql = "
        select response.id, response.text
        from task_response
        join response on response.id = task_response.response_id
        where task_response.task_id = $1";
    let mut found: Vec<(ResponseId, String)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_all(conn).await)?;
    let place = |id: &ResponseId| presentation.order.iter().position(|shown| shown == id);
    found.sort_by_key(|(id, _)| place(id));
    Ok(found.into_iter().map(|(_, text)| text).collect())
}
