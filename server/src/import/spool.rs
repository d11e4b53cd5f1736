//! The first pass: every record is checked and put aside.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};
use std::os::unix::fs::FileExt;

use bytes::Bytes;
use domain::Error as Refusal;
use domain::id::PromptId;
use domain::import::{
    Flaw, Format, IdKey, Intake, Item, LineError, Notice, RawRecord, Record, Remark, Report, Twin,
    parse, prompt_id, response_id, short_id,
};
use domain::protocol::Kind;
use domain::reason::Reason;
use futures::{Stream, StreamExt};

use super::entries::{Entry, Sorter};
use super::unpack::Unpacker;
use crate::error::{Error, Result};

/// How many records are sorted at a time; their places take 32 bytes each.
const SORTED: usize = 1_000_000;

/// How many bytes of a file are read at once.
const CHUNK: usize = 4 * 1024;

/// How many bytes go to the disk at once.
const BUFFER: usize = 256 * 1024;

/// A file taken apart: its records, checked, and what was found out about them.
pub(super) struct Spooled {
    /// None where no record was like a format.
    pub format: Option<Format>,
    pub kind: Kind,
    /// What is wrong, and what is worth a look; nothing is counted as created yet.
    pub report: Report,
    pub records: Records,
}

/// Records put aside, each of them once, to be read in the order of their prompts' ids. That order
/// brings neighbours in the database together: a file in its own order changes every page of every
/// index again and again. Longer files are ordered in parts.
pub(super) struct Records {
    format: Format,
    kind: Kind,
    /// The texts of the records, one after the other, in the order of the file.
    texts: File,
    /// The place of each record that does not repeat an earlier one.
    places: BufReader<File>,
    /// Those to be read next, the last one first.
    sorted: Vec<Place>,
}

/// Where a record lies, and where it belongs: 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// The first bytes of its prompt's id.
    prompt: u64,
    /// In bytes.
    start: u64,
    line: u64,
    /// In bytes.
    length: u32,
    /// Tells outputs apart that are alike but for their other keys.
    sample: u32,
}

/// Takes a stream of bytes apart and checks it record by record.
pub(super) async fn spool<E>(
    key: &IdKey,
    kind: Kind,
    mut bytes: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
    format: Option<Format>,
    max_bytes: u64,
) -> Result<Spooled>
where
    E: Into<anyhow::Error>,
{
    let mut intake = Intake::new(kind, format);
    let mut unpacker = Unpacker::new(max_bytes);
    let mut check = Check {
        key: key.clone(),
        kind,
        report: Report::default(),
        texts: BufWriter::with_capacity(BUFFER, tempfile::tempfile().map_err(full)?),
        end: 0,
        entries: Sorter::new(),
    };
    while let Some(chunk) = bytes.next().await {
        let chunk = chunk.map_err(|error| cut_off(error.into()))?;
        // What is packed may be a thousand times as much: others have their turns in between.
        for chunk in chunk.chunks(CHUNK) {
            let mut items = Vec::new();
            let flaw = unpacker.push(chunk, &mut |bytes| items.extend(intake.push(bytes)));
            check.items(items)?;
            if let Err(flaw) = flaw {
                check.report.error(LineError::of_file(flaw));
            }
            tokio::task::yield_now().await;
        }
    }
    let mut items = Vec::new();
    let flaw = unpacker.finish(&mut |bytes| items.extend(intake.push(bytes)));
    if let Err(flaw) = flaw {
        check.report.error(LineError::of_file(flaw));
    }
    let (rest, format) = intake.finish();
    items.extend(rest);
    check.items(items)?;
    if check.report.records.total == 0 && check.report.n_errors == 0 {
        return Err(Refusal::invalid("file", Reason::FileEmpty).into());
    }
    let finishing = tokio::task::spawn_blocking(move || check.finish(format));
    finishing.await.map_err(anyhow::Error::new)?.map_err(full)
}

struct Check {
    key: IdKey,
    kind: Kind,
    report: Report,
    texts: BufWriter<File>,
    /// How many bytes of text there are.
    end: u64,
    entries: Sorter,
}

impl Check {
    fn items(&mut self, items: Vec<Item>) -> Result<()> {
        for item in items {
            let records = &mut self.report.records;
            match item {
                Item::Record(raw, record) => {
                    records.total += 1;
                    for notice in record.notices(raw.line) {
                        self.report.notice(notice);
                    }
                    self.put_aside(&record, &raw).map_err(full)?;
                }
                Item::Wrong(error) => {
                    records.total += 1;
                    records.wrong += 1;
                    self.report.error(error);
                }
                Item::Unknown { records: n, error } => {
                    records.total += n;
                    records.wrong += n;
                    self.report.error(error);
                }
                Item::Refused(error) => self.report.error(error),
            }
        }
        Ok(())
    }

    fn put_aside(&mut self, record: &Record, raw: &RawRecord) -> std::io::Result<()> {
        let prompt = prompt_id(&self.key, record.messages());
        let key = match record {
            Record::Task(task) => short_id(&task.external_id),
            Record::Output(output) => {
                response_id(&self.key, prompt, &output.response, 1).0.into_bytes()
            }
        };
        let (start, length) = (self.end, raw.text.len() as u64);
        self.texts.write_all(raw.text.as_bytes())?;
        self.end += length;
        self.entries.push(Entry { key, start, length, line: raw.line, prompt: high_bits(prompt) })
    }

