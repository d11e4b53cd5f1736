//! The first pass: the file is put aside and every record checked.

use bytes::Bytes;
use domain::Error as Refusal;
use domain::import::{Format, LineError, RawRecord, Report, Splitter, parse};
use futures::{Stream, StreamExt};
use tokio::fs::File;
use tokio::io::{AsyncSeekExt, AsyncWriteExt};

use crate::error::{Error, Result};

/// A file put aside, checked.
pub(super) struct Spooled {
    pub file: File,
    pub format: Format,
    /// What is wrong, and what is worth a look; nothing is counted as created yet.
    pub report: Report,
}

/// Puts a stream of bytes aside and checks it record by record.
pub(super) async fn spool<E>(
    mut bytes: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
    format: Option<Format>,
) -> Result<Spooled>
where
    E: Into<anyhow::Error>,
{
    let mut file = File::from_std(tempfile::tempfile().map_err(full)?);
    let mut splitter = Splitter::new();
    let mut check = Check { format, report: Report::default(), records: 0 };
    while let Some(chunk) = bytes.next().await {
        let chunk = chunk.map_err(|error| cut_off(error.into()))?;
        file.write_all(&chunk).await.map_err(full)?;
        check.records(splitter.push(&chunk));
    }
    check.records(splitter.finish());
    if check.records == 0 && check.report.n_errors == 0 {
        return Err(Refusal::invalid("file", "the file is empty").into());
    }
    file.flush().await.map_err(full)?;
    file.rewind().await.map_err(full)?;
    Ok(Spooled { file, format: check.format.unwrap_or(Format::Pairs), report: check.report })
}

struct Check {
    format: Option<Format>,
    report: Report,
    records: u64,
}

impl Check {
    fn records(&mut self, records: Vec<std::result::Result<RawRecord, LineError>>) {
        for record in records {
            self.records += 1;
            match record {
                Ok(record) => self.record(&record),
                Err(error) => self.report.error(error),
            }
        }
    }

    fn record(&mut self, record: &RawRecord) {
        let format = match self.format.or_else(|| Format::detect(&record.text)) {
            Some(format) => *self.format.insert(format),
            // The first record is like no format: the errors of the commonest one say what is missing.
            None => Format::Pairs,
        };
        match parse(format, record.line, &record.text) {
            Ok(parsed) => {
                for notice in parsed.notices(record.line) {
                    self.report.notice(notice);
                }
            }
            Err(error) => self.report.error(error),
        }
    }
}

fn cut_off(error: anyhow::Error) -> Error {
    tracing::info!(error = format!("{error:#}"), "an upload was cut off");
    Refusal::invalid("file", "the upload was cut off or is too large; nothing was brought in")
        .into()
}

/// The temporary folder cannot take the file.
fn full(error: std::io::Error) -> Error {
    tracing::warn!(%error, "an upload cannot be put aside");
    Refusal::Busy { seconds: 30 }.into()
}
