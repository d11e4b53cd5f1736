//! Ids made from content, so that the same content is stored once and an import sent twice
//! changes nothing.
//!
//! Each is the SHA-256 of a tag and the parts named at its function. A part is written as its
//! length in bytes (eight bytes, big end first) and its bytes; a list as its count, written the
//! same way, and its parts; so no two contents are written alike. The ids of prompts, responses
//! and tasks begin with the project's [`IdKey`]: raters see some of these ids, and must not be
//! able to find out models by trying texts and names. UUIDs take the first sixteen bytes and are
//! of version 8. Those of responses and tasks take their first six bytes from their
//! prompt: whoever brings rows in by the order of their prompts writes every index from one end
//! to the other.

use std::fmt;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::export::prompt_key;
use crate::id::{ModelId, ProjectId, PromptId, ResponseId, TaskId};
use crate::task::{Message, NewOutput, NewResponse, NewTask, Speaker};

/// What all ids of a project's content begin with: the project's secret, and its id.
#[derive(Clone)]
pub struct IdKey(Writer);

impl IdKey {
    /// The key of a project with this secret, which never leaves the server.
    pub fn new(project: ProjectId, secret: &str) -> Self {
        Self(Writer(Sha256::new()).part(secret.as_bytes()).part(project.0.as_bytes()))
    }

    fn writer(&self, tag: &str) -> Writer {
        self.0.clone().part(tag.as_bytes())
    }
}

impl fmt::Debug for IdKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdKey")
    }
}

/// The id of a prompt: key, tag `prompt`, messages.
pub fn prompt_id(key: &IdKey, messages: &[Message]) -> PromptId {
    PromptId(key.writer("prompt").messages(messages).uuid())
}

/// The id of a model: key, tag `model`, name.
pub fn model_id(key: &IdKey, name: &str) -> ModelId {
    ModelId(key.writer("model").part(name.as_bytes()).uuid())
}

/// The id of a response, near its prompt: key, tag `response`, prompt, model (a list of none or
/// one), answer, sample. The sample, counted from 1, tells responses apart that are alike in all
/// else.
pub fn response_id(
    key: &IdKey,
    prompt: PromptId,
    response: &NewResponse,
    sample: u32,
) -> ResponseId {
    let writer = key.writer("response").part(prompt.0.as_bytes()).response(response);
    ResponseId(writer.part(&sample.to_be_bytes()).uuid_near(prompt.0))
}

/// The responses of one task with their samples: a response that repeats an earlier one is the next
/// sample of it.
pub fn samples(responses: Vec<NewResponse>) -> Vec<(NewResponse, u32)> {
    let mut samples: Vec<(NewResponse, u32)> = Vec::with_capacity(responses.len());
    for response in responses {
        let alike = samples.iter().filter(|(earlier, _)| *earlier == response).count();
        let sample = u32::try_from(alike).unwrap_or(u32::MAX).saturating_add(1);
        samples.push((response, sample));
    }
    samples
}

/// The id of a task, near its prompt: key, tag `task`, prompt, external id.
pub fn task_id(key: &IdKey, prompt: PromptId, external_id: &str) -> TaskId {
    let writer = key.writer("task").part(prompt.0.as_bytes()).part(external_id.as_bytes());
    TaskId(writer.uuid_near(prompt.0))
}

/// The external id of a task made from two outputs for one prompt, whichever comes first:
/// `pair:` and the digest of tag `pair`, prompt, lower id, higher id.
pub fn pair_external_id(prompt: PromptId, a: ResponseId, b: ResponseId) -> String {
    let writer = Writer::new("pair").part(prompt.0.as_bytes());
    let writer = writer.part(a.min(b).0.as_bytes()).part(a.max(b).0.as_bytes());
    format!("pair:{}", writer.hex())
}

/// The external id of a task made from all outputs for one prompt, whichever comes first: `set:`
/// and the digest of tag `set`, prompt, the ids in their order (a list).
pub fn set_external_id(prompt: PromptId, responses: &[ResponseId]) -> String {
    let mut sorted = responses.to_vec();
    sorted.sort_unstable();
    let writer = Writer::new("set").part(prompt.0.as_bytes()).count(sorted.len());
    let writer = sorted.iter().fold(writer, |writer, id| writer.part(id.0.as_bytes()));
    format!("set:{}", writer.hex())
}

