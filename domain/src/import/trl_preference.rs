//! TRL's preference data: `prompt`, `chosen`, `rejected`.
//!
//! Three layouts: a prompt with one assistant message on either side; texts throughout; and
//! whole conversations on either side whose common beginning is the prompt. A text prompt beside
//! whole conversations (UltraFeedback) must be the text of one of their messages.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{self, Fields, check_metadata};
use super::{MAX_NAME, identity, prompt};
use crate::protocol::Kind;
use crate::task::{Message, NewResponse, NewTask, Speaker};

/// The metadata key that keeps which response the file preferred; raters never see it.
const IMPORTED_PREFERENCE: &str = "imported_preference";

/// Reads a record of the format. The chosen response becomes the first.
pub(super) fn read(kind: Kind, record: Map<String, Value>) -> Result<NewTask, Fault> {
    if !kind.responses().contains(&2) {
        let wanted = kind.responses_in_words();
        return Err(Fault::new("chosen", format!("expected {wanted}, found chosen and rejected")));
    }
    let mut fields = Fields::of_record(record);
    let mut metadata = Map::new();
    metadata.insert(IMPORTED_PREFERENCE.to_owned(), "first".into());

    let id = read_id(&mut fields)?;
    let models = [fields.model("chosen_model")?, fields.model("rejected_model")?];
    let prompt = fields.take("prompt");
    let chosen = fields.require("chosen", "text or a list of messages")?;
    let rejected = fields.require("rejected", "text or a list of messages")?;
    let (messages, texts) = match (prompt, chosen, rejected) {
        (prompt, Value::Array(chosen), Value::Array(rejected)) => {
            let chosen = read_side("chosen", chosen, &mut metadata)?;
            let rejected = read_side("rejected", rejected, &mut metadata)?;
            read_conversation(prompt, chosen, rejected, &mut metadata)?
        }
        (prompt, chosen @ Value::String(_), rejected @ Value::String(_)) => {
            let Some(prompt) = prompt else {
                return Err(Fault::missing("prompt", "text"));
            };
            let messages = prompt::read_prompt("prompt", prompt, &mut metadata)?;
            let texts = [fields::text("chosen", chosen)?, fields::text("rejected", rejected)?];
            (messages, texts)
        }
        (_, chosen @ (Value::Array(_) | Value::String(_)), rejected) => {
            let wanted = if chosen.is_string() { "text" } else { "a list of messages" };
            return Err(Fault::expected("rejected", &format!("{wanted} as in chosen"), &rejected));
        }
        (_, chosen, _) => {
            return Err(Fault::expected("chosen", "text or a list of messages", &chosen));
        }
    };

    fields.keep_rest(&mut metadata);
    check_metadata(&metadata)?;
    let responses: Vec<_> =
        models.into_iter().zip(texts).map(|(model, text)| NewResponse { model, text }).collect();
    let external_id = id.name(&messages, &responses);
    Ok(NewTask { external_id, messages, responses, metadata })
}

/// What the record says of its identity.
enum Identity {
    OfPair(String),
    /// Says which prompt, and other pairs may share it.
    OfPrompt(String),
    Unknown,
}

impl Identity {
    fn name(self, messages: &[Message], responses: &[NewResponse]) -> String {
        match self {
            Identity::OfPair(id) => id,
            Identity::OfPrompt(id) => {
                let made = identity::made_external_id(messages, responses);
                let digest = made.trim_start_matches("sha256:");
                // Short enough that the whole stays within the limit of an id.
                let id: String = id.chars().take(MAX_NAME - 100).collect();
                format!("{id}:{}", &digest[..16])
            }
            Identity::Unknown => identity::made_external_id(messages, responses),
        }
    }
}

fn read_id(fields: &mut Fields) -> Result<Identity, Fault> {
    if let Some(name) = fields.first(&["id", "external_id", "pair_id"]) {
        return Ok(fields.id(name)?.map_or(Identity::Unknown, Identity::OfPair));
    }
    Ok(fields.id("prompt_id")?.map_or(Identity::Unknown, Identity::OfPrompt))
}

fn read_side(
    name: &str,
    items: Vec<Value>,
    metadata: &mut Map<String, Value>,
) -> Result<Vec<Message>, Fault> {
    let messages = prompt::read_messages(name, Value::Array(items), metadata)?;
    match messages.last() {
        None => Err(Fault::new(name, "expected an assistant message, found an empty list")),
        Some(last) if last.role != Speaker::Assistant => {
            let path = format!("{name}[{}].role", messages.len() - 1);
            let reason =
                format!("the last message must be the assistant's, found {}", last.role.name());
            Err(Fault::new(path, reason))
        }
        Some(_) => Ok(messages),
    }
}

/// Finds prompt and texts where both sides are lists that end with the assistant.
fn read_conversation(
    prompt: Option<Value>,
    mut chosen: Vec<Message>,
    mut rejected: Vec<Message>,
    metadata: &mut Map<String, Value>,
) -> Result<(Vec<Message>, [String; 2]), Fault> {
    let texts = [last_text(&mut chosen), last_text(&mut rejected)];
    let messages = match prompt {
        Some(prompt @ Value::Array(_)) => {
            check_single("chosen", &chosen)?;
            check_single("rejected", &rejected)?;
            prompt::read_prompt("prompt", prompt, metadata)?
        }
        Some(prompt) if chosen.is_empty() && rejected.is_empty() => {
            prompt::read_prompt("prompt", prompt, metadata)?
        }
        prompt => {
            let messages = common(chosen, rejected)?;
            check_quoted(prompt, &messages)?;
            messages
        }
    };
    Ok((messages, texts))
}

fn last_text(messages: &mut Vec<Message>) -> String {
    messages.pop().map(|message| message.content).unwrap_or_default()
}

fn check_single(name: &str, before: &[Message]) -> Result<(), Fault> {
    if before.is_empty() {
        return Ok(());
    }
    let found = before.len() + 1;
    let reason = format!("expected exactly one message beside a prompt, found a list of {found}");
    Err(Fault::new(name, reason))
}

/// The prompt of two conversations that may differ in their last message only.
fn common(chosen: Vec<Message>, rejected: Vec<Message>) -> Result<Vec<Message>, Fault> {
    if chosen.is_empty() && rejected.is_empty() {
        return Err(Fault::missing("prompt", "text or a list of messages"));
    }
    if chosen != rejected {
        let same = chosen.iter().zip(&rejected).take_while(|(one, other)| one == other).count();
        let reason = "expected the same messages as in chosen up to the last";
        return Err(Fault::new(format!("rejected[{same}]"), reason));
    }
    prompt::check("chosen", &chosen)?;
    Ok(chosen)
}

fn check_quoted(prompt: Option<Value>, messages: &[Message]) -> Result<(), Fault> {
    let Some(prompt) = prompt else { return Ok(()) };
    let quoted = fields::text("prompt", prompt)?;
    if messages.iter().any(|message| message.content == quoted) {
        return Ok(());
    }
    Err(Fault::new("prompt", "expected the text of one of the messages in chosen"))
}
