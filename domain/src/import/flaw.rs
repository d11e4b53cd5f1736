//! Everything that can be wrong with a record.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Format;
use super::container::Container;
use crate::protocol::Kind;
use crate::reason::grouped;
use crate::task::Speaker;

/// How much of a text is shown that is not what was expected, in characters.
const SHOWN: usize = 40;

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    #[error("expected {wanted}, found {found}")]
    Expected { wanted: Wanted, found: Found },
    /// Lengths in characters.
    #[error("expected at most {} characters, found {found}", grouped(*.most))]
    TooLong { most: usize, found: usize },
    /// Fields without a meaning here; lengths in bytes.
    #[error("the other fields come to {found} bytes; at most {} are kept", grouped(*.most))]
    TooMuchBeside { most: usize, found: usize },
    #[error("the text holds a NUL character (\\u0000); remove it")]
    NulCharacter,
    #[error("the same key stands twice in one object; keep one")]
    KeyTwice,

    /// The process that imported it died, or an error stopped it.
    #[error("the import stopped before its end and nothing was imported; import the file again")]
    Interrupted,
    /// None where any format would do.
    #[error("{}", unknown_shape(*.format, .keys))]
    UnknownShape { format: Option<Format>, keys: Vec<String> },
    #[error(
        "the file is one object around a list: its key {key:?} holds {items} objects; save that \
         list alone as a file and import it"
    )]
    ListInside { key: String, items: usize },
    #[error(
        "this is a table (CSV) with the columns {}; CSV cannot be imported yet. Convert it to JSON \
         Lines, in Python with pandas.read_csv(\"in.csv\").to_json(\"out.jsonl\", \
         orient=\"records\", lines=True)", .columns.join(", ")
    )]
    Table { columns: Vec<String> },
    #[error(
        "expected JSON Lines (an object on each line) or a JSON list of objects, found text that \
         starts with {found:?}"
    )]
    NotRecords { found: String },
    #[error("{}", .kind.advice())]
    Container { kind: Container },
    #[error("the file unpacks to more than {} bytes; split it", grouped(*.most))]
    UnpacksTooLarge { most: usize },
    #[error("the gzip data is damaged or cut off; compress the file again, or import it unpacked")]
    BadGzip,
    #[error("not UTF-8 at byte {byte}; save the file as UTF-8")]
    NotUtf8 { byte: usize },
    #[error("the file ends before its list does (no closing ]); it may be cut off")]
    OpenList,
    #[error("expected an object beside the comma, found nothing")]
    NothingBesideComma,
    #[error("what stands behind the end of the list is not read")]
    BehindTheList,
    #[error("the record is longer than 8 MiB; split or shorten it")]
    RecordTooLong,
    #[error("nested more than 127 levels deep (column {column})")]
    TooDeep { column: usize },
    #[error(
        "half of a surrogate pair (such as \\ud800 alone) is not a character (column {column})"
    )]
    HalfCharacter { column: usize },
    #[error(
        "not JSON: line breaks and tabs inside text must be written as \\n and \\t \
         (column {column})"
    )]
    BareControl { column: usize },
    #[error(
        "not JSON: it ends in the middle; a record must be whole, and on one line \
         (column {column})"
    )]
    CutRecord { column: usize },
    /// A word of Python or JavaScript.
    #[error("{word} is not JSON; write {instead}")]
    ForeignWord { word: String, instead: String },
    /// In the words of the parser.
    #[error("not JSON: {message} (column {column})")]
    NotJson { message: String, column: usize },

    /// The line of the earlier record.
    #[error(
        "line {line} has the same id with other content; give each record an id of its own, \
         or remove one"
    )]
    IdTwice { line: u64 },

    #[error("expected messages or prompt, found both; leave one out")]
    TwoPrompts,
    #[error("expected {}, found {found}", .kind.responses_in_words())]
    ResponseCount { kind: Kind, found: usize },
    #[error("expected {}, found chosen and rejected", .kind.responses_in_words())]
    NotOfPairs { kind: Kind },
    #[error("found both {name} and input; join them into {name}")]
    InputBeside { name: String },
    #[error("expected an assistant message, found an empty list")]
    NoAssistant,
    #[error("the last message must be the assistant's, found {}", .found.name())]
    LastNotAssistant { found: Speaker },
    #[error("a response must start with the assistant's message, found {}", .found.name())]
    FirstNotAssistant { found: Speaker },
    #[error("the conversations in chosen and rejected must start with the same message")]
    OtherConversation,
    #[error("expected the text of one of the messages in chosen")]
    NotQuoted,
    #[error(
        "expected a part of type text, image_url, reasoning, tool_use or tool_result, found {found:?}"
    )]
    OtherPart { found: String },
    #[error("the prompt is blank")]
    BlankPrompt,
    #[error("expected at least one message, found an empty list")]
    NoMessage,
    #[error("a system message may only stand first")]
    LateSystem,
    #[error("the last message must be the user's or a tool's, found {}", .found.name())]
    NobodyAsks { found: Speaker },
}

