//! TRL's preference data: `prompt`, `chosen`, `rejected`.
//!
//! Three layouts: a prompt with one assistant message on either side; texts throughout; and
//! whole conversations on either side whose common beginning is the prompt. A text prompt beside
//! whole conversations (UltraFeedback) must be the text of one of their messages.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{self, Fields, check_metadata};
use super::flaw::{Flaw, Wanted};
use super::{MAX_NAME, identity, prompt};
use crate::protocol::Kind;
use crate::task::{Message, NewResponse, NewTask, Speaker};

/// The metadata key that keeps which response the file preferred; raters never see it.
const IMPORTED_PREFERENCE: &str = "imported_preference";

/// Reads a record of the format. The chosen response becomes the first.
pub(super) fn read(kind: Kind, record: Map<String, Value>) -> Result<NewTask, Fault> {
    if !kind.responses().contains(&2) {
        return Err(Fault::new("chosen", Flaw::NotOfPairs { kind }));
    }
    let mut fields = Fields::of_record(record);
    let mut metadata = Map::new();
    metadata.insert(IMPORTED_PREFERENCE.to_owned(), "first".into());

    let id = read_id(&mut fields)?;
    let models = ["chosen", "rejected"].map(|side| {
        let names = [format!("{side}_model"), format!("{side}-model")];
        let name = names.iter().find(|name| fields.has(name)).unwrap_or(&names[0]);
        fields.model(name)
    });
    let [chosen_model, rejected_model] = models;
    let models = [chosen_model?, rejected_model?];
    let prompt = fields.take("prompt");
    let chosen = fields.require("chosen", Wanted::TextOrMessages)?;
    let rejected = fields.require("rejected", Wanted::TextOrMessages)?;
    let (messages, texts) = match (prompt, chosen, rejected) {
        (prompt, Value::Array(chosen), Value::Array(rejected)) => {
            let chosen = read_side("chosen", chosen, &mut metadata)?;
            let rejected = read_side("rejected", rejected, &mut metadata)?;
            read_conversation(prompt, chosen, rejected, &mut metadata)?
        }
        (prompt, chosen @ Value::String(_), rejected @ Value::String(_)) => {
            let Some(prompt) = prompt else {
                return Err(Fault::missing("prompt", Wanted::Text));
            };
            let messages = prompt::read_prompt("prompt", prompt, &mut metadata)?;
            let texts = [fields::text("chosen", chosen)?, fields::text("rejected", rejected)?];
            (messages, texts)
        }
        (_, chosen @ (Value::Array(_) | Value::String(_)), rejected) => {
            let wanted = match chosen.is_string() {
                true => Wanted::TextAsChosen,
                false => Wanted::MessagesAsChosen,
            };
            return Err(Fault::expected("rejected", wanted, &rejected));
        }
        (_, chosen, _) => {
            return Err(Fault::expected("chosen", Wanted::TextOrMessages, &chosen));
        }
    };

    fields.keep_rest(&mut metadata);
    check_metadata(&metadata)?;
    let responses: Vec<_> =
        models.into_iter().zip(texts).map(|(model, text)| NewResponse { model, text }).collect();
    let has_own_id = matches!(id, Identity::OfPair(_));
    let external_id = id.name(&messages, &responses);
    Ok(NewTask { external_id, has_own_id, messages, responses, metadata })
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
        None => Err(Fault::new(name, Flaw::NoAssistant)),
        Some(last) if last.role != Speaker::Assistant => {
            let path = format!("{name}[{}].role", messages.len() - 1);
            Err(Fault::new(path, Flaw::LastNotAssistant { found: last.role }))
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
    Err(Fault::new(name, Flaw::ConversationBesidePrompt { found }))
}

/// The prompt of two conversations that may differ in their last message only.
fn common(chosen: Vec<Message>, rejected: Vec<Message>) -> Result<Vec<Message>, Fault> {
    if chosen.is_empty() && rejected.is_empty() {
        return Err(Fault::missing("prompt", Wanted::TextOrMessages));
    }
    if chosen != rejected {
        let same = chosen.iter().zip(&rejected).take_while(|(one, other)| one == other).count();
        return Err(Fault::new(format!("rejected[{same}]"), Flaw::OtherConversation));
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
    Err(Fault::new("prompt", Flaw::NotQuoted))
}
