//! Tests of import: the samples, the bad lines, and cutting at any byte.

mod bad_json;
mod bad_records;
mod cases;
mod limits;
mod samples;
mod splitting;

use super::{Format, LineError, RawRecord, Record, Splitter, parse};
use crate::protocol::Kind;
use crate::task::{NewOutput, NewTask};

/// Cuts a whole file into records.
pub(crate) fn split(bytes: &[u8]) -> Vec<Result<RawRecord, LineError>> {
    let mut splitter = Splitter::new();
    let mut found = splitter.push(bytes);
    found.extend(splitter.finish());
    found
}

/// Reads a whole file.
pub(crate) fn read(format: Format, bytes: &[u8]) -> Vec<Result<Record, LineError>> {
    let records = split(bytes).into_iter();
    records
        .map(|record| record.and_then(|raw| parse(format, Kind::Pair, raw.line, &raw.text)))
        .collect()
}

/// Reads one record that is a task.
pub(crate) fn task(format: Format, text: &str) -> NewTask {
    match parse(format, Kind::Pair, 1, text) {
        Ok(Record::Task(task)) => task,
        other => panic!("expected a task, found {other:?}"),
    }
}

/// Reads one record that is an output.
fn output(text: &str) -> NewOutput {
    match parse(Format::Outputs, Kind::Pair, 1, text) {
        Ok(Record::Output(output)) => output,
        other => panic!("expected an output, found {other:?}"),
    }
}
