//! Finding columns without a value, before a file is written.

use std::collections::BTreeSet;

use super::cell::Cell;
use super::target::Target;
use super::{Ledger, Options, ProjectFacts, Source};

/// Finds columns in which no row has a value from which its type could be told.
pub struct Survey {
    target: &'static Target,
    columns: Vec<String>,
    /// Indices of the columns that had no value so far.
    empty: BTreeSet<usize>,
}

impl Survey {
    /// Starts with the columns of a target's first file. `None` if that file keeps empty columns.
    pub fn new(target: &'static Target, project: &ProjectFacts) -> Option<Self> {
        let file = target.files.first().filter(|file| file.encoding.file_type.infers_types)?;
        let columns: Vec<String> =
            (file.columns)(project).into_iter().map(|column| column.name.into_owned()).collect();
        let empty = (0..columns.len()).collect();
        Some(Self { target, columns, empty })
    }

    /// Looks at the rows of some tasks.
    pub fn add(&mut self, sources: &[Source]) {
        let empty = &mut self.empty;
        let mut look = |file: usize, row: &[Cell<'_>]| {
            if file == 0 {
                empty.retain(|index| row.get(*index).is_none_or(|cell| !cell.has_type()));
            }
        };
        let ledger = &mut Ledger::default();
        (self.target.rows)(Options::default(), sources, ledger, &mut look);
    }

    /// Whether every column has had a value.
    pub fn is_done(&self) -> bool {
        self.empty.is_empty()
    }

    /// The columns that are empty in every row.
    pub fn finish(self) -> Vec<String> {
        self.empty.iter().filter_map(|index| self.columns.get(*index).cloned()).collect()
    }
}
