//! Cuts the bytes of a file into records.
//!
//! Three layouts are understood, told apart by the first line: one JSON value a line, one JSON
//! array of all, or objects one after another over several lines, if the first line is `{` alone.
//! Lines end at `\n` alone: U+2028 and its like are text.

use super::LineError;
use super::fault::{Fault, RECORD};
use super::flaw::Flaw;

/// The longest record, in bytes.
pub const MAX_RECORD: usize = 8 * 1024 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRecord {
    /// The line on which the record starts; 1 is the first.
    pub line: u64,
    pub text: String,
}

/// Cuts the bytes of a file into records, whatever chunks they come in.
///
/// Holds the record at hand and no more: a record that grows beyond [`MAX_RECORD`] is reported
/// and passed over without being kept.
#[derive(Debug)]
pub struct Splitter {
    place: Place,
    /// The bytes of the record at hand.
    record: Vec<u8>,
    /// The line on which the record at hand starts.
    record_line: u64,
    /// The line of the next byte.
    line: u64,
    /// The record at hand was too long and has been reported.
    passing_over: bool,
    found: Vec<Result<RawRecord, LineError>>,
}

/// Where in the file the next byte stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// At the very start, where a byte order mark may stand.
    Start,
    /// Before the first byte that is not blank.
    Blank,
    /// Behind the brace with which the file starts, in the same line.
    Brace,
    Lines,
    Objects(Nesting),
    Array(Nesting),
    /// Behind the array.
    End,
    /// Behind the array, where something stood that should not; it has been reported.
    Rubbish,
}

/// Where in the array, or among the objects, the next byte stands.
#[derive(Debug, Clone, Copy)]
struct Nesting {
    depth: u32,
    in_text: bool,
    escaped: bool,
    /// Nothing but `[` has come yet.
    empty: bool,
}

impl Default for Splitter {
    fn default() -> Self {
        Self::new()
    }
}

impl Splitter {
    /// A splitter at the start of a file.
    pub fn new() -> Self {
        Self {
            place: Place::Start,
            record: Vec::new(),
            record_line: 1,
            line: 1,
            passing_over: false,
            found: Vec::new(),
        }
    }

