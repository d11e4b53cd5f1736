//! The long table as JSON, one object a line.

use serde::{Serialize, Serializer};

use super::judgments::{self, Row};
use super::{Ledger, Source, write_line};

/// A row as an object with a key for each column.
struct Object<'a> {
    columns: &'a [String],
    row: &'a Row<'a>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.columns.iter().zip(self.row))
    }
}

/// Appends the rows of one task.
pub(super) fn write(source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    let columns = judgments::columns(&source.project);
    for row in judgments::rows(source, ledger) {
        write_line(buffer, &Object { columns: &columns, row: &row });
    }
}
