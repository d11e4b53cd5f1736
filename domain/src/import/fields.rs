//! Takes fields out of a record, each with the type it must have.

use serde_json::{Map, Value};

use super::fault::Fault;
use super::flaw::{Flaw, Wanted};
use super::{MAX_METADATA, MAX_NAME, MAX_TEXT};

/// The fields of an object that have not been taken yet. A null is as good as a missing field.
pub(super) struct Fields {
    path: String,
    left: Map<String, Value>,
}

impl Fields {
    /// The fields of the record itself.
    pub(super) fn of_record(fields: Map<String, Value>) -> Self {
        Self { path: String::new(), left: fields }
    }

    /// The fields of the object found at `path`.
    pub(super) fn at(path: String, value: Value) -> Result<Self, Fault> {
        match value {
            Value::Object(left) => Ok(Self { path, left }),
            other => Err(Fault::expected(path, Wanted::Object, &other)),
        }
    }

    /// The path of a field, as errors name it.
    pub(super) fn path(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.left.get(name).is_some_and(|value| !value.is_null())
    }

    pub(super) fn is_text(&self, name: &str) -> bool {
        self.left.get(name).is_some_and(Value::is_string)
    }

    pub(super) fn peek(&self, name: &str) -> Option<&Value> {
        self.left.get(name)
    }

    /// The first of `names` that is there.
    pub(super) fn first<'a>(&self, names: &[&'a str]) -> Option<&'a str> {
        names.iter().copied().find(|name| self.has(name))
    }

    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.has(name).then(|| self.left.shift_remove(name))?
    }

    pub(super) fn require(&mut self, name: &str, wanted: Wanted) -> Result<Value, Fault> {
        self.take(name).ok_or_else(|| Fault::missing(self.path(name), wanted))
    }

    pub(super) fn text(&mut self, name: &str) -> Result<String, Fault> {
        let value = self.require(name, Wanted::Text)?;
        text(&self.path(name), value)
    }

    pub(super) fn list(&mut self, name: &str, wanted: Wanted) -> Result<Vec<Value>, Fault> {
        match self.require(name, wanted)? {
            Value::Array(items) => Ok(items),
            other => Err(Fault::expected(self.path(name), wanted, &other)),
        }
    }

    /// An id: text that is not blank, or a whole number.
    pub(super) fn id(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let path = self.path(name);
        match self.take(name) {
            None => Ok(None),
            Some(Value::Number(number)) if !number.is_f64() => Ok(Some(number.to_string())),
            Some(Value::String(id)) if !id.trim().is_empty() => check_name(&path, id).map(Some),
            Some(other) => Err(Fault::expected(path, Wanted::Id, &other)),
        }
    }

    /// The name of a model; blank is as good as missing.
    pub(super) fn model(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let path = self.path(name);
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(model)) if model.trim().is_empty() => Ok(None),
            Some(Value::String(model)) => check_name(&path, model).map(Some),
            Some(other) => Err(Fault::expected(path, Wanted::Text, &other)),
        }
    }

    /// Puts what has not been taken into `metadata`, under its path.
    pub(super) fn keep_rest(self, metadata: &mut Map<String, Value>) {
        for (name, value) in self.left {
            let path = if self.path.is_empty() { name } else { format!("{}.{name}", self.path) };
            metadata.insert(path, value);
        }
    }
}

/// A text of a message or a response, exactly as it stands.
pub(super) fn text(path: &str, value: Value) -> Result<String, Fault> {
    let Value::String(text) = value else {
        return Err(Fault::expected(path, Wanted::Text, &value));
    };
    check_text(path, &text)?;
    Ok(text)
}

/// Refuses a text that is too long.
pub(super) fn check_text(path: &str, text: &str) -> Result<(), Fault> {
    if text.len() > MAX_TEXT {
        let length = text.chars().count();
        if length > MAX_TEXT {
            return Err(Fault::new(path, Flaw::TooLong { most: MAX_TEXT, found: length }));
        }
    }
    Ok(())
}

/// Refuses more metadata than is kept.
pub(super) fn check_metadata(metadata: &Map<String, Value>) -> Result<(), Fault> {
    let length = serde_json::to_string(metadata).map_or(usize::MAX, |text| text.len());
    if length <= MAX_METADATA {
        return Ok(());
    }
    Err(Fault::new("metadata", Flaw::TooMuchBeside { most: MAX_METADATA, found: length }))
}

fn check_name(path: &str, name: String) -> Result<String, Fault> {
    let length = name.chars().count();
    if length <= MAX_NAME {
        return Ok(name);
    }
    Err(Fault::new(path, Flaw::TooLong { most: MAX_NAME, found: length }))
}
