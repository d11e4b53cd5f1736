//! Bodies with everything in them that the description knows.

use serde_json::{Map, Value, json};

/// How deep a sample goes.
const DEPTH: usize = 7;

/// Variants that are tried where a value can be one of several things.
const VARIANTS: usize = 4;

pub struct Samples<'a> {
    document: &'a Value,
}

impl<'a> Samples<'a> {
    pub fn of(document: &'a Value) -> Self {
        Self { document }
    }

    /// Bodies for an operation.
    pub fn bodies(&self, operation: &Value) -> Vec<Value> {
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        // A file may be anything.
        if schema.is_null() || schema["type"] == "string" {
            return Vec::new();
        }
        let mut bodies = Vec::new();
        for variant in 0..VARIANTS {
            let body = self.sample(schema, variant, DEPTH);
            if !bodies.contains(&body) {
                bodies.push(body);
            }
        }
        bodies
    }

    fn sample(&self, schema: &Value, variant: usize, depth: usize) -> Value {
        if depth == 0 {
            return Value::Null;
        }
        if let Some(name) = schema["$ref"].as_str() {
            let named = self.document.pointer(name.trim_start_matches('#')).unwrap();
            return self.sample(named, variant, depth);
        }
        for several in ["oneOf", "anyOf"] {
            if let Some(variants) = schema[several].as_array() {
                let real: Vec<_> = variants.iter().filter(|one| one["type"] != "null").collect();
                return self.sample(real[variant % real.len()], variant, depth - 1);
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts = parts.iter().map(|part| self.sample(part, variant, depth - 1));
            let maps = parts.filter_map(|part| part.as_object().cloned());
            return Value::Object(maps.flatten().collect());
        }
        if let Some(first) = schema["enum"].get(0) {
            return first.clone();
        }
        let kind = &schema["type"];
        let is =
            |name: &str| kind == name || kind.as_array().is_some_and(|k| k.contains(&json!(name)));
        if is("object") {
            let none = Map::new();
            let properties = schema["properties"].as_object().unwrap_or(&none).iter();
            let mut sample: Map<_, _> = properties
                .map(|(name, schema)| (name.clone(), self.sample(schema, variant, depth - 1)))
                .collect();
            if schema["additionalProperties"].is_object() {
                let value = self.sample(&schema["additionalProperties"], variant, depth - 1);
                sample.insert("key".into(), value);
            }
            return Value::Object(sample);
        }
        if is("array") {
            return json!([self.sample(&schema["items"], variant, depth - 1)]);
        }
        if is("integer") || is("number") { json!(1) } else { json!("text") }
    }
}
