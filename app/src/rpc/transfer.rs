//! Imports and exports: what was brought in, what a file would hold. The bytes themselves go
//! over REST, which streams them.

use domain::batch::Batch;
#[cfg(feature = "ssr")]
use domain::batch::BatchKind;
use domain::export::{Aggregation, Flagged, Format, Ledger};
use domain::id::ProjectId;
use leptos::prelude::*;

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::json::Json;

/// How many lines of a report a page lists; the API has all of them.
#[cfg(feature = "ssr")]
const LISTED: usize = 100;

/// The imports of a project, newest first, with the beginning of their reports.
#[server(prefix = "/rpc", endpoint = "imports", output = Json)]
pub async fn imports(project: ProjectId) -> Result<Vec<Batch>, Error> {
    let (state, actor) = context::signed_in().await?;
    let mut imports = server::batch::list(&state.db, &actor, project, BatchKind::Import).await?;
    for import in &mut imports {
        import.report.errors.truncate(LISTED);
        import.report.notices.truncate(LISTED);
    }
    Ok(imports)
}

/// What an export would hold, and what it would leave out.
#[server(name = FindLedger, prefix = "/rpc", endpoint = "ledger", output = Json)]
pub async fn ledger(
    project: ProjectId,
    format: Format,
    aggregation: Aggregation,
    flagged: Flagged,
) -> Result<Ledger, Error> {
    let (state, actor) = context::signed_in().await?;
    let options = domain::export::Options { aggregation, flagged };
    Ok(server::export::ledger(&state.db, &actor, project, format, options).await?)
}
