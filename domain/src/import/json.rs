//! JSON, read strictly: no key twice, no NUL, no half characters, no depth without end.

use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::fault::{Fault, RECORD};
use super::flaw::{Flaw, Wanted};

/// Reads a record that must be one JSON object.
pub(super) fn object(text: &str) -> Result<Map<String, Value>, Fault> {
    match value(text)? {
        Value::Object(fields) => Ok(fields),
        other => Err(Fault::expected(RECORD, Wanted::Object, &other)),
    }
}

fn value(text: &str) -> Result<Value, Fault> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let mut reader = Reader { path: String::new(), fault: None };
    let value = reader
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| syntax_fault(text, &error, &reader.path))?;
    match reader.fault {
        Some(fault) => Err(fault),
        None => Ok(value),
    }
}

/// Builds a value and remembers the first thing that is JSON and still refused.
struct Reader {
    path: String,
    fault: Option<Fault>,
}

impl Reader {
    fn refuse(&mut self, flaw: Flaw) {
        let field = if self.path.is_empty() { RECORD } else { &self.path };
        self.fault.get_or_insert_with(|| Fault::new(field, flaw));
    }

    fn check(&mut self, text: &str) {
        if text.contains('\0') {
            self.refuse(Flaw::NulCharacter);
        }
    }

    fn step_into(&mut self, key: &str) -> usize {
        let length = self.path.len();
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.extend(key.chars().take(100).flat_map(char::escape_debug));
        length
    }
}

impl<'de> DeserializeSeed<'de> for &mut Reader {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        self.check(text);
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Value, E> {
        self.check(&text);
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let length = self.path.len();
        let mut list = Vec::new();
        loop {
            self.path.push_str(&format!("[{}]", list.len()));
            let Some(item) = items.next_element_seed(&mut *self)? else { break };
            self.path.truncate(length);
            list.push(item);
        }
        self.path.truncate(length);
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let length = self.step_into(&key);
            self.check(&key);
            if map.contains_key(&key) {
                self.refuse(Flaw::KeyTwice);
            }
            let value = entries.next_value_seed(&mut *self)?;
            map.insert(key, value);
            self.path.truncate(length);
        }
        Ok(Value::Object(map))
    }
}

fn syntax_fault(text: &str, error: &serde_json::Error, path: &str) -> Fault {
    let lines_down = (error.line() as u64).saturating_sub(1);
    if let Some((word, instead)) = foreign_word(text, error) {
        let field = if path.is_empty() { RECORD } else { path }.to_owned();
        let flaw = Flaw::ForeignWord { word: word.to_owned(), instead: instead.to_owned() };
        return Fault { lines_down, field, flaw };
    }
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(words, _)| words);
    let column = column(text, error);
    let flaw = if message.contains("recursion limit") {
        Flaw::TooDeep { column }
    } else if message.contains("surrogate") || message.contains("end of hex escape") {
        Flaw::HalfCharacter { column }
    } else if message.contains("control character") {
        Flaw::BareControl { column }
    } else if error.is_eof() {
        Flaw::CutRecord { column }
    } else {
        Flaw::NotJson { message: message.to_owned(), column }
    };
    Fault { lines_down, field: RECORD.to_owned(), flaw }
}

/// Words that Python and JavaScript write and JSON does not know, with what to write instead.
const FOREIGN_WORDS: [(&str, &str); 10] = [
    ("NaN", "null"),
    ("nan", "null"),
    ("Infinity", "null"),
    ("-Infinity", "null"),
    ("inf", "null"),
    ("-inf", "null"),
    ("None", "null"),
    ("undefined", "null"),
    ("True", "true"),
    ("False", "false"),
];

/// The word that the parser stumbled over, if it is such a one.
fn foreign_word(text: &str, error: &serde_json::Error) -> Option<(&'static str, &'static str)> {
    let line = text.split('\n').nth(error.line().checked_sub(1)?)?.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'-';
    // The error stands somewhere in the word.
    let at = error.column().saturating_sub(1).min(line.len());
    let before = line[..at].iter().rev().take_while(|byte| is_part(byte)).count();
    let after = line[at..].iter().take_while(|byte| is_part(byte)).count();
    let word = &line[at - before..at + after];
    FOREIGN_WORDS.into_iter().find(|(foreign, _)| foreign.as_bytes() == word)
}

/// The column in characters; the parser counts bytes.
fn column(text: &str, error: &serde_json::Error) -> usize {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let bytes = error.column().min(line.len());
    String::from_utf8_lossy(&line.as_bytes()[..bytes]).chars().count().max(1)
}