    /// Finds the records that go by the same id. Those that repeat an earlier one are counted and
    /// left out; two that differ are an error.
    fn finish(mut self, found: Option<Format>) -> std::io::Result<Spooled> {
        // Without a format there is no record to be read.
        let format = found.unwrap_or(Format::Pairs);
        let kind = self.kind;
        let texts = self.texts.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        let mut places = BufWriter::with_capacity(BUFFER, tempfile::tempfile()?);
        let report = &mut self.report;
        let mut entries = self.entries.sorted()?;
        let mut first: Option<Entry> = None;
        let mut first_record: Option<Record> = None;
        // What else the outputs say that are alike, each once.
        let mut samples: HashSet<String> = HashSet::new();
        while let Some(entry) = entries.next()? {
            let Some(earlier) = first.filter(|first| first.key == entry.key) else {
                places.write_all(&Place::of(&entry, 1).to_bytes())?;
                (first, first_record) = (Some(entry), None);
                samples.clear();
                continue;
            };
            let known = match &mut first_record {
                Some(known) => known,
                none => none.insert(read(&texts, format, kind, earlier.start, earlier.length)?),
            };
            let record = read(&texts, format, kind, entry.start, entry.length)?;
            match record.twin_of(known) {
                Twin::Same => report.records.repeated += 1,
                Twin::Sample => {
                    let keys = |record: &Record| serde_json::to_string(record.metadata());
                    if samples.is_empty() {
                        samples.insert(keys(known)?);
                    }
                    if samples.insert(keys(&record)?) {
                        let sample = u32::try_from(samples.len()).unwrap_or(u32::MAX);
                        places.write_all(&Place::of(&entry, sample).to_bytes())?;
                    } else {
                        report.records.repeated += 1;
                    }
                }
                Twin::OtherKeys => {
                    report.records.repeated += 1;
                    report
                        .notice(Notice::new(entry.line, Remark::OtherKeys { line: earlier.line }));
                }
                Twin::Other => {
                    report.records.wrong += 1;
                    let flaw = Flaw::IdTwice { line: earlier.line };
                    report.error(LineError::new(entry.line, "id", flaw));
                }
            }
        }
        report.sort();
        let mut places = places.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        places.rewind()?;
        let places = BufReader::new(places);
        let records = Records { format, kind, texts, places, sorted: Vec::new() };
        Ok(Spooled { format: found, kind, report: self.report, records })
    }
}

impl Records {
    /// The next record, how many bytes its text has, and its sample; none after the last. Waits for the disk.
    pub fn next(&mut self) -> std::io::Result<Option<(Record, usize, u32)>> {
        if self.sorted.is_empty() {
            self.sort_some()?;
        }
        let Some(place) = self.sorted.pop() else { return Ok(None) };
        let length = u64::from(place.length);
        let record = read(&self.texts, self.format, self.kind, place.start, length)?;
        let length = usize::try_from(length).expect("a record was in memory before");
        Ok(Some((record, length, place.sample)))
    }

    /// The first line on which each of some prompts stands.
    pub fn lines(&mut self, prompts: &[PromptId]) -> std::io::Result<HashMap<PromptId, u64>> {
        let mut lines: HashMap<u64, u64> = HashMap::new();
        let wanted: HashSet<u64> = prompts.iter().copied().map(high_bits).collect();
        self.places.rewind()?;
        while let Some(place) = self.next_place()? {
            if wanted.contains(&place.prompt) {
                let line = lines.entry(place.prompt).or_insert(place.line);
                *line = place.line.min(*line);
            }
        }
        let line = |prompt: &PromptId| Some((*prompt, *lines.get(&high_bits(*prompt))?));
        Ok(prompts.iter().filter_map(line).collect())
    }

    fn sort_some(&mut self) -> std::io::Result<()> {
        while self.sorted.len() < SORTED {
            let Some(place) = self.next_place()? else { break };
            self.sorted.push(place);
        }
        self.sorted.sort_unstable_by(|one, other| other.cmp(one));
        Ok(())
    }

    fn next_place(&mut self) -> std::io::Result<Option<Place>> {
        let mut bytes = [0; Place::BYTES];
        match self.places.read_exact(&mut bytes) {
            Ok(()) => Ok(Some(Place::from_bytes(bytes))),
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Reads a record that the first pass has found to be right.
fn read(
    texts: &File,
    format: Format,
    kind: Kind,
    start: u64,
    length: u64,
) -> std::io::Result<Record> {
    let length = usize::try_from(length).expect("a record was in memory before");
    let mut text = vec![0; length];
    texts.read_exact_at(&mut text, start)?;
    let text = String::from_utf8(text).map_err(std::io::Error::other)?;
    parse(format, kind, 0, &text).map_err(|error| std::io::Error::other(error.reason))
}

/// The part of a prompt's id by which its records are ordered.
fn high_bits(prompt: PromptId) -> u64 {
    prompt.0.as_u64_pair().0
}

impl Place {
    const BYTES: usize = 32;

    fn of(entry: &Entry, sample: u32) -> Self {
        let Entry { prompt, start, length, line, .. } = *entry;
        let length = u32::try_from(length).expect("a record has a few megabytes at most");
        Self { prompt, start, line, length, sample }
    }

    fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let sizes = u64::from(self.length) << 32 | u64::from(self.sample);
        let parts = [self.prompt, self.start, self.line, sizes];
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
        let low = |sizes: u64| u32::try_from(sizes & u64::from(u32::MAX)).unwrap_or_default();
        let sizes = part(3);
        let (length, sample) = (low(sizes >> 32), low(sizes));
        Self { prompt: part(0), start: part(1), line: part(2), length, sample }
    }
}

fn cut_off(error: anyhow::Error) -> Error {
    tracing::info!(error = format!("{error:#}"), "an upload was cut off");
    Refusal::invalid("file", Reason::UploadInterrupted).into()
}

/// The temporary folder cannot take the file.
fn full(error: std::io::Error) -> Error {
    tracing::warn!(%error, "an upload cannot be put aside");
    Refusal::Busy { seconds: 30 }.into()
}
