//! The long table as JSON, one object a line.

use serde::{Serialize, Serializer};

use super::judgments::{self, Row};
use super::{Ledger, Source, write_line};

/// A row as an object with a key for each column that is not empty throughout.
struct Object<'a> {
    columns: &'a [String],
    empty: &'a [String],
    row: &'a Row<'a>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.columns.iter().zip(self.row);
        serializer.collect_map(cells.filter(|(column, _)| !self.empty.contains(column)))
    }
}

/// Appends the rows of one task.
pub(super) fn write(source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    let columns = judgments::columns(&source.project);
    let empty = &source.project.empty_columns;
    for row in judgments::rows(source, ledger) {
        write_line(buffer, &Object { columns: &columns, empty, row: &row });
    }
}
