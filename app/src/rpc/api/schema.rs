//! Schemas of the OpenAPI document in words and samples. Server only.

use serde_json::{Map, Value, json};

use super::description::{Body, Field};

/// How far a sample follows types within types.
const DEPTH: usize = 4;

/// The whole document, where references lead.
#[derive(Clone, Copy)]
pub struct Document<'a>(pub &'a Value);

impl<'a> Document<'a> {
    /// What is sent or answered; none where there is no content.
    pub fn body(self, content: &'a Value) -> Option<Body> {
        let (_, first) = entries(content).next()?;
        let schema = &first["schema"];
        let element = if schema["items"].is_null() { schema } else { &schema["items"] };
        Some(Body {
            media_types: entries(content).map(|(media_type, _)| media_type.to_owned()).collect(),
            kind: self.kind(schema),
            fields: self.fields(element),
        })
    }

    /// A type in words: `uuid`, `list of Judgment`, `integer or null`.
    pub fn kind(self, schema: &Value) -> String {
        if let Some(name) = reference(schema) {
            return self.kind_of_named(name);
        }
        for either in ["oneOf", "anyOf"] {
            if schema[either].is_array() {
                let mut kinds: Vec<String> =
                    items(&schema[either]).map(|schema| self.kind(schema)).collect();
                kinds.dedup();
                return kinds.join(" or ");
            }
        }
        if let Some(values) = schema["enum"].as_array() {
            return values.iter().map(Value::to_string).collect::<Vec<_>>().join(", ");
        }
        if !schema["items"].is_null() {
            return format!("list of {}", self.kind(&schema["items"]));
        }
        let kinds: Vec<&str> = match &schema["type"] {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => vec!["any"],
        };
        let named = |kind: &&str| match (*kind, schema["format"].as_str()) {
            ("string", Some(format @ ("uuid" | "date-time" | "binary"))) => format.to_owned(),
            (kind, _) => kind.to_owned(),
        };
        kinds.iter().map(named).collect::<Vec<_>>().join(" or ")
    }

    /// Plain values are told by what they are, objects by their name.
    fn kind_of_named(self, name: &str) -> String {
        let schema = self.named(name);
        let is_object = !schema["properties"].is_null() || !schema["allOf"].is_null();
        if is_object { name.to_owned() } else { self.kind(schema) }
    }

    /// The fields of an object, through one reference and through what it is put together from.
    fn fields(self, schema: &'a Value) -> Vec<Field> {
        let schema = self.resolved(schema);
        let mut fields: Vec<Field> =
            items(&schema["allOf"]).flat_map(|part| self.fields(part)).collect();
        let required: Vec<&str> = items(&schema["required"]).filter_map(Value::as_str).collect();
        fields.extend(entries(&schema["properties"]).map(|(name, property)| Field {
            name: name.to_owned(),
            kind: self.kind(property),
            is_required: required.contains(&name),
            description: self.description(property),
        }));
        fields
    }

    /// What is said of a property itself, or else of its type where that is more than a plain
    /// value: of ids and times the name says enough.
    fn description(self, property: &Value) -> String {
        let own = text(&property["description"]);
        if !own.is_empty() {
            return own;
        }
        let parts = items(&property["oneOf"]).find(|part| reference(part).is_some());
        let named = reference(parts.unwrap_or(property)).map(|name| self.named(name));
        let named = named.filter(|schema| schema["format"].is_null());
        named.map_or_else(String::new, |schema| text(&schema["description"]))
    }

    /// A value that fits the schema.
    pub fn sample(self, schema: &'a Value) -> Value {
        self.sample_within(schema, DEPTH)
    }

    fn sample_within(self, schema: &'a Value, depth: usize) -> Value {
        let schema = self.resolved(schema);
        if depth == 0 {
            return Value::Null;
        }
        for whole in ["example", "default"] {
            if let Some(value) = schema.get(whole) {
                return value.clone();
            }
        }
        if let Some(value) = schema["enum"].get(0) {
            return value.clone();
        }
        for either in ["oneOf", "anyOf"] {
            let mut parts = items(&schema[either]).filter(|part| part["type"] != "null");
            if let Some(part) = parts.next() {
                return self.sample_within(part, depth - 1);
            }
        }
        if !schema["items"].is_null() {
            return json!([self.sample_within(&schema["items"], depth - 1)]);
        }
        if !schema["properties"].is_null() || !schema["allOf"].is_null() {
            return Value::Object(self.sample_of_object(schema, depth));
        }
        let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
        match (kind, schema["format"].as_str()) {
            (Some("string"), Some("uuid")) => json!("0192f3a2-1c7e-7d40-9b53-5e1f0c3f8a11"),
            (Some("string"), Some("date-time")) => json!("2026-03-01T09:30:00Z"),
            (Some("string"), _) => json!("…"),
            (Some("integer" | "number"), _) => json!(1),
            (Some("boolean"), _) => json!(true),
            _ => Value::Null,
        }
    }

    fn sample_of_object(self, schema: &'a Value, depth: usize) -> Map<String, Value> {
        let mut sample = Map::new();
        for part in items(&schema["allOf"]) {
            if let Value::Object(fields) = self.sample_within(part, depth) {
                sample.extend(fields);
            }
        }
        for (name, property) in entries(&schema["properties"]) {
            sample.insert(name.to_owned(), self.sample_within(property, depth - 1));
        }
        sample
    }

    fn resolved(self, schema: &'a Value) -> &'a Value {
        reference(schema).map_or(schema, |name| self.named(name))
    }

    fn named(self, name: &str) -> &'a Value {
        &self.0["components"]["schemas"][name]
    }
}

fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// The entries of an object; none of anything else.
pub fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// The items of a list; none of anything else.
pub fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A text on one line; empty where there is none.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
