//! Tasks: a prompt and the responses that are judged together.

mod message;
mod part;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::{AssignmentId, BatchId, PromptId, ResponseId, TaskId};
use crate::project::Status;
use crate::protocol::Protocol;
use crate::timestamp::Timestamp;

pub use message::{Content, Message, Speaker, response_text};
pub use part::{Part, Section, ToolCall};

/// What a model answered, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    pub id: ResponseId,
    /// Who produced it; never shown to raters.
    pub model: Option<String>,
    /// All that it says as one text, exactly as it came: not trimmed, not normalised.
    pub text: String,
    /// Its messages; none where it is one message of the assistant that is `text` and no more.
    pub structure: Vec<Message>,
}

impl Response {
    /// A response of these messages.
    pub fn new(id: ResponseId, model: Option<String>, messages: Vec<Message>) -> Self {
        let text = response_text(&messages).into_owned();
        let is_text = matches!(
            messages.as_slice(),
            [only] if only.role == Speaker::Assistant && only.plain().is_some()
        );
        let structure = if is_text { Vec::new() } else { messages };
        Self { id, model, text, structure }
    }

    /// Its messages, at least one.
    pub fn messages(&self) -> Cow<'_, [Message]> {
        match self.structure.as_slice() {
            [] => Cow::Owned(vec![Message::new(Speaker::Assistant, self.text.clone())]),
            messages => Cow::Borrowed(messages),
        }
    }
}

/// A task as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub id: TaskId,
    /// The id in the file it came from, or one made from its content.
    pub external_id: String,
    /// The task that one rater meets again in this one.
    pub repeat_of: Option<TaskId>,
    pub prompt_id: PromptId,
    /// The conversation up to the turn that is answered.
    pub messages: Vec<Message>,
    /// In the order of the file; the first is canonical side 1.
    pub responses: Vec<Response>,
    /// Whatever else the file said about the task.
    pub metadata: Map<String, Value>,
}

/// A task to be brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// The id in the file, or one made from the content; the same id again is the same task.
    pub external_id: String,
    /// Whether the id is from the file.
    pub has_own_id: bool,
    pub messages: Vec<Message>,
    pub responses: Vec<NewResponse>,
    /// Fields of the line that the platform has no use for and keeps all the same.
    pub metadata: Map<String, Value>,
}

impl NewTask {
    /// The labels under the file's key `tags`, each once. Anything but a list of texts stays
    /// metadata alone.
    pub fn tags(&self) -> Vec<String> {
        let mut tags = Vec::new();
        let listed = self.metadata.get("tags").and_then(Value::as_array);
        for tag in listed.into_iter().flatten() {
            let Some(tag) = tag.as_str().map(str::trim) else { return Vec::new() };
            if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
        tags
    }
}

/// A response to be brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewResponse {
    pub model: Option<String>,
    /// What the model answered: usually one message of the assistant.
    pub messages: Vec<Message>,
}

impl NewResponse {
    /// A response that is one text.
    pub fn of_text(model: Option<String>, text: String) -> Self {
        Self { model, messages: vec![Message::new(Speaker::Assistant, text)] }
    }

    /// Whether the response says nothing.
    pub fn is_blank(&self) -> bool {
        self.messages.iter().all(Message::is_blank)
    }
}

/// One model's answer to a prompt, to be compared with other models' answers to the same prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutput {
    pub messages: Vec<Message>,
    pub response: NewResponse,
    pub metadata: Map<String, Value>,
}

/// A task as a rater sees it: sides shuffled, models hidden, text made into safe HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaskToJudge {
    pub assignment_id: AssignmentId,
    pub prompt: Vec<ShownMessage>,
    /// In the order in which they are shown: A, B, ….
    pub responses: Vec<ShownResponse>,
    /// What is asked about it.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::protocol::Written))]
    pub protocol: Protocol,
    /// How many characters a rationale needs at least, without the blanks around it: 0 where it
    /// may be left out, none where it is not asked for.
    pub rationale: Option<i32>,
    pub guideline_version: i32,
    /// To be sent back with the judgment.
    pub protocol_version: i32,
    /// Until then the task is kept for this rater.
    pub expires_at: Timestamp,
}

/// A message, rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownMessage {
    pub role: Speaker,
    /// As it was brought in.
    pub text: String,
    /// Sanitised HTML.
    pub html: String,
    /// Where the text has characters that cannot be seen or change its order: the text unrendered,
    /// with marks for them, as sanitised HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marked: Option<String>,
}

