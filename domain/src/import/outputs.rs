//! Outputs: one model's answer a record, as AlpacaEval writes them.
//!
//! `{"instruction", "output", "generator", …}`; `prompt`, `input` or `messages` may stand for
//! the instruction, `text` or `response` for the output, `model` for the generator.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{Fields, check_metadata};
use super::flaw::{Flaw, Wanted};
use super::prompt;
use crate::task::NewOutput;

/// Reads a record of the format.
pub(super) fn read(record: Map<String, Value>) -> Result<NewOutput, Fault> {
    let mut fields = Fields::of_record(record);
    let mut metadata = Map::new();

    check_single_question(&fields)?;
    let asked = ["instruction", "messages", "prompt", "input"];
    let name = fields.first(&asked).unwrap_or("instruction");
    let value = fields.require(name, Wanted::Text)?;
    let messages = prompt::read_prompt(name, value, &mut metadata)?;

    let text = fields.text(fields.first(&["output", "text", "response"]).unwrap_or("output"))?;
    let name = fields.first(&["generator", "model"]).unwrap_or("generator");
    let model = fields.model(name)?;

    fields.keep_rest(&mut metadata);
    check_metadata(&metadata)?;
    Ok(NewOutput { messages, model, text, metadata })
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
