//! Tasks: showing them as a rater sees them, and listing them for managers.

use domain::actor::Actor;
use domain::id::{AssignmentId, ProjectId, ResponseId, TaskId};
use domain::policy;
use domain::presentation::Presentation;
use domain::protocol::Protocol;
use domain::task::{Message, ShownMessage, ShownResponse, TaskSummary, TaskToJudge, response_text};
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::markdown;
use crate::project::{self, Access};

pub mod stuck;
mod verify;

pub(crate) use verify::verify;

/// How many tasks a page of the list holds.
pub const PAGE: i64 = 50;

/// What a rater will see, before it is rendered: rendering is work for outside a transaction.
pub(crate) struct Unrendered {
    pub assignment_id: AssignmentId,
    pub messages: Vec<Message>,
    /// In the order in which they are shown.
    pub responses: Vec<Vec<Message>>,
    pub protocol: Protocol,
    pub rationale: Option<i32>,
    pub guideline_version: i32,
    pub protocol_version: i32,
    pub expires_at: Timestamp,
}

impl Unrendered {
    /// Makes safe HTML of every text.
    pub fn render(self) -> TaskToJudge {
        TaskToJudge {
            assignment_id: self.assignment_id,
            prompt: self.messages.iter().map(show_message).collect(),
            responses: self.responses.iter().map(|messages| show_response(messages)).collect(),
            protocol: self.protocol,
            rationale: self.rationale,
            guideline_version: self.guideline_version,
            protocol_version: self.protocol_version,
            expires_at: self.expires_at,
        }
    }
}

/// A message as raters see it.
pub fn show_message(message: &Message) -> ShownMessage {
    let text = message.text().into_owned();
    let html = markdown::conversation::message(message);
    let marked = markdown::marked(&text);
    ShownMessage { role: message.role, text, html, marked }
}

/// A response as raters see it.
pub fn show_response(messages: &[Message]) -> ShownResponse {
    let text = response_text(messages).into_owned();
    let html = markdown::conversation::response(messages);
    let marked = markdown::marked(&text);
    ShownResponse { text, html, marked }
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
        select task.id, task.external_id, task.batch_id, task.metadata, task.tags,
            task.created_at, task.state,
            cast(task.wanted as bigint) as wanted,
            (select count(*) from assignment
                where assignment.task_id = task.id and assignment.purpose = 'work'
                    and assignment.state = 'submitted') as judgments,
            (select count(*) from assignment
                where assignment.task_id = task.id and assignment.purpose = 'work'
                    and assignment.state = 'skipped') as skips
        from live_task as task
        where task.project_id = $1 and task.id > $2
        order by task.id
        limit $3";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(after.unwrap_or(TaskId::BEFORE_ALL))
        .bind(PAGE)
        .fetch_all(conn)
        .await)?)
}

/// What a task is made of, and which of its slots are taken.
pub(crate) struct Content {
    pub messages: Vec<Message>,
    /// In the order of the file.
    pub responses: Vec<(ResponseId, Vec<Message>)>,
    pub taken_slots: Vec<i32>,
}

#[derive(sqlx::FromRow)]
struct ContentRow {
    response_id: Option<ResponseId>,
    answer: Option<Json<Vec<Message>>>,
    messages: Option<Json<Vec<Message>>>,
    slot: Option<i32>,
}

/// Finds what a task is made of. One query, because claims wait for it: a row for each response,
/// the first with the conversation, and a row for each taken slot.
pub(crate) async fn content(tx: &mut Tx, id: TaskId) -> Result<Content> {
    let sql = "
        select response.id as response_id, response.messages as answer,
            case when task_response.place = 1 then prompt.messages end as messages,
            cast(null as integer) as slot, task_response.place
        from task
        join prompt on prompt.id = task.prompt_id
        join task_response on task_response.task_id = task.id
        join response on response.id = task_response.response_id
        where task.id = $1
        union all
        select null, null, null, slot, slot
        from assignment
        where task_id = $1 and slot is not null
        order by place";
    let rows: Vec<ContentRow> =
        run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_all(conn).await)?;
    let mut content =
        Content { messages: Vec::new(), responses: Vec::new(), taken_slots: Vec::new() };
    for row in rows {
        let answer = row.answer.map(|Json(messages)| messages);
        content.responses.extend(row.response_id.zip(answer));
        content.taken_slots.extend(row.slot);
        if let Some(Json(messages)) = row.messages {
            content.messages = messages;
        }
    }
    Ok(content)
}

impl Content {
    /// The ids of the responses in the order of the file.
    pub fn response_ids(&self) -> Vec<ResponseId> {
        self.responses.iter().map(|(id, _)| *id).collect()
    }

    /// The conversation, and the responses in the order in which they are shown.
    pub fn into_shown(mut self, presentation: &Presentation) -> (Vec<Message>, Vec<Vec<Message>>) {
        let place = |id: &ResponseId| presentation.order.iter().position(|shown| shown == id);
        self.responses.sort_by_key(|(id, _)| place(id));
        (self.messages, self.responses.into_iter().map(|(_, messages)| messages).collect())
    }
}
