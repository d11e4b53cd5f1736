//! Judgments, one by one, for those who may read results.

use domain::id::{JudgmentId, ProjectId};
use domain::judgment::{ListedJudgment, Replay};
use leptos::prelude::*;

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::json::Json;

/// The judgments of a project before `before`, newest first, a page of them.
#[server(name = ListJudgments, prefix = "/rpc", endpoint = "judgments", output = Json)]
pub async fn list(
    project: ProjectId,
    before: Option<JudgmentId>,
) -> Result<Vec<ListedJudgment>, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::judgment::replay::list(&state.db, &actor, project, before).await?)
}

/// A judgment with all that its rater saw.
#[server(name = FindReplay, prefix = "/rpc", endpoint = "replay", output = Json)]
pub async fn replay(judgment: JudgmentId) -> Result<Replay, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::judgment::replay::find(&state.db, &actor, judgment).await?)
}
