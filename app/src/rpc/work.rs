//! What somebody has done, and what is new for them.

use domain::id::ProjectId;
#[cfg(feature = "ssr")]
use domain::work::Clock;
use domain::work::Work;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::json::Json;

/// Two versions of a project's guidelines.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GuidelineChanges {
    pub from: i32,
    /// The newest version.
    pub to: i32,
    /// Markdown, like `after`.
    pub before: String,
    pub after: String,
    /// The newest version as safe HTML.
    pub html: String,
}

/// What one has judged oneself, by a clock so many minutes ahead of UTC.
#[server(name = FindWork, prefix = "/rpc", endpoint = "work", output = Json)]
pub async fn work(utc_offset: i32) -> Result<Work, Error> {
    let (state, actor) = context::signed_in().await?;
    let clock = Clock::ahead_by(utc_offset)?;
    Ok(server::work::find(&state.db, &actor, clock).await?)
}

/// The newest guidelines of a project beside an earlier version.
#[server(name = FindGuidelineChanges, prefix = "/rpc", endpoint = "guideline-changes", output = Json)]
pub async fn guideline_changes(project: ProjectId, since: i32) -> Result<GuidelineChanges, Error> {
    let (state, actor) = context::signed_in().await?;
    let before = server::guidelines::find(&state.db, &actor, project, since).await?;
    let view = server::project::find(&state.db, &actor, project).await?;
    Ok(GuidelineChanges {
        from: before.version,
        to: view.project.guideline_version,
        before: before.text,
        html: server::markdown::render(&view.guidelines),
        after: view.guidelines,
    })
}
