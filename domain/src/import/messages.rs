//! Reads messages as chat formats write them.

use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::fields::{self, Fields};
use super::flaw::{Flaw, Wanted};
use crate::task::{Content, Message, Part, Speaker, ToolCall};

/// The names under which files keep what a model thought before it answered.
const REASONING: [&str; 3] = ["reasoning_content", "reasoning", "thinking"];

/// Reads messages that may come from anybody, in any order. Fields without a meaning here go to
/// `metadata` under their path.
pub(super) fn read(
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
        messages.push(read_message(&mut fields)?);
        fields.keep_rest(metadata);
    }
    Ok(messages)
}

/// Reads what a model answered: messages that end with the assistant's.
pub(super) fn read_answer(
    path: &str,
    value: Value,
    metadata: &mut Map<String, Value>,
) -> Result<Vec<Message>, Fault> {
    let messages = read(path, value, metadata)?;
    match messages.last() {
        None => Err(Fault::new(path, Flaw::NoAssistant)),
        Some(last) if last.role != Speaker::Assistant => {
            let path = format!("{path}[{}].role", messages.len() - 1);
            Err(Fault::new(path, Flaw::LastNotAssistant { found: last.role }))
        }
        Some(_) => Ok(messages),
    }
}

/// A response starts with the assistant: what comes before belongs to the prompt.
pub(super) fn check_start(path: &str, messages: &[Message]) -> Result<(), Fault> {
    match messages.first() {
        Some(first) if first.role != Speaker::Assistant => Err(Fault::new(
            format!("{path}[0].role"),
            Flaw::FirstNotAssistant { found: first.role },
        )),
        _ => Ok(()),
    }
}

/// Reads an answer that is a text in the field `content` of a record, with its reasoning and calls
/// beside it. Other keys may mean anything: a name could be the model's.
pub(super) fn read_text(content: &str, fields: &mut Fields) -> Result<Message, Fault> {
    let tool_calls = read_calls(fields)?;
    let reasoning_content = read_if_text(REASONING[0], fields)?;
    let says_more = !tool_calls.is_empty() || reasoning_content.is_some();
    let content = read_content(content, says_more, fields)?;
    let role = Speaker::Assistant;
    Ok(Message { role, content, name: None, reasoning_content, tool_calls, tool_call_id: None })
}

fn read_message(fields: &mut Fields) -> Result<Message, Fault> {
    let role = read_role(fields)?;
    let tool_calls = read_calls(fields)?;
    let reasoning = REASONING.into_iter().find(|name| fields.is_text(name));
    let reasoning_content = match reasoning {
        Some(name) => read_if_text(name, fields)?,
        None => None,
    };
    let says_more = !tool_calls.is_empty() || reasoning_content.is_some();
    let content = read_content("content", says_more, fields)?;
    let name = read_if_text("name", fields)?;
    let tool_call_id = read_if_text("tool_call_id", fields)?;
    Ok(Message { role, content, name, reasoning_content, tool_calls, tool_call_id })
}

/// A text; anything else stays where it is.
fn read_if_text(name: &str, fields: &mut Fields) -> Result<Option<String>, Fault> {
    fields.is_text(name).then(|| fields.text(name)).transpose()
}

/// The content of a message. It may be missing if the message says something else: files write
/// null where a model only called tools.
fn read_content(name: &str, says_more: bool, fields: &mut Fields) -> Result<Content, Fault> {
    let path = fields.path(name);
    match fields.take(name) {
        Some(value) => read_parts(&path, value),
        None if says_more => Ok(Content::Text(String::new())),
        None => Err(Fault::missing(path, Wanted::Text)),
    }
}

/// A text, or a list of parts.
fn read_parts(path: &str, value: Value) -> Result<Content, Fault> {
    let Value::Array(items) = value else { return fields::text(path, value).map(Content::Text) };
    let mut parts = Vec::with_capacity(items.len());
    for (position, item) in items.into_iter().enumerate() {
        let path = format!("{path}[{position}]");
        let Value::Object(item) = item else {
            return Err(Fault::expected(path, Wanted::Object, &item));
        };
        let part = Part::new(item)
            .map_err(|found| Fault::new(format!("{path}.type"), Flaw::OtherPart { found }))?;
        if let Some(value) = part.bad_text() {
            let path = format!("{path}.text");
            return Err(match value {
                Value::Null => Fault::missing(path, Wanted::Text),
                other => Fault::expected(path, Wanted::Text, other),
            });
        }
        parts.push(part);
    }
    let content = Content::of_parts(parts);
    if let Content::Text(text) = &content {
        fields::check_text(path, text)?;
    }
    Ok(content)
}

/// The calls in `tool_calls`, or the one in `function_call`, as older files write it.
fn read_calls(fields: &mut Fields) -> Result<Vec<ToolCall>, Fault> {
    let old = fields.take("function_call").filter(Value::is_object);
    let old =
        old.and_then(|call| json!({ "type": "function", "function": call }).as_object().cloned());
    let Some(value) = fields.take("tool_calls") else {
        return Ok(old.map(ToolCall).into_iter().collect());
    };
    let path = fields.path("tool_calls");
    let Value::Array(items) = value else {
        return Err(Fault::expected(path, Wanted::ToolCalls, &value));
    };
    let calls = items.into_iter().enumerate().map(|(position, item)| match item {
        Value::Object(call) => Ok(ToolCall(call)),
        other => Err(Fault::expected(format!("{path}[{position}]"), Wanted::Object, &other)),
    });
    calls.collect()
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
