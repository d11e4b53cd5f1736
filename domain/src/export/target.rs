//! Targets: the definitions of formats.
//!
//! A target is one value: its description, its files with their typed columns, and a function that
//! turns the tasks of one prompt into rows. It knows nothing of bytes. An [`Encoding`] writes rows
//! of typed cells and knows nothing of targets.
//!
//! A further target is a file of its own and a line in the list of [`Format`](super::Format). A
//! further encoding, such as Parquet, can be used by any target.

use super::cell::Cell;
use super::column::Column;
use super::description::Description;
use super::encoding::{Encode, Encoding};
use super::facts::ProjectFacts;
use super::{Ledger, Options, Source};

/// The definition of a format.
pub struct Target {
    pub description: &'static Description,
    /// The files in the order in which rows name them.
    pub files: &'static [File],
    /// Writes the rows of some tasks and accounts for every judgment and skip.
    pub(super) rows: fn(Options, &[Source], &mut Ledger, &mut Rows<'_>),
}

/// A file of a target.
pub struct File {
    /// The end of its name, before the extension of the encoding. Empty for the only file.
    pub suffix: &'static str,
    pub encoding: &'static Encoding,
    /// The columns, which may depend on the project.
    pub columns: fn(&ProjectFacts) -> Vec<Column>,
}

/// Receives rows: for each of them the number of its file, and a cell for each column.
pub(super) type Rows<'a> = dyn FnMut(usize, &[Cell<'_>]) + 'a;

/// Where the bytes of files go.
pub trait Sink {
    /// The end of a file. Files count from 0 in the order of [`Target::files`].
    fn file(&mut self, number: usize) -> &mut Vec<u8>;
}

/// The sink of a target with one file.
impl Sink for Vec<u8> {
    fn file(&mut self, _: usize) -> &mut Vec<u8> {
        self
    }
}

/// The sink of a target with several files.
impl Sink for [Vec<u8>] {
    fn file(&mut self, number: usize) -> &mut Vec<u8> {
        &mut self[number]
    }
}

/// Writes the files of one export. The same prompts in the same order give the same bytes.
pub struct Writer {
    target: &'static Target,
    options: Options,
    encoders: Vec<Box<dyn Encode + Send>>,
}

impl Writer {
    /// Prepares an export. `empty` names the empty columns that a [`Survey`](super::Survey) found.
    /// Only encodings without types leave them out.
    pub fn new(
        target: &'static Target,
        options: Options,
        project: &ProjectFacts,
        empty: &[String],
    ) -> Self {
        let encoder = |file: &File| (file.encoding.encoder)((file.columns)(project), empty);
        Self { target, options, encoders: target.files.iter().map(encoder).collect() }
    }

    /// Begins every file, with its header if it has one.
    pub fn begin(&mut self, sink: &mut (impl Sink + ?Sized)) {
        for (number, encoder) in self.encoders.iter_mut().enumerate() {
            encoder.begin(sink.file(number));
        }
    }

    /// Appends the rows of one prompt and accounts for all its judgments and skips. `prompt` has
    /// all tasks of the prompt in any order. A target that does not pool prompts also takes parts.
    pub fn prompt(
        &mut self,
        prompt: &[Source],
        ledger: &mut Ledger,
        sink: &mut (impl Sink + ?Sized),
    ) {
        let encoders = &mut self.encoders;
        let mut write = |file: usize, row: &[Cell<'_>]| encoders[file].row(row, sink.file(file));
        (self.target.rows)(self.options, prompt, ledger, &mut write);
    }

    /// Ends every file.
    pub fn finish(mut self, sink: &mut (impl Sink + ?Sized)) {
        for (number, encoder) in self.encoders.iter_mut().enumerate() {
            encoder.finish(sink.file(number));
        }
    }
}
