//! Messages: what a model was asked, and what it answered.
//!
//! A message is kept in the shape in which chat formats write it, so that it leaves as it came.
//! Nearly all messages are one text: their content is that text, without a list around it, in
//! memory as in the database. A list of one plain text part is read as the text, so equal
//! messages are stored alike.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::part::{Part, Section, ToolCall};

/// Who says a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    System,
    /// What newer interfaces of OpenAI call the system.
    Developer,
    User,
    Assistant,
    Tool,
}

impl Speaker {
    /// Whether the message says how to answer: it comes first, and is shown as the system's.
    pub fn instructs(self) -> bool {
        matches!(self, Speaker::System | Speaker::Developer)
    }

    /// The speaker's name, as in files and on pages.
    pub fn name(self) -> &'static str {
        match self {
            Speaker::System => "system",
            Speaker::Developer => "developer",
            Speaker::User => "user",
            Speaker::Assistant => "assistant",
            Speaker::Tool => "tool",
        }
    }
}

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    pub role: Speaker,
    pub content: Content,
    /// Who speaks, where several have the same role; of a tool's message, the tool.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What a model thought before it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasoning_content: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tool_calls: Vec<ToolCall>,
    /// The call that a tool's message answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool_call_id: Option<String>,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Content {
    Text(String),
    /// Never one plain text alone; see [`Content::of_parts`].
    Parts(Vec<Part>),
}

impl Message {
    /// A message that is one text.
    pub fn new(role: Speaker, text: impl Into<String>) -> Self {
        Self {
            role,
            content: Content::Text(text.into()),
            name: None,
            reasoning_content: None,
            tool_calls: Vec::new(),
            tool_call_id: None,
        }
    }

    /// The text of a message that holds nothing else.
    pub fn plain(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text)
                if self.name.is_none()
                    && self.reasoning_content.is_none()
                    && self.tool_calls.is_empty()
                    && self.tool_call_id.is_none() =>
            {
                Some(text)
            }
            _ => None,
        }
    }

    /// What the message holds, in the order in which it is read. Blank texts are left out where
    /// there is something else.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut sections = Vec::new();
        let reasoning = self.reasoning_content.as_deref().filter(|text| !text.trim().is_empty());
        sections.extend(reasoning.map(Section::Reasoning));
        let name = self.name.as_deref().unwrap_or_default();
        match &self.content {
            Content::Text(text) if text.trim().is_empty() && self.plain().is_none() => {}
            Content::Text(text) if self.role == Speaker::Tool && self.plain().is_none() => {
                sections.push(Section::ToolResult { name, text: Cow::Borrowed(text) });
            }
            Content::Text(text) => sections.push(Section::Text(text)),
            Content::Parts(parts) => sections.extend(parts.iter().map(Part::section)),
        }
        sections.extend(self.tool_calls.iter().map(ToolCall::section));
        sections
    }

    /// All that the message says as one text.
    pub fn text(&self) -> Cow<'_, str> {
        match self.plain() {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(join(&self.sections())),
        }
    }

    /// Whether the message says nothing at all.
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }
}

/// The messages of a response as one text. A response of one plain message is that message's text,
/// character by character.
pub fn response_text(messages: &[Message]) -> Cow<'_, str> {
    match messages {
        [] => Cow::Borrowed(""),
        [only] => only.text(),
        several => {
            let turn = |message: &Message| format!("[{}]\n{}", message.speaker(), message.text());
            Cow::Owned(several.iter().map(turn).collect::<Vec<_>>().join("\n\n"))
        }
    }
}

impl Message {
    /// The speaker's name, as raters may see it. An assistant's could tell which model it is.
    pub fn shown_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|_| self.role != Speaker::Assistant)
    }

    fn speaker(&self) -> String {
        match self.shown_name() {
            Some(name) => format!("{} {name}", self.role.name()),
            None => self.role.name().to_owned(),
        }
    }
}

/// The text of sections, one below the other.
fn join(sections: &[Section<'_>]) -> String {
    sections.iter().map(Section::text).collect::<Vec<_>>().join("\n\n")
}

impl Content {
    /// Content of parts; one plain text alone is the text.
    pub fn of_parts(mut parts: Vec<Part>) -> Self {
        match parts.as_mut_slice() {
            [part] if part.is_plain_text() => Content::Text(part.take_text()),
            _ => Content::Parts(parts),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::*;

    fn read(value: Value) -> Message {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_plain_text_is_one_short_string() {
        let message = Message::new(Speaker::User, "Hello");

        assert_eq!(json!(message), json!({ "role": "user", "content": "Hello" }));
        assert_eq!(message.plain(), Some("Hello"));
    }

    #[test]
    fn one_text_part_is_the_text_and_further_keys_are_kept() {
        let part = |value: Value| Part::new(value.as_object().unwrap().clone()).unwrap();
        let plain = part(json!({ "type": "text", "text": "a" }));
        let cached = part(json!({ "type": "text", "text": "a", "cache_control": {} }));

        assert_eq!(Content::of_parts(vec![plain.clone()]), Content::Text("a".into()));
        assert_eq!(
            Content::of_parts(vec![plain.clone(), plain.clone()]),
            Content::Parts(vec![plain.clone(), plain])
        );
        assert_eq!(Content::of_parts(vec![cached.clone()]), Content::Parts(vec![cached]));
        assert_eq!(Part::new(Map::new()), Err(String::new()));
    }

    #[test]
    fn everything_that_a_message_says_is_read_in_its_order_and_written_as_it_came() {
        let value = json!({
            "role": "assistant",
            "content": [
                { "type": "text", "text": "Let me see." },
                { "type": "image_url", "image_url": { "url": "data:image/png;base64,AAAA" } },
                { "type": "tool_result", "tool_use_id": "t", "content": [{ "type": "text", "text": "11" }] },
            ],
            "reasoning_content": "Cold?",
            "tool_calls": [{ "id": "c1", "type": "function", "function": { "name": "weather", "arguments": "{\"town\": \"Bern\"}" } }],
        });
        let message = read(value.clone());

        assert_eq!(
            message.text(),
            "Cold?\n\nLet me see.\n\n[image: image/png]\n\n11\n\nweather({\"town\": \"Bern\"})"
        );
        assert_eq!(json!(message), value);
        assert_eq!(message.plain(), None);
    }

    #[test]
    fn a_response_of_one_plain_message_is_its_text_and_others_name_their_speakers() {
        let one = [Message::new(Speaker::Assistant, " as it is\n")];
        let name = |message: &Message| Message { name: Some("x".into()), ..message.clone() };
        let two = [name(&one[0]), name(&Message::new(Speaker::User, "And?"))];

        assert_eq!(response_text(&one), " as it is\n");
        assert_eq!(response_text(&two), "[assistant]\n as it is\n\n\n[user x]\nAnd?");
    }
}
