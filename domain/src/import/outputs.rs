//! Outputs: one model's answer a record, as AlpacaEval writes them.
//!
//! `{"instruction", "output", "generator"?, …}`; `prompt`, `input` or `messages` may stand for
//! the instruction, `text`, `response` or `completion` for the output, `model` for the generator.
//! The output is a text, or a list of messages that ends with the assistant's.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{Fields, check_metadata};
use super::flaw::{Flaw, Wanted};
use super::{messages, prompt};
use crate::task::{NewOutput, NewResponse};

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
    let answer = match fields.peek(name) {
        Some(Value::Array(_)) => {
            let value = fields.require(name, Wanted::Text)?;
            let answer = messages::read_answer(name, value, &mut metadata)?;
            messages::check_start(name, &answer)?;
            answer
        }
        _ => vec![messages::read_text(name, &mut fields)?],
    };
    let name = fields.first(&["generator", "model"]).unwrap_or("generator");
    let model = fields.model(name)?;

    fields.keep_rest(&mut metadata);
    check_metadata(&metadata)?;
    let response = NewResponse { model, messages: answer };
    Ok(NewOutput { messages, response, metadata })
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
