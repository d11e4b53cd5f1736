//! The places of a body.

use serde_json::{Value, json};

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