/// The id of a record in short, to find it again in the same file: tag `key`, external id.
pub fn short_id(external_id: &str) -> [u8; 16] {
    Writer::new("key").part(external_id.as_bytes()).bytes()
}

/// Tells whether a task that comes again has changed: the digest of tag `content`, messages,
/// responses (model and text each) and metadata, whose keys are sorted first.
pub fn content_hash(task: &NewTask) -> String {
    let writer = Writer::new("content").messages(&task.messages).responses(&task.responses);
    writer.object(&task.metadata).hex()
}

/// Equal for two prompts that say the same, whoever wrote them: the key by which training data
/// treats prompts as one.
pub fn prompt_hash(messages: &[Message]) -> String {
    hex(&prompt_key(messages))
}

/// The external id of a task that came without one: `sha256:` and the digest of tag `task`,
/// messages and responses (model and text each).
pub(super) fn made_external_id(messages: &[Message], responses: &[NewResponse]) -> String {
    format!("sha256:{}", Writer::new("task").messages(messages).responses(responses).hex())
}

impl NewOutput {
    /// The output as a task of its own, to be rated by itself.
    pub fn into_task(self) -> NewTask {
        let NewOutput { messages, response, metadata } = self;
        let responses = vec![response];
        let external_id = made_external_id(&messages, &responses);
        NewTask { external_id, has_own_id: false, messages, responses, metadata }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An id that begins like another.
fn near(other: Uuid, mut bytes: [u8; 16]) -> Uuid {
    bytes[..6].copy_from_slice(&other.as_bytes()[..6]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// Writes parts into a digest.
#[derive(Clone)]
struct Writer(Sha256);

impl Writer {
    fn new(tag: &str) -> Self {
        Self(Sha256::new()).part(tag.as_bytes())
    }

    fn part(self, bytes: &[u8]) -> Self {
        let mut writer = self.count(bytes.len());
        writer.0.update(bytes);
        writer
    }

    fn count(mut self, count: usize) -> Self {
        self.0.update((count as u64).to_be_bytes());
        self
    }

    fn option(self, text: Option<&str>) -> Self {
        match text {
            None => self.count(0),
            Some(text) => self.count(1).part(text.as_bytes()),
        }
    }

    fn messages(self, messages: &[Message]) -> Self {
        messages.iter().fold(self.count(messages.len()), Self::message)
    }

    /// Role and text; of a message that is more than a text also tag `message` and all of it.
    fn message(self, message: &Message) -> Self {
        let writer = self.part(message.role.name().as_bytes());
        match message.plain() {
            Some(text) => writer.part(text.as_bytes()),
            None => writer.part(b"").part(b"message").value(&serde_json::json!(message)),
        }
    }

    fn responses(self, responses: &[NewResponse]) -> Self {
        responses.iter().fold(self.count(responses.len()), Self::response)
    }

    /// Model (a list of none or one) and answer: the text of the assistant, or, of anything more,
    /// nothing and then the messages.
    fn response(self, response: &NewResponse) -> Self {
        let writer = self.option(response.model.as_deref());
        let text = match response.messages.as_slice() {
            [only] if only.role == Speaker::Assistant => only.plain(),
            _ => None,
        };
        match text {
            Some(text) => writer.part(text.as_bytes()),
            None => writer.part(b"").messages(&response.messages),
        }
    }

    fn object(self, object: &Map<String, Value>) -> Self {
        let mut entries: Vec<_> = object.iter().collect();
        entries.sort_by_key(|(key, _)| *key);
        entries.into_iter().fold(self.count(object.len()), |writer, (key, value)| {
            writer.part(key.as_bytes()).value(value)
        })
    }

    fn value(self, value: &Value) -> Self {
        match value {
            Value::Array(items) => {
                items.iter().fold(self.part(b"list").count(items.len()), Self::value)
            }
            Value::Object(object) => self.part(b"object").object(object),
            scalar => self.part(b"scalar").part(scalar.to_string().as_bytes()),
        }
    }

    fn bytes(self) -> [u8; 16] {
        let digest = self.0.finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        bytes
    }

    fn uuid(self) -> Uuid {
        Builder::from_custom_bytes(self.bytes()).into_uuid()
    }

    fn uuid_near(self, other: Uuid) -> Uuid {
        near(other, self.bytes())
    }

    fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}
