//! Outputs: one model's answer a record, as AlpacaEval writes them.
//!
//! `{"instruction", "output", "generator"?, …}`; `prompt`, `input` or `messages` may stand for
//! the instruction, `text`, `response` or `completion` for the output, `model` for the generator.
//! The output is a text, or a list with one message of the assistant.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{Fields, check_metadata};
use super::flaw::{Flaw, Wanted};
use super::prompt;
use crate::task::{Message, NewOutput, Speaker};

/// The names of the question.
pub(super) const ASKED: [&str; 4] = ["instruction", "messages", "prompt", "input"];

/// The names of the answer.
pub(super) const ANSWERS: [&str; 4] = ["output", "text", "response", "completion"];

/// Reads a record of the format.
pub(super) fn read(record: Map<String, Value>) -> Result<NewOutput, Fault> {
    let mut fields = Fields::of_record(record);
    let mut metadata = Map::new();

    check_single_question(&fields)?;
    let name = fields.first(&ASKED).unwrap_or("instruction");
    let value = fields.require(name, Wanted::Text)?;
    let messages = prompt::read_prompt(name, value, &mut metadata)?;

    let name = fields.first(&ANSWERS).unwrap_or("output");
    let text = match fields.peek(name) {
        Some(Value::Array(_)) => {
            let value = fields.require(name, Wanted::Text)?;
            one_answer(name, value, &mut metadata)?
        }
        _ => fields.text(name)?,
    };
    let name = fields.first(&["generator", "model"]).unwrap_or("generator");
    let model = fields.model(name)?;

    fields.keep_rest(&mut metadata);
    check_metadata(&metadata)?;
    Ok(NewOutput { messages, model, text, metadata })
}

/// The text of a list with one message of the assistant.
fn one_answer(
    name: &str,
    value: Value,
    metadata: &mut Map<String, Value>,
) -> Result<String, Fault> {
    let messages = prompt::read_messages(name, value, metadata)?;
    match <[Message; 1]>::try_from(messages) {
        Ok([Message { role: Speaker::Assistant, content }]) => Ok(content),
        Ok([Message { role, .. }]) => {
            Err(Fault::new(format!("{name}[0].role"), Flaw::LastNotAssistant { found: role }))
        }
        Err(messages) if messages.is_empty() => Err(Fault::new(name, Flaw::NoAssistant)),
        Err(messages) => {
            let found = messages.len();
            Err(Fault::new(name, Flaw::ConversationBesidePrompt { found }))
        }
    }
}

/// An `input` with content beside the question belongs to it, and how to join them is not ours
/// to guess.
fn check_single_question(fields: &Fields) -> Result<(), Fault> {
    let beside = fields.first(&["instruction", "messages", "prompt"]);
    match (beside, fields.peek("input")) {
        (Some(name), Some(Value::String(input))) if !input.trim().is_empty() => {
            Err(Fault::new("input", Flaw::InputBeside { name: name.to_owned() }))
        }
        _ => Ok(()),
    }
}
