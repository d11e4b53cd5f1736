//! Reads the records of a file: cuts its bytes, recognises the format, reads record by record.

use serde_json::{Map, Value};

use super::fault::RECORD;
use super::{
    Container, Flaw, Format, LineError, MAX_LISTED, RawRecord, Record, Splitter, json, read,
};
use crate::protocol::Kind;

/// How many keys of a record an error names, and how much of each, in characters.
const KEYS: usize = 30;
const KEY: usize = 40;

/// How much of a text that is no record an error shows, in characters.
const SHOWN: usize = 40;

/// What a file turned out to hold, in its order.
#[derive(Debug)]
pub enum Item {
    /// A record, and the text it was read from.
    Record(RawRecord, Record),
    /// A record with an error.
    Wrong(LineError),
    /// Records that are like no format, and the one error for all of them.
    Unknown { records: u64, error: LineError },
    /// The file cannot be read at all; nothing follows.
    Refused(LineError),
}

/// Reads the records of a file, whatever chunks its bytes come in.
#[derive(Debug)]
pub struct Intake {
    kind: Kind,
    /// As it was asked for.
    chosen: Option<Format>,
    /// That of the first record that is like one.
    format: Option<Format>,
    /// The first bytes, while they are too few to tell what file it is.
    head: Option<Vec<u8>>,
    splitter: Splitter,
    /// The errors of records before the first that is like a format.
    unknown: Vec<LineError>,
    n_unknown: u64,
    /// The longest list of objects in the first record.
    list_inside: Option<Flaw>,
    /// Records so far.
    records: u64,
    refused: bool,
}

impl Intake {
    /// At the start of a file for a project that asks this kind of question.
    pub fn new(kind: Kind, format: Option<Format>) -> Self {
        Self {
            kind,
            chosen: format,
            format: None,
            head: Some(Vec::new()),
            splitter: Splitter::new(),
            unknown: Vec::new(),
            n_unknown: 0,
            list_inside: None,
            records: 0,
            refused: false,
        }
    }

    /// The format of the records so far, or the one asked for.
    pub fn format(&self) -> Option<Format> {
        self.format.or(self.chosen)
    }

