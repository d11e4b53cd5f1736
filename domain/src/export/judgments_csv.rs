//! The long table as CSV (RFC 4180: a header, CRLF, quotes doubled), for spreadsheets or untouched.

use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};

use super::cell::Cell;
use super::judgments::{self, COLUMNS};
use super::{Ledger, Source};

/// Appends the header.
pub(super) fn start(buffer: &mut Vec<u8>) {
    write_record(&mut writer(buffer), COLUMNS.map(Cow::Borrowed));
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
        write_record(&mut writer, row.each_ref().map(show));
    }
}

fn writer(buffer: &mut Vec<u8>) -> Writer<&mut Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(buffer)
}

fn write_record(writer: &mut Writer<&mut Vec<u8>>, cells: [Cow<'_, str>; COLUMNS.len()]) {
    writer
        .write_record(cells.iter().map(|cell| cell.as_bytes()))
        .and_then(|()| writer.flush().map_err(csv::Error::from))
        .expect("records of one length go to memory without fail");
}
