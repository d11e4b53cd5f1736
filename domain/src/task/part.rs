//! The parts of a message, and how they are read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A part of a message, with the keys that it came with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = Object))]
#[serde(transparent)]
pub struct Part(Map<String, Value>);

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PartKind {
    Text,
    Reasoning,
    Image,
    ToolCall,
    ToolResult,
}

/// A call of a tool, with the keys that it came with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = Object))]
#[serde(transparent)]
pub struct ToolCall(pub Map<String, Value>);

/// A piece of a message as it is read: shown, compared, or written out as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section<'a> {
    Text(&'a str),
    Reasoning(&'a str),
    ToolCall {
        name: &'a str,
        arguments: Cow<'a, str>,
    },
    ToolResult {
        name: &'a str,
        text: Cow<'a, str>,
    },
    /// Images are not loaded; a placeholder says that one was there.
    Image {
        description: &'a str,
    },
}

impl Section<'_> {
    /// The section as text.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Section::Text(text) | Section::Reasoning(text) => Cow::Borrowed(text),
            Section::ToolCall { name, arguments } => Cow::Owned(format!("{name}({arguments})")),
            Section::ToolResult { text, .. } => Cow::Borrowed(text),
            Section::Image { description } => Cow::Owned(format!("[image: {description}]")),
        }
    }
}

impl Part {
    /// A part of a known kind; of another kind, its type.
    pub fn new(fields: Map<String, Value>) -> Result<Self, String> {
        let kind = fields.get("type").and_then(Value::as_str).unwrap_or_default();
        match PartKind::of(kind) {
            Some(_) => Ok(Self(fields)),
            None => Err(kind.to_owned()),
        }
    }

    fn kind(&self) -> PartKind {
        PartKind::of(self.field("type")).unwrap_or(PartKind::Text)
    }

    /// Whether the part is text by the plainest of names and has no further keys.
    pub(super) fn is_plain_text(&self) -> bool {
        self.0.len() == 2 && self.field("type") == "text" && self.0.contains_key("text")
    }

    /// What a part of text has in place of its text.
    pub fn bad_text(&self) -> Option<&Value> {
        let text = self.0.get("text").unwrap_or(&Value::Null);
        (self.kind() == PartKind::Text && !text.is_string()).then_some(text)
    }

    pub(super) fn take_text(&mut self) -> String {
        match self.0.get_mut("text").map(Value::take) {
            Some(Value::String(text)) => text,
            _ => String::new(),
        }
    }

    fn field(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The first of some fields that is a text.
    fn first(&self, names: &[&str]) -> &str {
        let mut texts = names.iter().map(|name| self.field(name));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    pub(super) fn section(&self) -> Section<'_> {
        match self.kind() {
            PartKind::Text => Section::Text(self.field("text")),
            PartKind::Reasoning => {
                Section::Reasoning(self.first(&["reasoning", "thinking", "text"]))
            }
            PartKind::Image => Section::Image { description: self.description() },
            PartKind::ToolCall => Section::ToolCall {
                name: self.field("name"),
                arguments: written(self.0.get("input").or(self.0.get("arguments"))),
            },
            PartKind::ToolResult => Section::ToolResult {
                name: self.field("name"),
                text: written(self.0.get("content").or(self.0.get("output"))),
            },
        }
    }

    /// What is known of an image: its description, or where it lies.
    fn description(&self) -> &str {
        let described = self.first(&["alt", "alt_text", "name", "file_name"]);
        if !described.is_empty() {
            return described;
        }
        let image = self.0.get("image_url").or(self.0.get("image")).or(self.0.get("url"));
        let address: &str = match image {
            Some(Value::String(address)) => address,
            Some(Value::Object(image)) => {
                image.get("url").and_then(Value::as_str).unwrap_or_default()
            }
            _ => "",
        };
        // Of an image inside the text only its type is worth reading.
        address
            .strip_prefix("data:")
            .map_or(address, |data| data.split([';', ',']).next().unwrap_or_default())
    }
}

impl PartKind {
    /// The kind by the names that chat formats give it.
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "text" | "input_text" | "output_text" => PartKind::Text,
            "reasoning" | "thinking" => PartKind::Reasoning,
            "image" | "image_url" | "input_image" => PartKind::Image,
            "tool_use" | "tool_call" => PartKind::ToolCall,
            "tool_result" => PartKind::ToolResult,
            _ => return None,
        })
    }
}

impl ToolCall {
    pub(super) fn section(&self) -> Section<'_> {
        let call = self.0.get("function").and_then(Value::as_object).unwrap_or(&self.0);
        Section::ToolCall {
            name: call.get("name").and_then(Value::as_str).unwrap_or_default(),
            arguments: written(call.get("arguments")),
        }
    }
}

/// A value as people read it: text as it is, a list of text parts as their texts, all else as JSON.
fn written(value: Option<&Value>) -> Cow<'_, str> {
    match value {
        None | Some(Value::Null) => Cow::Borrowed(""),
        Some(Value::String(text)) => Cow::Borrowed(text),
        Some(Value::Array(items)) => {
            let text = |item: &Value| Some(item.get("text")?.as_str()?.to_owned());
            match items.iter().map(text).collect::<Option<Vec<_>>>() {
                Some(texts) => Cow::Owned(texts.join("\n")),
                None => Cow::Owned(Value::Array(items.clone()).to_string()),
            }
        }
        Some(value) => Cow::Owned(value.to_string()),
    }
}