    /// Takes the next bytes and gives what they complete.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Item> {
        let mut items = Vec::new();
        if self.refused {
            return items;
        }
        let Some(head) = &mut self.head else {
            let found = self.splitter.push(bytes);
            self.take(found, &mut items);
            return items;
        };
        head.extend_from_slice(bytes);
        if head.len() >= Container::HEAD {
            self.open(&mut items);
        }
        items
    }

    /// Gives what is left when the file is over.
    pub fn finish(mut self) -> (Vec<Item>, Option<Format>) {
        let mut items = Vec::new();
        self.finish_into(&mut items);
        (items, self.format())
    }

    fn finish_into(&mut self, items: &mut Vec<Item>) {
        if self.head.is_some() {
            self.open(items);
        }
        if self.refused {
            return;
        }
        let found = std::mem::take(&mut self.splitter).finish();
        self.take(found, items);
        if self.n_unknown == 0 || self.refused {
            return;
        }
        let mut error = self.unknown.remove(0);
        if let (1, Some(flaw)) = (self.records, self.list_inside.take()) {
            error = LineError::new(error.line, RECORD, flaw);
        }
        items.push(Item::Unknown { records: self.n_unknown, error });
    }

    /// Looks at the head of the file, and lets its records in.
    fn open(&mut self, items: &mut Vec<Item>) {
        let head = self.head.take().unwrap_or_default();
        if let Some(kind) = Container::of(&head) {
            return self.refuse(LineError::of_file(Flaw::Container { kind }), items);
        }
        let found = self.splitter.push(&head);
        self.take(found, items);
    }

    fn refuse(&mut self, error: LineError, items: &mut Vec<Item>) {
        self.refused = true;
        items.push(Item::Refused(error));
    }

    fn take(&mut self, found: Vec<Result<RawRecord, LineError>>, items: &mut Vec<Item>) {
        for found in found {
            self.records += 1;
            match found {
                Ok(raw) => self.record(raw, items),
                Err(error) => items.push(Item::Wrong(error)),
            }
            if self.refused {
                return;
            }
        }
    }

    fn record(&mut self, raw: RawRecord, items: &mut Vec<Item>) {
        let fields = match json::object(&raw.text) {
            Ok(fields) => fields,
            Err(fault) => {
                if let Some(flaw) = self.no_json(&raw.text) {
                    return self.refuse(LineError::new(raw.line, "file", flaw), items);
                }
                return items.push(Item::Wrong(fault.at(raw.line)));
            }
        };
        let Some(format) = self.format_of(&fields) else {
            return self.note_unknown(raw.line, &fields);
        };
        if self.format.is_none() {
            self.format = Some(format);
            // The records before are errors of their own, then.
            let unlisted = self.n_unknown - self.unknown.len() as u64;
            items.extend(self.unknown.drain(..).map(Item::Wrong));
            if let Some(Item::Wrong(error)) = items.pop_if(|_| unlisted > 0) {
                items.push(Item::Unknown { records: unlisted + 1, error });
            }
            self.n_unknown = 0;
        }
        let item = match read(format, self.kind, fields) {
            Ok(record) => Item::Record(raw, record),
            Err(fault) => Item::Wrong(fault.at(raw.line)),
        };
        items.push(item);
    }

    fn format_of(&self, fields: &Map<String, Value>) -> Option<Format> {
        self.format.or(match self.chosen {
            Some(chosen) => chosen.fits(fields).then_some(chosen),
            None => Format::of(fields),
        })
    }

    fn note_unknown(&mut self, line: u64, fields: &Map<String, Value>) {
        if self.n_unknown == 0 {
            self.list_inside = list_inside(fields);
        }
        self.n_unknown += 1;
        if self.unknown.len() < MAX_LISTED {
            let keys = fields.keys().take(KEYS).map(|key| shortened(key, KEY)).collect();
            let flaw = Flaw::UnknownShape { format: self.chosen, keys };
            self.unknown.push(LineError::new(line, RECORD, flaw));
        }
    }

    /// What the file is if its first line is not JSON at all.
    fn no_json(&self, line: &str) -> Option<Flaw> {
        let is_first = self.records == 1;
        let line = line.trim_start();
        if !is_first || line.starts_with(['{', '[']) || serde_json::from_str::<Value>(line).is_ok()
        {
            return None;
        }
        // A record of JSON that was cut at its front looks like a table with commas.
        if line.contains("\":") {
            return None;
        }
        let columns = [',', '\t', ';'].into_iter().map(|mark| columns(line, mark));
        let columns = columns.max_by_key(Vec::len).unwrap_or_default();
        Some(match columns.len() {
            0 | 1 => Flaw::NotRecords { found: shortened(line, SHOWN) },
            _ => Flaw::Table { columns },
        })
    }
}

/// The names in the head of a table.
fn columns(line: &str, mark: char) -> Vec<String> {
    let names = line.trim_end().split(mark).take(KEYS);
    names.map(|name| shortened(name.trim().trim_matches('"'), KEY)).collect()
}

/// The longest list of objects in a record, which may be what the file is about.
fn list_inside(fields: &Map<String, Value>) -> Option<Flaw> {
    let lists = fields.iter().filter_map(|(key, value)| {
        let items = value.as_array()?;
        items.iter().all(Value::is_object).then_some((key, items.len()))
    });
    let (key, items) =
        lists.rev().max_by_key(|(_, items)| *items).filter(|(_, items)| *items > 0)?;
    Some(Flaw::ListInside { key: shortened(key, KEY), items })
}

fn shortened(text: &str, most: usize) -> String {
    let shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() { format!("{shown}…") } else { shown }
}
