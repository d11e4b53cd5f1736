//! The first pass: every record is checked and put aside.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};
use std::os::unix::fs::FileExt;

use bytes::Bytes;
use domain::Error as Refusal;
use domain::import::{
    Format, IdKey, LineError, RawRecord, Record, Report, Splitter, parse, prompt_id,
};
use domain::protocol::Kind;
use domain::reason::Reason;
use futures::{Stream, StreamExt};

use crate::error::{Error, Result};

/// How many records are brought into order at a time; their places take 24 bytes each.
const SORTED: usize = 1_000_000;

/// How many bytes go to the disk at once.
const BUFFER: usize = 256 * 1024;

/// A file taken apart: its records, checked, and what was found out about them.
pub(super) struct Spooled {
    pub format: Format,
    pub kind: Kind,
    /// What is wrong, and what is worth a look; nothing is counted as created yet.
    pub report: Report,
    pub records: Records,
}

/// Records put aside, to be read in the order of their prompts' ids. That order brings neighbours
/// in the database together: a file in its own order changes every page of every index again
/// and again. Longer files are ordered in parts.
pub(super) struct Records {
    format: Format,
    kind: Kind,
    /// The texts of the records, one after the other, in the order of the file.
    texts: File,
    /// The place of each, in the same order.
    places: BufReader<File>,
    /// Those to be read next, the last one first.
    sorted: Vec<Place>,
}

/// Where a record lies, and where it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// The first bytes of its prompt's id.
    prompt: u64,
    /// In bytes.
    start: u64,
    /// In bytes.
    length: u64,
}

/// Takes a stream of bytes apart and checks it record by record.
pub(super) async fn spool<E>(
    key: &IdKey,
    kind: Kind,
    mut bytes: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
    format: Option<Format>,
) -> Result<Spooled>
where
    E: Into<anyhow::Error>,
{
    let mut splitter = Splitter::new();
    let mut check = Check {
        key: key.clone(),
        kind,
        format,
        report: Report::default(),
        records: 0,
        texts: BufWriter::with_capacity(BUFFER, tempfile::tempfile().map_err(full)?),
        end: 0,
        places: BufWriter::with_capacity(BUFFER, tempfile::tempfile().map_err(full)?),
    };
    while let Some(chunk) = bytes.next().await {
        let chunk = chunk.map_err(|error| cut_off(error.into()))?;
        check.records(splitter.push(&chunk))?;
    }
    check.records(splitter.finish())?;
    if check.records == 0 {
        return Err(Refusal::invalid("file", Reason::FileEmpty).into());
    }
    check.finish()
}

struct Check {
    key: IdKey,
    kind: Kind,
    format: Option<Format>,
    report: Report,
    records: u64,
    texts: BufWriter<File>,
    /// How many bytes of text there are.
    end: u64,
    places: BufWriter<File>,
}

impl Check {
    fn records(&mut self, records: Vec<std::result::Result<RawRecord, LineError>>) -> Result<()> {
        for record in records {
            self.records += 1;
            match record {
                Ok(record) => self.record(&record)?,
                Err(error) => self.report.error(error),
            }
        }
        Ok(())
    }

    fn record(&mut self, record: &RawRecord) -> Result<()> {
        let format = match self.format.or_else(|| Format::detect(&record.text)) {
            Some(format) => *self.format.insert(format),
            // The first record is like no format: the errors of the commonest one say what is missing.
            None => Format::Pairs,
        };
        match parse(format, self.kind, record.line, &record.text) {
            Ok(parsed) => {
                for notice in parsed.notices(record.line) {
                    self.report.notice(notice);
                }
                self.put_aside(&parsed, &record.text).map_err(full)?;
            }
            Err(error) => self.report.error(error),
        }
        Ok(())
    }

    fn put_aside(&mut self, record: &Record, text: &str) -> std::io::Result<()> {
        let (prompt, _) = prompt_id(&self.key, record.messages()).0.as_u64_pair();
        let place = Place { prompt, start: self.end, length: text.len() as u64 };
        self.texts.write_all(text.as_bytes())?;
        self.end += place.length;
        self.places.write_all(&place.to_bytes())
    }

    fn finish(self) -> Result<Spooled> {
        let format = self.format.unwrap_or(Format::Pairs);
        let texts = self.texts.into_inner().map_err(|error| full(error.into_error()))?;
        let mut places = self.places.into_inner().map_err(|error| full(error.into_error()))?;
        places.rewind().map_err(full)?;
        let places = BufReader::new(places);
        let kind = self.kind;
        let records = Records { format, kind, texts, places, sorted: Vec::new() };
        Ok(Spooled { format, kind, report: self.report, records })
    }
}

impl Records {
    /// The next record and how many bytes its text has; none after the last. Waits for the disk.
    pub fn next(&mut self) -> std::io::Result<Option<(Record, usize)>> {
        if self.sorted.is_empty() {
            self.sort_some()?;
        }
        let Some(place) = self.sorted.pop() else { return Ok(None) };
        let length = usize::try_from(place.length).expect("a record was in memory before");
        let mut text = vec![0; length];
        self.texts.read_exact_at(&mut text, place.start)?;
        let text = String::from_utf8(text).map_err(std::io::Error::other)?;
        // The first pass has read it already.
        let record = parse(self.format, self.kind, 0, &text);
        let record = record.map_err(|error| std::io::Error::other(error.reason))?;
        Ok(Some((record, length)))
    }

    fn sort_some(&mut self) -> std::io::Result<()> {
        let mut bytes = [0; Place::BYTES];
        while self.sorted.len() < SORTED {
            match self.places.read_exact(&mut bytes) {
                Ok(()) => self.sorted.push(Place::from_bytes(bytes)),
                Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => break,
                Err(error) => return Err(error),
            }
        }
        self.sorted.sort_unstable_by(|one, other| other.cmp(one));
        Ok(())
    }
}

impl Place {
    const BYTES: usize = 24;

    fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let parts = [self.prompt, self.start, self.length];
        for (chunk, part) in bytes.chunks_exact_mut(8).zip(parts) {
            chunk.copy_from_slice(&part.to_le_bytes());
        }
        bytes
    }

    fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        let part = |n: usize| {
            let chunk = bytes[8 * n..8 * (n + 1)].try_into();
            u64::from_le_bytes(chunk.expect("eight bytes are eight bytes"))
        };
        Self { prompt: part(0), start: part(1), length: part(2) }
    }
}

fn cut_off(error: anyhow::Error) -> Error {
    tracing::info!(error = format!("{error:#}"), "an upload was cut off");
    Refusal::invalid("file", Reason::UploadCutOff).into()
}

/// The temporary folder cannot take the file.
fn full(error: std::io::Error) -> Error {
    tracing::warn!(%error, "an upload cannot be put aside");
    Refusal::Busy { seconds: 30 }.into()
}
