//! Import: bytes of a file in, tasks and outputs out, or the line and field that are wrong.
//!
//! [`Intake`] cuts the bytes into records, recognises their format and reads them, [`Report`] adds
//! up what became of them. Nothing is kept but the record at hand.

mod container;
mod fault;
mod fields;
mod file;
mod flaw;
mod format;
mod identity;
mod intake;
mod json;
mod messages;
mod outputs;
mod pairs;
mod prompt;
mod report;
mod splitter;
#[cfg(test)]
pub(crate) mod tests;
mod trl_preference;

use serde_json::{Map, Value};

use self::fault::Fault;
use crate::protocol::Kind;
use crate::task::{Message, NewOutput, NewTask, Section, Speaker};

pub use container::Container;
pub use fault::LineError;
pub use file::{Options, Preview, PreviewTask};
pub use flaw::{Flaw, Found, Remark, Wanted};
pub use format::Format;
pub use identity::{
    IdKey, content_hash, model_id, pair_external_id, prompt_hash, prompt_id, response_id, samples,
    set_external_id, short_id, task_id,
};
pub use intake::{Intake, Item};
pub use report::{MAX_LISTED, Notice, Records, Report};
pub use splitter::{MAX_RECORD, RawRecord, Splitter};

/// The longest text of a message or a response, in characters.
pub const MAX_TEXT: usize = 1_000_000;

/// The longest id or model name, in characters.
pub const MAX_NAME: usize = 500;

/// The most that the fields without a meaning here may come to, in bytes of JSON.
pub const MAX_METADATA: usize = 100_000;

/// What a record turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A prompt with both of its responses.
    Task(NewTask),
    /// One model's answer, to be paired with others.
    Output(NewOutput),
}

/// Reads one record that starts on `line` of the file, for a project that asks this kind of
/// question.
pub fn parse(format: Format, kind: Kind, line: u64, text: &str) -> Result<Record, LineError> {
    let record = json::object(text).and_then(|fields| read(format, kind, fields));
    record.map_err(|fault| fault.at(line))
}

/// Reads the fields of a record.
fn read(format: Format, kind: Kind, fields: Map<String, Value>) -> Result<Record, Fault> {
    match format {
        Format::Pairs => pairs::read(kind, fields).map(Record::Task),
        Format::TrlPreference => trl_preference::read(kind, fields).map(Record::Task),
        Format::Outputs if kind == Kind::Rating => {
            outputs::read(fields).map(|output| Record::Task(output.into_task()))
        }
        Format::Outputs => outputs::read(fields).map(Record::Output),
    }
}

/// How a record relates to an earlier one of the same file that goes by the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twin {
    /// All of it is the same.
    Same,
    /// It is the same model's same output to the same prompt, sampled once more.
    Sample,
    /// The id was made from the texts, and only keys without a meaning here differ.
    OtherKeys,
    /// It is another record.
    Other,
}

impl Record {
    /// Compares the record with an earlier one that goes by the same id.
    pub fn twin_of(&self, earlier: &Record) -> Twin {
        match (self, earlier) {
            _ if self == earlier => Twin::Same,
            (Record::Task(one), Record::Task(other))
                if !(one.has_own_id || other.has_own_id)
                    && (&one.messages, &one.responses) == (&other.messages, &other.responses) =>
            {
                Twin::OtherKeys
            }
            (Record::Output(one), Record::Output(other))
                if (&one.messages, &one.response) == (&other.messages, &other.response) =>
            {
                Twin::Sample
            }
            _ => Twin::Other,
        }
    }

    /// The conversation that is answered.
    pub fn messages(&self) -> &[Message] {
        match self {
            Record::Task(task) => &task.messages,
            Record::Output(output) => &output.messages,
        }
    }

    /// The messages of the conversation and of the responses.
    fn all_messages(&self) -> impl Iterator<Item = &Message> {
        let responses = match self {
            Record::Task(task) => task.responses.as_slice(),
            Record::Output(output) => std::slice::from_ref(&output.response),
        };
        let answers = responses.iter().flat_map(|response| &response.messages);
        self.messages().iter().chain(answers)
    }

    /// What is accepted and still worth a look, in the order of the conversation.
    pub fn notices(&self, line: u64) -> Vec<Notice> {
        let mut remarks = Vec::new();
        self.remark_on_turns(&mut remarks);
        if self
            .all_messages()
            .any(|message| has(message, |part| matches!(part, Section::Reasoning(_))))
        {
            remarks.push(Remark::Reasoning);
        }
        if self
            .all_messages()
            .any(|message| has(message, |part| matches!(part, Section::Image { .. })))
        {
            remarks.push(Remark::Image);
        }
        match self {
            Record::Output(output) if output.response.is_blank() => {
                remarks.push(Remark::OutputBlank);
            }
            Record::Output(_) => {}
            Record::Task(task) => {
                for (place, response) in (1..).zip(&task.responses) {
                    if response.is_blank() {
                        remarks.push(Remark::ResponseBlank { place });
                    }
                }
                if repeats_a_response(task) {
                    remarks.push(match task.responses.len() {
                        2 => Remark::SameText,
                        _ => Remark::SomeSameText,
                    });
                }
            }
        }
        remarks.into_iter().map(|remark| Notice::new(line, remark)).collect()
    }
}

impl Record {
    /// What the record says beside its texts.
    pub fn metadata(&self) -> &Map<String, Value> {
        match self {
            Record::Task(task) => &task.metadata,
            Record::Output(output) => &output.metadata,
        }
    }

    /// What the chat templates of some models refuse.
    fn remark_on_turns(&self, remarks: &mut Vec<Remark>) {
        let turns = self.messages().iter().map(|message| message.role);
        let mut turns = turns.skip_while(|role| role.instructs()).peekable();
        if turns.peek() == Some(&Speaker::Assistant) {
            remarks.push(Remark::AssistantFirst);
        }
        while let Some(role) = turns.next() {
            if role != Speaker::Tool && turns.peek() == Some(&role) {
                remarks.push(Remark::SameRoleTwice { role });
                return;
            }
        }
    }
}

fn has(message: &Message, is: impl Fn(&Section<'_>) -> bool) -> bool {
    message.plain().is_none() && message.sections().iter().any(is)
}

fn repeats_a_response(task: &NewTask) -> bool {
    let responses = &task.responses;
    (1..responses.len()).any(|place| {
        responses[..place].iter().any(|earlier| earlier.messages == responses[place].messages)
    })
}
