//! Encodings: how rows of typed cells become bytes.

mod csv;
mod json_lines;

pub(super) use self::csv::{CSV, SPREADSHEET_CSV};
pub(super) use self::json_lines::JSON_LINES;
use super::cell::Cell;
use super::column::Column;
use super::description::FileType;

/// How rows of typed cells become bytes.
pub struct Encoding {
    pub file_type: FileType,
    /// Creates an encoder for a file with these columns. The names are those of empty columns.
    pub(super) encoder: fn(Vec<Column>, &[String]) -> Box<dyn Encode + Send>,
}

/// Writes one file.
pub(super) trait Encode {
    /// Appends everything before the first row.
    fn begin(&mut self, file: &mut Vec<u8>);

    /// Appends a row with a cell for each column.
    fn row(&mut self, row: &[Cell<'_>], file: &mut Vec<u8>);

    /// Appends everything after the last row.
    fn finish(&mut self, _file: &mut Vec<u8>) {}
}
