//! Where each record of a file lies, sorted by what it is known by, so that records of one file
//! that go by the same id meet. Sorting takes bounded memory whatever the file.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::vec;

/// How many entries are sorted in memory: 6 MiB.
const RUN: usize = 128 * 1024;

/// How many entries of a run are read at once.
const READ: usize = 512;

/// A record of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// What the record is known by, in short.
    pub key: [u8; 16],
    /// Where its text starts, in bytes.
    pub start: u64,
    /// The length of its text, in bytes.
    pub length: u64,
    /// Its line in the file.
    pub line: u64,
    /// The first bytes of its prompt's id.
    pub prompt: u64,
}

impl Entry {
    pub const BYTES: usize = 48;

    pub fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[..16].copy_from_slice(&self.key);
        let parts = [self.start, self.length, self.line, self.prompt];
        for (chunk, part) in bytes[16..].chunks_exact_mut(8).zip(parts) {
            chunk.copy_from_slice(&part.to_be_bytes());
        }
        bytes
    }

    pub fn from_bytes(bytes: &[u8; Self::BYTES]) -> Self {
        let mut key = [0; 16];
        key.copy_from_slice(&bytes[..16]);
        let mut parts = bytes[16..].chunks_exact(8).map(|chunk| {
            u64::from_be_bytes(chunk.try_into().expect("eight bytes are eight bytes"))
        });
        let mut part = || parts.next().unwrap_or_default();
        Self { key, start: part(), length: part(), line: part(), prompt: part() }
    }
}

/// Takes entries in the order of the file. Sorted runs of them go to a temporary file.
pub(super) struct Sorter {
    held: Vec<Entry>,
    runs: Vec<File>,
}

impl Sorter {
    pub fn new() -> Self {
        Self { held: Vec::new(), runs: Vec::new() }
    }

    pub fn push(&mut self, entry: Entry) -> io::Result<()> {
        self.held.push(entry);
        if self.held.len() == RUN { self.write_run() } else { Ok(()) }
    }

    fn write_run(&mut self) -> io::Result<()> {
        self.held.sort_unstable();
        let bytes: Vec<u8> = self.held.drain(..).flat_map(Entry::to_bytes).collect();
        let mut file = tempfile::tempfile()?;
        file.write_all(&bytes)?;
        self.runs.push(file);
        Ok(())
    }

    /// All entries, in the order of their keys and then of the file.
    pub fn sorted(mut self) -> io::Result<Sorted> {
        self.held.sort_unstable();
        let mut runs: Vec<Run> = self
            .runs
            .into_iter()
            .map(|file| Run { file: Some(file), read: 0, ahead: Vec::new().into_iter() })
            .collect();
        runs.push(Run { file: None, read: 0, ahead: self.held.into_iter() });
        let mut sorted = Sorted { next: BinaryHeap::new(), runs };
        for run in 0..sorted.runs.len() {
            sorted.advance(run)?;
        }
        Ok(sorted)
    }
}

/// A merge of all runs.
pub(super) struct Sorted {
    /// The next entry of each run, the lowest on top.
    next: BinaryHeap<Reverse<(Entry, usize)>>,
    runs: Vec<Run>,
}

impl Sorted {
    fn advance(&mut self, run: usize) -> io::Result<()> {
        if let Some(entry) = self.runs[run].next()? {
            self.next.push(Reverse((entry, run)));
        }
        Ok(())
    }

    /// The next entry; none after the last.
    pub fn next(&mut self) -> io::Result<Option<Entry>> {
        let Some(Reverse((entry, run))) = self.next.pop() else { return Ok(None) };
        self.advance(run)?;
        Ok(Some(entry))
    }
}

/// Entries that are in order.
struct Run {
    /// Where those lie that are not in memory.
    file: Option<File>,
    /// How many were read from there.
    read: usize,
    ahead: vec::IntoIter<Entry>,
}

impl Run {
    fn next(&mut self) -> io::Result<Option<Entry>> {
        if self.ahead.as_slice().is_empty() {
            self.read_some()?;
        }
        Ok(self.ahead.next())
    }

    fn read_some(&mut self) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let n = READ.min(RUN - self.read);
        let mut bytes = vec![0; n * Entry::BYTES];
        file.read_exact_at(&mut bytes, (self.read * Entry::BYTES) as u64)?;
        self.read += n;
        let (entries, _) = bytes.as_chunks::<{ Entry::BYTES }>();
        self.ahead = entries.iter().map(Entry::from_bytes).collect::<Vec<_>>().into_iter();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back_in_order_however_many_runs_there_are() {
        let n = 2 * RUN as u64 + 1_000;
        let mut sorter = Sorter::new();
        for line in 0..n {
            let key = u128::from(line.wrapping_mul(0x9E37_79B9_7F4A_7C15) % 50_000).to_be_bytes();
            sorter.push(Entry { key, start: line * 7, length: line, line, prompt: !line }).unwrap();
        }

        let mut sorted = sorter.sorted().unwrap();
        let mut found = Vec::new();
        while let Some(entry) = sorted.next().unwrap() {
            assert_eq!((entry.start, entry.prompt), (entry.line * 7, !entry.line));
            found.push((entry.key, entry.line));
        }

        assert!(found.is_sorted());
        let mut lines: Vec<u64> = found.iter().map(|(_, line)| *line).collect();
        lines.sort_unstable();
        assert_eq!(lines, (0..n).collect::<Vec<_>>());
    }
}