/// The label of a part of a rendered message, in an element that no rendered text can hold.
pub fn part_label(words: &str) -> String {
    format!("<b class=\"label\">{words}</b>")
}

/// A response, rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownResponse {
    /// As the model wrote it.
    pub text: String,
    /// Sanitised HTML; empty where the model said nothing.
    pub html: String,
    /// As for a [message](ShownMessage::marked).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marked: Option<String>,
}

/// The next task, or the true reason why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "next", rename_all = "snake_case", try_from = "FlatNext")]
pub enum NextTask {
    /// Here it is.
    Task(Box<TaskToJudge>),
    /// The project hands nothing out now.
    NotActive { status: Status },
    /// Nothing has been brought in yet.
    Empty,
    /// The rest is in the hands of others; should one let a task lapse, it is free at `until`.
    Waiting { until: Timestamp },
    /// This rater has judged or skipped all that wants judgments.
    Finished,
}

/// [`NextTask`] as it is read. Finding the tag first takes a browser much more code, and a copy of
/// every text, than reading all that may be there.
#[derive(Deserialize)]
struct FlatNext {
    next: NextKind,
    assignment_id: Option<AssignmentId>,
    prompt: Option<Vec<ShownMessage>>,
    responses: Option<Vec<ShownResponse>>,
    protocol: Option<Protocol>,
    rationale: Option<i32>,
    guideline_version: Option<i32>,
    protocol_version: Option<i32>,
    expires_at: Option<Timestamp>,
    status: Option<Status>,
    until: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum NextKind {
    Task,
    NotActive,
    Empty,
    Waiting,
    Finished,
}

impl TryFrom<FlatNext> for NextTask {
    type Error = &'static str;

    fn try_from(flat: FlatNext) -> Result<Self, &'static str> {
        let next = match flat.next {
            NextKind::Task => flat.into_task().map(|task| NextTask::Task(Box::new(task))),
            NextKind::NotActive => flat.status.map(|status| NextTask::NotActive { status }),
            NextKind::Empty => Some(NextTask::Empty),
            NextKind::Waiting => flat.until.map(|until| NextTask::Waiting { until }),
            NextKind::Finished => Some(NextTask::Finished),
        };
        next.ok_or("a task, or a reason, without its particulars")
    }
}

impl FlatNext {
    fn into_task(self) -> Option<TaskToJudge> {
        Some(TaskToJudge {
            assignment_id: self.assignment_id?,
            prompt: self.prompt?,
            responses: self.responses?,
            protocol: self.protocol?,
            rationale: self.rationale,
            guideline_version: self.guideline_version?,
            protocol_version: self.protocol_version?,
            expires_at: self.expires_at?,
        })
    }
}

/// A task in a manager's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaskSummary {
    pub id: TaskId,
    pub external_id: String,
    pub batch_id: BatchId,
    /// What else the file says of the task; raters never see it.
    #[cfg_attr(feature = "sqlx", sqlx(json))]
    pub metadata: Map<String, Value>,
    #[cfg_attr(feature = "sqlx", sqlx(json))]
    pub tags: Vec<String>,
    pub created_at: Timestamp,
    pub state: TaskState,
    /// How many judgments are wanted.
    pub wanted: i64,
    pub judgments: i64,
    pub skips: i64,
}

/// Whether raters are offered a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// Offered as long as judgments are wanted.
    Open,
    /// No longer offered. Its judgments stay and count, and it does not hold the project up.
    Retired,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn every_next_task_is_read_as_it_was_written() {
        let until = Timestamp::from_micros(7);
        let shown = ShownResponse {
            text: "*x*".into(),
            html: "<em>x</em>".into(),
            marked: Some("*x*".into()),
        };
        let task = TaskToJudge {
            assignment_id: AssignmentId(Uuid::nil()),
            prompt: vec![ShownMessage {
                role: Speaker::User,
                text: "?".into(),
                html: "?".into(),
                marked: None,
            }],
            responses: vec![shown.clone(), shown],
            protocol: Protocol::default(),
            rationale: Some(20),
            guideline_version: 2,
            protocol_version: 3,
            expires_at: until,
        };
        let all = [
            NextTask::Task(Box::new(task)),
            NextTask::NotActive { status: Status::Paused },
            NextTask::Empty,
            NextTask::Waiting { until },
            NextTask::Finished,
        ];

        for next in all {
            let text = serde_json::to_string(&next).unwrap();
            assert_eq!(serde_json::from_str::<NextTask>(&text).unwrap(), next, "{text}");
        }
        assert!(serde_json::from_str::<NextTask>(r#"{"next": "task"}"#).is_err());
    }
}
