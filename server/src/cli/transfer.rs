//! `touchstone import` and `touchstone export`

use anyhow::{Context, bail};
use domain::export::Options as ExportOptions;
use domain::import::{Options, Report, Status};
use futures::StreamExt;
use tokio::fs::File;
use tokio::io::{AsyncWrite, AsyncWriteExt};
use tokio_util::io::ReaderStream;

use super::{Export, Import};
use crate::{export as exports, import as imports};

/// How many errors are printed.
const PRINTED: usize = 20;

/// Brings a file into a project.
pub(super) async fn import(import: Import) -> anyhow::Result<()> {
    let (db, actor) = import.account.open().await?;
    let name = import.file.file_name().map_or_else(|| "file".into(), |name| name.to_string_lossy());
    let file = File::open(&import.file)
        .await
        .with_context(|| format!("cannot open {}", import.file.display()))?;
    let options = Options { format: import.format, baseline: import.baseline };
    let bytes = ReaderStream::with_capacity(file, 64 * 1024);
    let done = imports::run(&db, &actor, import.project, &name, &options, bytes).await?;
    if done.status != Status::Completed {
        print_errors(&done.report);
        bail!("{} bad records; nothing was brought in", done.report.n_errors);
    }
    let Report { created, already_there, changed, n_notices, .. } = done.report;
    println!("{created} tasks created, {already_there} were there already");
    if changed > 0 {
        println!("{changed} were there with other content and stay as they were");
    }
    if n_notices > 0 {
        println!("{n_notices} are worth a look (blank or identical responses)");
    }
    Ok(())
}

fn print_errors(report: &Report) {
    for error in report.errors.iter().take(PRINTED) {
        eprintln!("line {}: {}: {}", error.line, error.field, error.reason);
    }
    let more = usize::try_from(report.n_errors).unwrap_or(usize::MAX).saturating_sub(PRINTED);
    if more > 0 {
        eprintln!("and {more} more");
    }
}

/// Writes a project's judgments.
pub(super) async fn export(export: Export) -> anyhow::Result<()> {
    let (db, actor) = export.account.open().await?;
    let options = ExportOptions { aggregation: export.aggregation, flagged: export.flagged };
    let file = exports::stream(&db, &actor, export.project, export.format, options).await?;
    match &export.output {
        None => write(file.bytes, tokio::io::stdout()).await?,
        Some(path) => {
            let output = File::create(path)
                .await
                .with_context(|| format!("cannot write {}", path.display()))?;
            write(file.bytes, output).await?;
        }
    }
    let ledger = file.ledger.await.context("the export was cut off")?;
    eprintln!("{} rows from {} judgments and skips", ledger.rows, ledger.read);
    for (reason, n) in ledger.left_out.by_reason() {
        if n > 0 {
            eprintln!("left out: {n} ({reason})");
        }
    }
    Ok(())
}

async fn write(mut bytes: exports::Chunks, mut to: impl AsyncWrite + Unpin) -> anyhow::Result<()> {
    while let Some(chunk) = bytes.next().await {
        to.write_all(&chunk?).await.context("cannot write the export")?;
    }
    to.flush().await.context("cannot write the export")
}
