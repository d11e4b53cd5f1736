//! The audit log: who did what, and when.

use domain::id::{AccountId, ProjectId};
use sqlx::types::Json;

use crate::db::{Tx, run};
use crate::error::Result;
use crate::time;

/// Writes one line of the audit log, in the transaction that does what it tells of.
///
/// `detail` is an object of plain facts: never passwords, secrets, prompts or responses.
pub async fn record(
    tx: &mut Tx,
    account: Option<AccountId>,
    project: Option<ProjectId>,
    kind: &'static str,
    detail: serde_json::Value,
) -> Result<()> {
    tracing::info!(
        account.id = account.map(tracing::field::display),
        project.id = project.map(tracing::field::display),
        detail = %detail,
        "{kind}"
    );
    let sql = "
        insert into event (id, at, account_id, project_id, kind, detail)
        values ($1, $2, $3, $4, $5, $6)";
    run!(tx, |conn| sqlx::query(sql)
        .bind(time::new_id())
        .bind(time::now())
        .bind(account)
        .bind(project)
        .bind(kind)
        .bind(Json(detail))
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}
