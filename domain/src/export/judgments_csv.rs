//! The long table as CSV (RFC 4180: a header, CRLF, quotes doubled), for spreadsheets or untouched.

use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};

use super::cell::Cell;
use super::judgments;
use super::{Ledger, ProjectFacts, Source};

/// By this mark at the start of a file spreadsheets know that its text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Appends the mark and the header.
pub(super) fn start_safe(project: &ProjectFacts, buffer: &mut Vec<u8>) {
    buffer.extend_from_slice(BYTE_ORDER_MARK.as_bytes());
    start_raw(project, buffer);
}

/// Appends the header.
pub(super) fn start_raw(project: &ProjectFacts, buffer: &mut Vec<u8>) {
    write_record(&mut writer(buffer), judgments::columns(project).into_iter().map(Cow::Owned));
}

/// Appends the rows of one task so that no spreadsheet runs a cell as a formula.
pub(super) fn write_safe(source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    write(source, ledger, buffer, |cell| cell.safe());
}

/// Appends the rows of one task with every text exactly as it is.
pub(super) fn write_raw(source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    write(source, ledger, buffer, |cell| cell.raw());
}

fn write(
    source: &Source,
    ledger: &mut Ledger,
    buffer: &mut Vec<u8>,
    show: for<'b> fn(&'b Cell<'_>) -> Cow<'b, str>,
) {
    let mut writer = writer(buffer);
    for row in judgments::rows(source, ledger) {
        write_record(&mut writer, row.iter().map(show));
    }
}

fn writer(buffer: &mut Vec<u8>) -> Writer<&mut Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(buffer)
}

fn write_record<'a>(writer: &mut Writer<&mut Vec<u8>>, cells: impl Iterator<Item = Cow<'a, str>>) {
    let cells: Vec<_> = cells.collect();
    writer
        .write_record(cells.iter().map(|cell| cell.as_bytes()))
        .and_then(|()| writer.flush().map_err(csv::Error::from))
        .expect("records of one length go to memory without fail");
}
