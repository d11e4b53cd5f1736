//! Reads a prompt: a list of messages, or one text.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::flaw::{Flaw, Wanted};
use super::{fields, messages};
use crate::task::{Message, Speaker};

/// Reads a prompt that is a text or a list of messages, and checks it.
pub(super) fn read_prompt(
    path: &str,
    value: Value,
    metadata: &mut Map<String, Value>,
) -> Result<Vec<Message>, Fault> {
    let messages = match value {
        Value::Array(_) => messages::read(path, value, metadata)?,
        Value::String(_) => return asked(path, value),
        other => return Err(Fault::expected(path, Wanted::TextOrMessages, &other)),
    };
    check(path, &messages)?;
    Ok(messages)
}

/// A text as the one message of a user.
pub(super) fn asked(path: &str, value: Value) -> Result<Vec<Message>, Fault> {
    let content = fields::text(path, value)?;
    if content.trim().is_empty() {
        return Err(Fault::new(path, Flaw::BlankPrompt));
    }
    Ok(vec![Message::new(Speaker::User, content)])
}

/// A system message stands first or nowhere; somebody asks last, and not nothing.
pub(super) fn check(path: &str, messages: &[Message]) -> Result<(), Fault> {
    let Some(last) = messages.last() else {
        return Err(Fault::new(path, Flaw::NoMessage));
    };
    let late = messages.iter().skip(1).position(|message| message.role.instructs());
    if let Some(position) = late {
        let path = format!("{path}[{}].role", position + 1);
        return Err(Fault::new(path, Flaw::LateSystem));
    }
    let end = messages.len() - 1;
    if !matches!(last.role, Speaker::User | Speaker::Tool) {
        let flaw = Flaw::NobodyAsks { found: last.role };
        return Err(Fault::new(format!("{path}[{end}].role"), flaw));
    }
    if last.is_blank() {
        return Err(Fault::new(format!("{path}[{end}].content"), Flaw::BlankPrompt));
    }
    Ok(())
}