    /// Takes the next bytes and hands out the records they complete, in the order of the file.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Result<RawRecord, LineError>> {
        self.feed(bytes);
        std::mem::take(&mut self.found)
    }

    /// Hands out what is left when the file is over.
    pub fn finish(mut self) -> Vec<Result<RawRecord, LineError>> {
        if matches!(self.place, Place::Start) {
            self.leave_start();
        }
        match self.place {
            Place::Brace | Place::Lines | Place::Objects(_) => self.complete(),
            Place::Array(_) => {
                self.report(self.line, Flaw::OpenList);
            }
            Place::Start | Place::Blank | Place::End | Place::Rubbish => {}
        }
        self.found
    }

    /// Bytes set aside for the record at hand.
    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.record.capacity()
    }

    fn feed(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            rest = match self.place {
                Place::Start => self.start(rest),
                Place::Blank => self.blank(rest),
                Place::Brace => self.brace(rest),
                Place::Lines => self.lines(rest),
                Place::Objects(nesting) => self.objects(rest, nesting),
                Place::Array(nesting) => self.array(rest, nesting),
                Place::End => self.end(rest),
                Place::Rubbish => &[],
            };
        }
    }

    fn start<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        self.record.push(bytes[0]);
        if self.record == BYTE_ORDER_MARK {
            self.record.clear();
            self.place = Place::Blank;
        } else if !BYTE_ORDER_MARK.starts_with(&self.record) {
            self.leave_start();
        }
        &bytes[1..]
    }

    /// What was held back is no byte order mark, so it is content.
    fn leave_start(&mut self) {
        let held = std::mem::take(&mut self.record);
        self.place = Place::Blank;
        self.feed(&held);
    }

    fn blank<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        match bytes[0] {
            b'[' => {
                self.place = Place::Array(Nesting::default());
                &bytes[1..]
            }
            byte if byte.is_ascii_whitespace() => {
                self.line += u64::from(byte == b'\n');
                &bytes[1..]
            }
            b'{' => {
                self.place = Place::Brace;
                self.record_line = self.line;
                self.keep(&bytes[..1]);
                &bytes[1..]
            }
            _ => {
                self.place = Place::Lines;
                self.record_line = self.line;
                bytes
            }
        }
    }

    fn brace<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        match bytes[0] {
            b'\n' => {
                self.place = Place::Objects(Nesting { depth: 1, ..Nesting::default() });
                bytes
            }
            byte if byte.is_ascii_whitespace() => {
                self.keep(&bytes[..1]);
                &bytes[1..]
            }
            _ => {
                self.place = Place::Lines;
                bytes
            }
        }
    }

    fn objects<'a>(&mut self, bytes: &'a [u8], mut nesting: Nesting) -> &'a [u8] {
        if !self.inside_record() {
            let blanks = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            self.line += newlines(&bytes[..blanks]);
            self.record_line = self.line;
            if blanks > 0 {
                return &bytes[blanks..];
            }
            if bytes[0] != b'{' {
                self.place = Place::Lines;
                return bytes;
            }
        }
        let end = bytes.iter().position(|byte| nesting.ends_object(*byte));
        let object = &bytes[..end.map_or(bytes.len(), |end| end + 1)];
        self.keep(object);
        self.line += newlines(object);
        if end.is_some() {
            self.complete();
            nesting = Nesting { depth: 0, ..Nesting::default() };
        }
        self.place = Place::Objects(nesting);
        &bytes[object.len()..]
    }

    fn lines<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else {
            self.keep(bytes);
            return &[];
        };
        self.keep(&bytes[..end]);
        self.complete();
        self.line += 1;
        self.record_line = self.line;
        &bytes[end + 1..]
    }

    fn array<'a>(&mut self, bytes: &'a [u8], mut nesting: Nesting) -> &'a [u8] {
        if !self.inside_record() {
            let blanks = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            self.line += newlines(&bytes[..blanks]);
            self.record_line = self.line;
            if blanks > 0 {
                return &bytes[blanks..];
            }
        }
        let end = bytes.iter().position(|byte| nesting.ends_item(*byte));
        let item = &bytes[..end.unwrap_or(bytes.len())];
        self.keep(item);
        self.line += newlines(item);
        let Some(end) = end else {
            self.place = Place::Array(nesting);
            return &[];
        };

        let closed = bytes[end] == b']';
        if self.inside_record() {
            self.complete();
        } else if !(closed && nesting.empty) {
            self.report(self.line, Flaw::NothingBesideComma);
        }
        nesting.empty = false;
        self.place = if closed { Place::End } else { Place::Array(nesting) };
        &bytes[end + 1..]
    }

    fn end<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        if bytes[0].is_ascii_whitespace() {
            self.line += u64::from(bytes[0] == b'\n');
        } else {
            self.report(self.line, Flaw::BehindTheList);
            self.place = Place::Rubbish;
        }
        &bytes[1..]
    }

    fn inside_record(&self) -> bool {
        self.passing_over || !self.record.is_empty()
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.passing_over {
            return;
        }
        if self.record.len() + bytes.len() > MAX_RECORD {
            self.record = Vec::new();
            self.passing_over = true;
            self.report(self.record_line, Flaw::RecordTooLong);
            return;
        }
        self.record.extend_from_slice(bytes);
    }

    fn complete(&mut self) {
        let bytes = std::mem::take(&mut self.record);
        let reported = std::mem::take(&mut self.passing_over);
        if reported || bytes.trim_ascii().is_empty() {
            return;
        }
        match String::from_utf8(bytes) {
            Ok(mut text) => {
                text.truncate(text.trim_ascii_end().len());
                self.found.push(Ok(RawRecord { line: self.record_line, text }));
            }
            Err(error) => {
                let byte = error.utf8_error().valid_up_to() + 1;
                self.report(self.record_line, Flaw::NotUtf8 { byte });
            }
        }
    }

    fn report(&mut self, line: u64, flaw: Flaw) {
        self.found.push(Err(Fault::new(RECORD, flaw).at(line)));
    }
}

impl Default for Nesting {
    fn default() -> Self {
        Self { depth: 1, in_text: false, escaped: false, empty: true }
    }
}

impl Nesting {
    /// Steps over `byte`, and says whether it ends an outermost object.
    fn ends_object(&mut self, byte: u8) -> bool {
        let closes = !self.in_text && matches!(byte, b'}' | b']') && self.depth <= 1;
        self.ends_item(byte);
        closes
    }

    /// Steps over `byte`, and says whether it ends an item of the outermost list.
    fn ends_item(&mut self, byte: u8) -> bool {
        if self.in_text {
            let escaped = std::mem::take(&mut self.escaped);
            self.escaped = byte == b'\\' && !escaped;
            self.in_text = byte != b'"' || escaped;
            return false;
        }
        match byte {
            b',' | b']' if self.depth == 1 => return true,
            b'"' => self.in_text = true,
            b'{' | b'[' => self.depth = self.depth.saturating_add(1),
            b'}' | b']' => self.depth = self.depth.saturating_sub(1).max(1),
            _ => {}
        }
        false
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}
