//! CSV (RFC 4180: a header, CRLF, quotes doubled), for programs or for spreadsheets.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use super::{Encode, Encoding};
use crate::export::cell::Cell;
use crate::export::column::Column;
use crate::export::description::FileType;

/// By this mark at the start of a file, spreadsheets know that its text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// CSV with every cell exactly as it is.
pub(in crate::export) const CSV: Encoding = Encoding {
    file_type: FileType::CSV,
    encoder: |columns, _| Box::new(Csv { columns, mark: "", show: |cell| cell.raw() }),
};

/// CSV with a byte order mark, in which no spreadsheet runs a cell as a formula.
pub(in crate::export) const SPREADSHEET_CSV: Encoding = Encoding {
    encoder: |columns, _| {
        Box::new(Csv { columns, mark: BYTE_ORDER_MARK, show: |cell| cell.safe() })
    },
    ..CSV
};

struct Csv {
    columns: Vec<Column>,
    mark: &'static str,
    show: for<'b> fn(&'b Cell<'_>) -> Cow<'b, str>,
}

impl Encode for Csv {
    fn begin(&mut self, file: &mut Vec<u8>) {
        file.extend_from_slice(self.mark.as_bytes());
        write_record(file, self.columns.iter().map(|column| Cow::Borrowed(column.name.as_ref())));
    }

    fn row(&mut self, row: &[Cell<'_>], file: &mut Vec<u8>) {
        write_record(file, row.iter().map(|cell| (self.show)(cell)));
    }
}

fn write_record<'a>(file: &mut Vec<u8>, cells: impl Iterator<Item = Cow<'a, str>>) {
    let cells: Vec<_> = cells.collect();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(file);
    writer
        .write_record(cells.iter().map(|cell| cell.as_bytes()))
        .and_then(|()| writer.flush().map_err(csv::Error::from))
        .expect("a record goes to memory without fail");
}
