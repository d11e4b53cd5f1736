//! Reads a prompt: a list of messages, or one text.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::fields::{self, Fields};
use super::flaw::{Flaw, Wanted};
use crate::task::{Message, Speaker};

/// Reads messages that may come from anybody, in any order. Fields without a meaning here go to
/// `metadata` under their path.
pub(super) fn read_messages(
    path: &str,
    value: Value,
    metadata: &mut Map<String, Value>,
) -> Result<Vec<Message>, Fault> {
    let Value::Array(items) = value else {
        return Err(Fault::expected(path, Wanted::Messages, &value));
    };
    let mut messages = Vec::with_capacity(items.len());
    for (position, item) in items.into_iter().enumerate() {
        let mut fields = Fields::at(format!("{path}[{position}]"), item)?;
        let role = read_role(&mut fields)?;
        let calls = ["tool_calls", "function_call"];
        if let Some(name) = calls.into_iter().find(|name| fields.has_content(name)) {
            return Err(Fault::new(fields.path(name), Flaw::ToolCalls));
        }
        let content = fields.content("content")?;
        messages.push(Message { role, content });
        fields.keep_rest(metadata);
    }
    Ok(messages)
}

/// Reads a prompt that is a text or a list of messages, and checks it.
pub(super) fn read_prompt(
    path: &str,
    value: Value,
    metadata: &mut Map<String, Value>,
) -> Result<Vec<Message>, Fault> {
    let messages = match value {
        Value::Array(_) => read_messages(path, value, metadata)?,
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
    Ok(vec![Message { role: Speaker::User, content }])
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
    if last.content.trim().is_empty() {
        return Err(Fault::new(format!("{path}[{end}].content"), Flaw::BlankPrompt));
    }
    Ok(())
}

fn read_role(fields: &mut Fields) -> Result<Speaker, Fault> {
    let value = fields.require("role", Wanted::Role)?;
    match value.as_str() {
        Some("system") => Ok(Speaker::System),
        Some("developer") => Ok(Speaker::Developer),
        Some("user") => Ok(Speaker::User),
        Some("assistant") => Ok(Speaker::Assistant),
        Some("tool") => Ok(Speaker::Tool),
        _ => Err(Fault::expected(fields.path("role"), Wanted::Role, &value)),
    }
}
