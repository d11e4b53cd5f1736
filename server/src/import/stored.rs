//! Reports as they are stored.

use domain::import::Report;
use serde_json::Value;
use sqlx::types::Json;

use crate::error::Result;

/// A report as every database can store it. A report quotes its file, which may be no text at
/// all, and Postgres refuses a NUL character inside JSON: the replacement character is stored
/// instead.
pub(super) fn stored(report: &Report) -> Result<Json<Value>> {
    let mut report = serde_json::to_value(report)?;
    replace_nul(&mut report);
    Ok(Json(report))
}

fn replace_nul(value: &mut Value) {
    match value {
        Value::String(text) if text.contains('\0') => *text = text.replace('\0', "\u{fffd}"),
        Value::Array(values) => values.iter_mut().for_each(replace_nul),
        Value::Object(map) => map.values_mut().for_each(replace_nul),
        _ => {}
    }
}
