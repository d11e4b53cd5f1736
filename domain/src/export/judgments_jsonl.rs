//! The long table as JSON, one object a line.

use serde::{Serialize, Serializer};

use super::judgments::{self, COLUMNS, Row};
use super::{Ledger, Source};

/// A row as an object with a key for each column.
struct Object<'a>(&'a Row<'a>);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(COLUMNS.iter().zip(self.0))
    }
}

/// Appends the rows of one task.
pub(super) fn write(source: &Source, ledger: &mut Ledger, buffer: &mut Vec<u8>) {
    for row in judgments::rows(source, ledger) {
        serde_json::to_writer(&mut *buffer, &Object(&row))
            .expect("writing text and numbers to memory does not fail");
        buffer.push(b'\n');
    }
}
