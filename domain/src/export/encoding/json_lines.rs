//! JSON Lines: an object with a key for each column on every line.

use serde::{Serialize, Serializer};

use super::{Encode, Encoding};
use crate::export::cell::Cell;
use crate::export::column::Column;
use crate::export::description::FileType;

/// JSON Lines.
pub(in crate::export) const JSON_LINES: Encoding = Encoding {
    file_type: FileType::JSON_LINES,
    encoder: |columns, empty| {
        let is_written = |column: &Column| !empty.iter().any(|name| *name == column.name);
        let is_written = columns.iter().map(is_written).collect();
        Box::new(JsonLines { columns, is_written })
    },
};

struct JsonLines {
    columns: Vec<Column>,
    /// For each column whether its key is in the file.
    is_written: Vec<bool>,
}

impl Encode for JsonLines {
    fn begin(&mut self, _: &mut Vec<u8>) {}

    fn row(&mut self, row: &[Cell<'_>], file: &mut Vec<u8>) {
        serde_json::to_writer(&mut *file, &Object { form: self, row })
            .expect("writing text and numbers to memory does not fail");
        file.push(b'\n');
    }
}

struct Object<'a> {
    form: &'a JsonLines,
    row: &'a [Cell<'a>],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.form.columns.iter().zip(self.row).zip(&self.form.is_written);
        let written = cells.filter(|(_, is_written)| **is_written);
        serializer.collect_map(written.map(|((column, cell), _)| (&column.name, cell)))
    }
}
