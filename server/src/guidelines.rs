//! The guidelines of a project, of which every version is kept.

use domain::Error as Refusal;
use domain::actor::Actor;
use domain::id::ProjectId;
use domain::project::Guidelines;

use crate::db::{Db, run};
use crate::error::Result;
use crate::project;

/// One version of a project's guidelines, for whoever may see the project.
///
/// # Errors
///
/// Not found, where there is no such project or version.
pub async fn find(db: &Db, actor: &Actor, id: ProjectId, version: i32) -> Result<Guidelines> {
    let mut tx = db.read().await?;
    project::of(&mut tx, actor, id).await?;
    let sql = "
        select version, text, created_at from guideline where project_id = $1 and version = $2";
    let found: Option<Guidelines> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(version)
        .fetch_optional(conn)
        .await)?;
    Ok(found.ok_or_else(|| Refusal::not_found("version of the guidelines"))?)
}