/// What should stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    #[error("text")]
    Text,
    #[error("a list of messages")]
    Messages,
    #[error("text or a list of messages")]
    TextOrMessages,
    #[error("text as in chosen")]
    TextAsChosen,
    #[error("a list of messages as in chosen")]
    MessagesAsChosen,
    #[error("a list of responses")]
    Responses,
    #[error("an object")]
    Object,
    #[error("an id (text or a whole number)")]
    Id,
    #[error("system, developer, user, assistant or tool")]
    Role,
    #[error("a list of tool calls")]
    ToolCalls,
}

/// What stands in a field, in a few words. Characters that do not show are escaped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Found {
    #[error("nothing")]
    Nothing,
    #[error("null")]
    Null,
    #[error("{0} (a boolean)")]
    Boolean(bool),
    #[error("{0} (a number)")]
    Number(String),
    #[error("blank text")]
    BlankText,
    #[error("{0:?} (text)")]
    Text(String),
    /// The beginning of a longer text.
    #[error("{0:?}… (text)")]
    LongText(String),
    #[error("an empty list")]
    EmptyList,
    #[error("a list of {0}")]
    List(usize),
    #[error("an object")]
    Object,
}

impl From<&Value> for Found {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Found::Null,
            Value::Bool(value) => Found::Boolean(*value),
            Value::Number(number) => Found::Number(number.to_string()),
            Value::String(text) if text.trim().is_empty() => Found::BlankText,
            Value::String(text) if text.chars().count() > SHOWN => {
                Found::LongText(text.chars().take(SHOWN).collect())
            }
            Value::String(text) => Found::Text(text.clone()),
            Value::Array(items) if items.is_empty() => Found::EmptyList,
            Value::Array(items) => Found::List(items.len()),
            Value::Object(_) => Found::Object,
        }
    }
}

/// What is accepted and still worth a look. A `prompt` is the beginning of its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    #[error("the output is blank")]
    OutputBlank,
    /// Counted from 1.
    #[error("response {place} is blank")]
    ResponseBlank { place: usize },
    #[error("both responses are the same text")]
    SameText,
    #[error("some responses are the same text")]
    SomeSameText,
    #[error("two {} messages in a row; some chat templates refuse that", .role.name())]
    SameRoleTwice { role: Speaker },
    #[error("the conversation starts with the assistant; some chat templates refuse that")]
    AssistantFirst,
    #[error("the reasoning is shown to raters, folded")]
    Reasoning,
    #[error("images are not shown; raters see a placeholder")]
    Image,
    /// The line of the earlier record.
    #[error("repeats line {line} and differs only in other keys; line {line} is kept")]
    OtherKeys { line: u64 },
    #[error("no task: the prompt has one answer only{}: {prompt:?}", of_model(.model.as_deref()))]
    OneAnswer { prompt: String, model: Option<String> },
    #[error("no task: the prompt has {found} answers, and at least {least} are needed: {prompt:?}")]
    TooFewAnswers { prompt: String, found: usize, least: usize },
    #[error("no task: the prompt has {found} answers, and at most {most} are possible: {prompt:?}")]
    TooManyAnswers { prompt: String, found: usize, most: usize },
    #[error("no task: no pair of the prompt includes the baseline model: {prompt:?}")]
    NoBaseline { prompt: String },
}

fn unknown_shape(format: Option<Format>, keys: &[String]) -> String {
    let keys = if keys.is_empty() { "no keys".to_owned() } else { keys.join(", ") };
    match format {
        Some(format) => format!(
            "not of the format {}, which has {}; found: {keys}. Choose another format, or rename \
             the keys",
            format.name(),
            format.keys()
        ),
        None => {
            let known = Format::ALL.map(|format| format!("{}: {}", format.name(), format.keys()));
            format!(
                "unknown format; found: {keys}. Known formats are {}. Rename the keys, or convert \
                 the file",
                known.join("; ")
            )
        }
    }
}

fn of_model(model: Option<&str>) -> String {
    model.map(|model| format!(" (of {model})")).unwrap_or_default()
}
