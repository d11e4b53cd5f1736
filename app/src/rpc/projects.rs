//! Projects: finding, making and changing them, and what their judgments say.

use domain::id::ProjectId;
use domain::project::{ProjectView, Status};
use domain::results::{Progress, Results};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;

/// A project in the list, with its progress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub view: ProjectView,
    pub progress: Progress,
}

/// One's projects, newest first.
#[server(prefix = "/rpc", endpoint = "projects")]
pub async fn projects() -> Result<Vec<Listed>, Error> {
    let (state, actor) = context::signed_in().await?;
    let listed = server::project::list_with_progress(&state.db, &actor).await?;
    Ok(listed.into_iter().map(|(view, progress)| Listed { view, progress }).collect())
}

/// One project.
#[server(prefix = "/rpc", endpoint = "project")]
pub async fn project(project: ProjectId) -> Result<ProjectView, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::project::find(&state.db, &actor, project).await?)
}

/// How far a project has come.
#[server(name = FindProgress, prefix = "/rpc", endpoint = "progress")]
pub async fn progress(project: ProjectId) -> Result<Progress, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::project::progress(&state.db, &actor, project).await?)
}

/// A project's guidelines as safe HTML.
#[server(prefix = "/rpc", endpoint = "guidelines")]
pub async fn guidelines(project: ProjectId) -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let view = server::project::find(&state.db, &actor, project).await?;
    Ok(server::markdown::render(&view.guidelines))
}

/// Makes a project; answers with its page.
#[server(prefix = "/rpc", endpoint = "create-project")]
pub async fn create_project(
    name: String,
    guidelines: String,
    overlap: i32,
) -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let new = domain::project::NewProject { name, guidelines, overlap };
    let view = server::project::create(&state.db, &actor, &new).await?;
    let page = format!("/projects/{}", view.project.id);
    context::go_on(&page);
    Ok(page)
}

/// Makes the sample project; answers with its page.
#[server(prefix = "/rpc", endpoint = "create-demo")]
pub async fn create_demo() -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let view = server::demo::create(&state.db, &actor).await?;
    let page = format!("/projects/{}", view.project.id);
    context::go_on(&page);
    Ok(page)
}

/// Changes name, guidelines, overlap and lease of a project.
#[server(prefix = "/rpc", endpoint = "update-project")]
pub async fn update_project(
    project: ProjectId,
    name: String,
    guidelines: String,
    overlap: i32,
    lease_minutes: i32,
) -> Result<ProjectView, Error> {
    let (state, actor) = context::signed_in().await?;
    let changes = domain::project::ProjectChanges {
        name: Some(name),
        guidelines: Some(guidelines),
        overlap: Some(overlap),
        lease_seconds: Some(lease_minutes.saturating_mul(60)),
        status: None,
    };
    Ok(server::project::update(&state.db, &actor, project, &changes).await?)
}

/// Starts, pauses, archives a project.
#[server(prefix = "/rpc", endpoint = "change-status")]
pub async fn change_status(project: ProjectId, status: Status) -> Result<ProjectView, Error> {
    let (state, actor) = context::signed_in().await?;
    let changes = domain::project::ProjectChanges { status: Some(status), ..Default::default() };
    Ok(server::project::update(&state.db, &actor, project, &changes).await?)
}

/// What a project's judgments say so far.
#[server(name = FindResults, prefix = "/rpc", endpoint = "results")]
pub async fn results(project: ProjectId) -> Result<Results, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::results::results(&state.db, &actor, project).await?)
}
