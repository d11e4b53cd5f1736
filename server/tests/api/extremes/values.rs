//! The values.

use serde_json::{Value, json};

/// Stands for half of a surrogate pair, which JSON can write and no text can hold.
const HALF: &str = "half of a pair";

/// Stands for a number that no type can hold.
const ENDLESS: &str = "an endless number";

/// Values to put in the place of `usual`: the ends of its own type, and some of other types.
pub fn values_for(usual: &Value) -> Vec<Value> {
    let mut values = vec![Value::Null, json!(i64::MAX), json!("a\0b"), json!([]), json!({})];
    values.extend(match usual {
        Value::Number(_) => numbers(),
        Value::String(_) => texts(),
        Value::Array(list) => lists(list.first().unwrap_or(&Value::Null)),
        Value::Object(_) => maps(),
        Value::Bool(_) => vec![json!(0), json!("true")],
        Value::Null => [numbers(), texts(), lists(&Value::Null), maps()].concat(),
    });
    values
}

fn numbers() -> Vec<Value> {
    vec![
        json!(i64::MIN),
        json!(-1),
        json!(0),
        json!(256),
        json!(i32::MAX),
        json!(i32::MIN),
        json!(i64::from(i32::MAX) + 1),
        json!(u64::MAX),
        json!(0.5),
        json!(-1e308),
        json!(ENDLESS),
    ]
}

fn texts() -> Vec<Value> {
    vec![
        json!(""),
        json!("9".repeat(100_000)),
        json!(HALF),
        json!("\u{1}\u{7f}\u{85}\r\n\t\u{202e}\u{feff}\u{10ffff}'; --"),
        json!("9999-12-31T23:59:59.999999Z"),
        json!("-9999-01-01T00:00:00Z"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!("1e999"),
    ]
}

fn lists(usual: &Value) -> Vec<Value> {
    vec![
        json!([null, null]),
        json!(vec![0; 10_000]),
        json!([i64::MAX, i64::MIN, -1]),
        json!(["a\0b"]),
        json!(vec![usual; 2]),
        json!(vec![usual; 2_000]),
        (0..100).fold(json!(1), |inner, _| json!([inner])),
    ]
}

fn maps() -> Vec<Value> {
    vec![
        json!({ "a\0b": 1 }),
        json!({ "": HALF }),
        (0..2_000).map(|n| (n.to_string(), json!(n))).collect(),
        (0..100).fold(json!(1), |inner, _| json!({ "a": inner })),
    ]
}

/// Values in an address, as they are written there.
pub const ADDRESSES: &[&str] = &[
    "",
    "0",
    "-1",
    "1.5",
    "2147483647",
    "2147483648",
    "-2147483648",
    "9223372036854775807",
    "-9223372036854775808",
    "99999999999999999999999999",
    "true",
    "%00",
    "a%00b",
    "%FF",
    "%ED%A0%80",
    "%E2%80%AE",
    "%2e%2e%2f",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "9999-12-31T23:59:59.999999Z",
    "-9999-01-01T00:00:00Z",
    "+262142-12-31T23:59:59Z",
    "1969-12-31T23:59:59.999999999%2B23:59",
    "trl_preference",
    concat!("9999999999999999999999999999999999999999", "%27%22%3B%3C%3E"),
];

/// Bodies that are no JSON, or no object.
pub const BODIES: [&str; 12] = [
    "",
    "null",
    "0",
    "\"a\"",
    "[]",
    "[[]]",
    "{",
    "{\"a\": 1e999}",
    "{\"a\": \"\\ud800\"}",
    "{\"\\u0000\": 1}",
    "\u{feff}{}",
    "\u{0}",
];

pub fn long_bodies() -> [String; 3] {
    let open = "[".repeat(50_000);
    let inner = "{\"a\":".repeat(50_000);
    [open, inner, format!("{{\"a\": \"{}\"}}", "x".repeat(900_000))]
}

/// The value as it is sent.
pub fn as_text(value: &Value) -> String {
    let endless = format!("1{}", "0".repeat(400));
    value.to_string().replace(HALF, "\\ud800").replace(&format!("\"{ENDLESS}\""), &endless)
}
