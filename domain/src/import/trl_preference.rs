//! TRL's preference data: `prompt`, `chosen`, `rejected`.
//!
//! Three layouts: a prompt with messages on either side that end with the assistant's; texts
//! throughout; and whole conversations on either side whose common beginning is the prompt. A text
//! prompt beside whole conversations (UltraFeedback) must be the text of one of their messages.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{self, Fields, check_metadata};
use super::flaw::{Flaw, Wanted};
use super::{MAX_NAME, identity, messages, prompt};
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
    let (messages, sides) = match (prompt, chosen, rejected) {
        (prompt, chosen @ Value::Array(_), rejected @ Value::Array(_)) => {
            let chosen = messages::read_answer("chosen", chosen, &mut metadata)?;
            let rejected = messages::read_answer("rejected", rejected, &mut metadata)?;
            read_conversation(prompt, chosen, rejected, &mut metadata)?
        }
        (prompt, chosen @ Value::String(_), rejected @ Value::String(_)) => {
            let Some(prompt) = prompt else {
                return Err(Fault::missing("prompt", Wanted::Text));
            };
            let messages = prompt::read_prompt("prompt", prompt, &mut metadata)?;
            let texts = [fields::text("chosen", chosen)?, fields::text("rejected", rejected)?];
            (messages, texts.map(|text| vec![Message::new(Speaker::Assistant, text)]))
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
    let response = |(model, messages)| NewResponse { model, messages };
    let responses: Vec<_> = models.into_iter().zip(sides).map(response).collect();
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

/// Finds the prompt and what follows it where both sides are messages.
fn read_conversation(
    prompt: Option<Value>,
    mut chosen: Vec<Message>,
    mut rejected: Vec<Message>,
    metadata: &mut Map<String, Value>,
) -> Result<(Vec<Message>, [Vec<Message>; 2]), Fault> {
    let answers = chosen[0].role == Speaker::Assistant && rejected[0].role == Speaker::Assistant;
    let messages = match prompt {
        Some(prompt) if answers || prompt.is_array() => {
            let asked = prompt::read_prompt("prompt", prompt, metadata)?;
            for (name, side) in [("chosen", &mut chosen), ("rejected", &mut rejected)] {
                // Some files begin each side with the prompt once more.
                if side.len() > asked.len() && side.starts_with(&asked) {
                    side.drain(..asked.len());
                }
                messages::check_start(name, side)?;
            }
            asked
        }
        prompt => {
            let messages = common(&mut chosen, &mut rejected)?;
            check_quoted(prompt, &messages)?;
            messages
        }
    };
    Ok((messages, [chosen, rejected]))
}

/// Takes the common beginning of two conversations, which is their prompt, out of both. It ends
/// where the assistant speaks next on both sides.
fn common(chosen: &mut Vec<Message>, rejected: &mut Vec<Message>) -> Result<Vec<Message>, Fault> {
    let most = chosen.len().min(rejected.len()) - 1;
    let same = chosen.iter().zip(rejected.iter()).take_while(|(one, other)| one == other);
    let same = same.count().min(most);
    if same == 0 && chosen[0].role == Speaker::Assistant {
        return Err(Fault::missing("prompt", Wanted::TextOrMessages));
    }
    if same == 0 {
        return Err(Fault::new("rejected[0]", Flaw::OtherConversation));
    }
    let asks = |message: &Message| matches!(message.role, Speaker::User | Speaker::Tool);
    let end = chosen[..same].iter().rposition(asks).map_or(same, |last| last + 1);
    rejected.drain(..end);
    let messages: Vec<Message> = chosen.drain(..end).collect();
    prompt::check("chosen", &messages)?;
    Ok(messages)
}

fn check_quoted(prompt: Option<Value>, messages: &[Message]) -> Result<(), Fault> {
    let Some(prompt) = prompt else { return Ok(()) };
    let quoted = fields::text("prompt", prompt)?;
    if messages.iter().any(|message| message.text() == quoted) {
        return Ok(());
    }
    Err(Fault::new("prompt", Flaw::NotQuoted))
}
