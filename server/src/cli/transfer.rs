//! `touchstone import` and `touchstone export`

use anyhow::{Context, bail};
use domain::batch::BatchState;
use domain::export::Options as ExportOptions;
use domain::import::{Options, Report};
use futures::StreamExt;
use tokio::fs::File;
use tokio::io::{AsyncWrite, AsyncWriteExt};
use tokio_util::io::ReaderStream;

use super::arguments::{Export, Import};
use crate::{export as exports, import as imports};

/// How many errors, or notices, are printed.
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
    let done = imports::run(&db, &actor, import.project, &name, &options, u64::MAX, bytes).await?;
    if done.state != BatchState::Completed {
        print_errors(&done.report);
        eprintln!("{}", done.report.records);
        bail!("the file has {} errors; nothing was imported", done.report.n_errors);
    }
    println!("{}", done.report.records);
    println!("{} tasks created", done.report.created);
    if done.report.without_task > 0 {
        println!("{} prompts created no task", done.report.without_task);
    }
    print_notices(&done.report);
    Ok(())
}

fn print_notices(report: &Report) {
    for notice in report.notices.iter().take(PRINTED) {
        println!("line {}: {}", notice.line, notice.text);
    }
    let more = usize::try_from(report.n_notices).unwrap_or(usize::MAX).saturating_sub(PRINTED);
    if more > 0 {
        println!("and {more} more warnings");
    }
}

fn print_errors(report: &Report) {
    for error in report.errors.iter().take(PRINTED) {
        eprintln!("{error}");
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
    let ledger = file.ledger.await.context("the export was interrupted")?;
    eprintln!("{} rows from {} judgments and skips", ledger.rows, ledger.read);
    for (reason, n) in ledger.left_out.by_reason() {
        if n > 0 {
            eprintln!("left out: {n} ({reason})");
        }
    }
    if ledger.duplicates > 0 {
        eprintln!("{} tasks share a row with another task of the same texts", ledger.duplicates);
    }
    if !ledger.empty_columns.is_empty() {
        eprintln!("left out empty columns: {}", ledger.empty_columns.join(", "));
    }
    Ok(())
}

async fn write(mut bytes: exports::Chunks, mut to: impl AsyncWrite + Unpin) -> anyhow::Result<()> {
    while let Some(chunk) = bytes.next().await {
        to.write_all(&chunk?).await.context("cannot write the export")?;
    }
    to.flush().await.context("cannot write the export")
}
