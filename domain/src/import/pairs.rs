//! A prompt and its responses a record: two of a pair, up to nine to be ranked, one to be rated.
//!
//! `{"id"?, "messages" | "prompt", "responses": [{"model"?, "text" | "messages"}, …], …}`

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{Fields, check_metadata};
use super::flaw::{Flaw, Wanted};
use super::{identity, messages, prompt};
use crate::protocol::Kind;
use crate::task::{NewResponse, NewTask};

/// Reads a record of the format.
pub(super) fn read(kind: Kind, record: Map<String, Value>) -> Result<NewTask, Fault> {
    let mut fields = Fields::of_record(record);
    let mut metadata = Map::new();
    let id = fields.id("id")?;

    if fields.has("messages") && fields.has("prompt") {
        return Err(Fault::new("prompt", Flaw::TwoPrompts));
    }
    let name = fields.first(&["prompt"]).unwrap_or("messages");
    let value = fields.require(name, Wanted::Messages)?;
    let messages = prompt::read_prompt(name, value, &mut metadata)?;

    let responses = fields.list("responses", Wanted::Responses)?;
    if !kind.responses().contains(&responses.len()) {
        let flaw = Flaw::ResponseCount { kind, found: responses.len() };
        return Err(Fault::new("responses", flaw));
    }
    let responses = responses
        .into_iter()
        .enumerate()
        .map(|(position, value)| read_response(position, value, &mut metadata))
        .collect::<Result<Vec<_>, _>>()?;

    fields.keep_rest(&mut metadata);
    check_metadata(&metadata)?;
    let has_own_id = id.is_some();
    let external_id = id.unwrap_or_else(|| identity::made_external_id(&messages, &responses));
    Ok(NewTask { external_id, has_own_id, messages, responses, metadata })
}

fn read_response(
    position: usize,
    value: Value,
    metadata: &mut Map<String, Value>,
) -> Result<NewResponse, Fault> {
    let mut fields = Fields::at(format!("responses[{position}]"), value)?;
    let model = fields.model("model")?;
    let messages = match fields.take("messages") {
        Some(value) => {
            let path = fields.path("messages");
            let messages = messages::read_answer(&path, value, metadata)?;
            messages::check_start(&path, &messages)?;
            messages
        }
        None => vec![messages::read_text("text", &mut fields)?],
    };
    fields.keep_rest(metadata);
    Ok(NewResponse { model, messages })
}
