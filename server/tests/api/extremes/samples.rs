//! Bodies with everything in them that the description knows, and the places of them.

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

/// The place of every value in a sample, as a pointer.
pub fn places(sample: &Value) -> Vec<String> {
    let mut places = Vec::new();
    collect(sample, String::new(), &mut places);
    places
}

fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    let mut go_on = |name: String, value: &Value| {
        let place = format!("{place}/{name}");
        places.push(place.clone());
        collect(value, place, places);
    };
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                go_on(name.replace('~', "~0").replace('/', "~1"), value);
            }
        }
        Value::Array(values) => {
            for (n, value) in values.iter().enumerate() {
                go_on(n.to_string(), value);
            }
        }
        _ => {}
    }
}

/// Puts a value in a place of a body. Everything that is missing on the way there comes from the
/// sample.
pub fn put(body: &mut Value, sample: &Value, place: &str, value: Value) {
    let mut at = body;
    let mut of_sample = sample;
    for part in place.split('/').skip(1) {
        let name = part.replace("~1", "/").replace("~0", "~");
        of_sample = match of_sample {
            Value::Array(values) => &values[name.parse::<usize>().unwrap()],
            map => &map[&name],
        };
        let missing = of_sample.clone();
        at = match at {
            Value::Array(values) => {
                let n: usize = name.parse().unwrap();
                values.resize(values.len().max(n + 1), missing);
                &mut values[n]
            }
            Value::Object(map) => map.entry(name).or_insert(missing),
            other => {
                *other = json!({ name.clone(): missing });
                &mut other[&name]
            }
        };
    }
    *at = value;
}
