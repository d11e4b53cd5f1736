//! Files that are no text, told by their first bytes.

use serde::{Deserialize, Serialize};

/// What holds the records, where it is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Container {
    Parquet,
    Arrow,
    /// Excel workbooks are such archives, too.
    Zip,
    Zstd,
    Xz,
    Bzip2,
    Database,
    Utf16,
}

/// How each kind of file begins.
const BEGINNINGS: [(&[u8], Container); 9] = [
    (b"PAR1", Container::Parquet),
    (b"ARROW1", Container::Arrow),
    (b"PK\x03\x04", Container::Zip),
    (b"\x28\xB5\x2F\xFD", Container::Zstd),
    (b"\xFD7zXZ\x00", Container::Xz),
    (b"BZh", Container::Bzip2),
    (b"SQLite format 3", Container::Database),
    (b"\xFF\xFE", Container::Utf16),
    (b"\xFE\xFF", Container::Utf16),
];

impl Container {
    /// How many bytes are needed to tell.
    pub const HEAD: usize = 16;

    /// Recognises a file by its first bytes.
    pub fn of(head: &[u8]) -> Option<Self> {
        BEGINNINGS.into_iter().find(|(start, _)| head.starts_with(start)).map(|(_, kind)| kind)
    }

    /// What it is, and what to do.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Container::Parquet => {
                "this is a Parquet file, which cannot be imported yet; convert it to JSON Lines, \
                 in Python with pandas.read_parquet(\"in.parquet\").to_json(\"out.jsonl\", \
                 orient=\"records\", lines=True)"
            }
            Container::Arrow => {
                "this is an Arrow file, which cannot be imported; convert it to JSON Lines, in \
                 Python with pandas.read_feather(\"in.arrow\").to_json(\"out.jsonl\", \
                 orient=\"records\", lines=True)"
            }
            Container::Zip => {
                "this is a zip archive or an Excel workbook; unpack it, or save it as JSON Lines"
            }
            Container::Zstd => "the file is compressed with zstd; unpack it, or use gzip",
            Container::Xz => "the file is compressed with xz; unpack it, or use gzip",
            Container::Bzip2 => "the file is compressed with bzip2; unpack it, or use gzip",
            Container::Database => "this is an SQLite database; export its rows as JSON Lines",
            Container::Utf16 => "the file is UTF-16; save it as UTF-8",
        }
    }
}
