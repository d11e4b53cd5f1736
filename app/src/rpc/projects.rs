//! Projects: finding, making and changing them, and what their judgments say.

use domain::actor::Role;
use domain::assignment::Outlook;
use domain::id::ProjectId;
use domain::progress::Progress;
use domain::project::{ProjectView, Status};
#[cfg(feature = "ssr")]
use domain::protocol::Protocol;
use domain::results::Results;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
#[cfg(feature = "ssr")]
use super::done::Done;
use super::json::Json;
use crate::components::question::{ProtocolForm, QuestionForm};

/// A project in the list, with its progress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub id: ProjectId,
    pub name: String,
    pub status: Status,
    /// Judgments wanted per task.
    pub overlap: i32,
    /// What the one who asks is in it; none for a site admin who does not belong to it.
    pub role: Option<Role>,
    /// None for those who may not read results.
    pub progress: Option<Progress>,
    /// What there is to judge; none for those who do not judge.
    pub outlook: Option<Outlook>,
}

/// A project, and what stands above each of its pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProjectHead {
    pub view: ProjectView,
    /// Whether the visitor has something to judge here.
    pub has_tasks: bool,
}

/// What a project's overview shows beside the project itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// None for those who may not read results.
    pub progress: Option<Progress>,
    /// What there is to judge; none for those who do not judge.
    pub outlook: Option<Outlook>,
    /// How many people belong to the project; 0 for those who may not know.
    pub members: i64,
    /// How many tasks the one who asks has judged.
    pub own_judgments: i64,
    /// The newest guidelines as safe HTML.
    pub guidelines: String,
}

/// One's projects, newest first.
#[server(prefix = "/rpc", endpoint = "projects", output = Json)]
pub async fn projects() -> Result<Vec<Listed>, Error> {
    let (state, actor) = context::signed_in().await?;
    let listed = server::project::list_with_progress(&state.db, &actor).await?;
    let listed = listed.into_iter().map(|listed| {
        let server::project::Listed { view, progress, outlook } = listed;
        let ProjectView { project, role, .. } = view;
        Listed {
            id: project.id,
            name: project.name,
            status: project.status,
            overlap: project.overlap,
            role,
            progress,
            outlook,
        }
    });
    Ok(listed.collect())
}

/// One project.
#[server(prefix = "/rpc", endpoint = "project", output = Json)]
pub async fn project(project: ProjectId) -> Result<ProjectHead, Error> {
    let (state, actor) = context::signed_in().await?;
    let view = server::project::find(&state.db, &actor, project).await?;
    head(&state, &actor, view).await
}

#[cfg(feature = "ssr")]
async fn head(
    state: &server::State,
    actor: &domain::actor::Actor,
    view: ProjectView,
) -> Result<ProjectHead, Error> {
    let outlook = server::project::outlook(&state.db, actor, &view).await?;
    Ok(ProjectHead { view, has_tasks: matches!(outlook, Some(Outlook::Tasks { .. })) })
}

/// What a project's overview shows.
#[server(name = FindOverview, prefix = "/rpc", endpoint = "overview", output = Json)]
pub async fn overview(project: ProjectId) -> Result<Overview, Error> {
    let (state, actor) = context::signed_in().await?;
    let view = server::project::find(&state.db, &actor, project).await?;
    let members = match server::member::list(&state.db, &actor, project).await {
        Err(server::Error::Refused(domain::Error::Forbidden { .. })) => 0,
        members => i64::try_from(members?.len()).unwrap_or(i64::MAX),
    };
    let (progress, outlook) = server::project::standing(&state.db, &actor, &view).await?;
    Ok(Overview {
        progress,
        outlook,
        members,
        own_judgments: server::judgment::list::count_own(&state.db, &actor, project).await?,
        guidelines: server::markdown::render(&view.guidelines),
    })
}

/// A project's guidelines as safe HTML.
#[server(prefix = "/rpc", endpoint = "guidelines", output = Json)]
pub async fn guidelines(project: ProjectId) -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let view = server::project::find(&state.db, &actor, project).await?;
    Ok(server::markdown::render(&view.guidelines))
}

/// Makes a project; answers with its page.
#[server(prefix = "/rpc", endpoint = "create-project", output = Json)]
pub async fn create_project(
    name: String,
    guidelines: String,
    overlap: i32,
    asked: QuestionForm,
) -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let protocol = Protocol::of(asked.question());
    let new = domain::project::NewProject { name, guidelines, overlap, protocol };
    let view = server::project::create(&state.db, &actor, &new).await?;
    let page = format!("/projects/{}", view.project.id);
    context::go_on(&page);
    Ok(page)
}

/// Makes the sample project; answers with its page.
#[server(prefix = "/rpc", endpoint = "create-demo", output = Json)]
pub async fn create_demo() -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let view = server::demo::create(&state.db, &actor).await?;
    let page = format!("/projects/{}", view.project.id);
    context::go_on(&page);
    Ok(page)
}

/// Changes name, guidelines, overlap, lease and repeats of a project.
#[server(prefix = "/rpc", endpoint = "update-project", output = Json)]
pub async fn update_project(
    project: ProjectId,
    name: String,
    guidelines: String,
    overlap: i32,
    lease_minutes: i32,
    repeat_share: i32,
) -> Result<ProjectHead, Error> {
    let (state, actor) = context::signed_in().await?;
    let changes = domain::project::ProjectChanges {
        name: Some(name),
        guidelines: Some(guidelines),
        overlap: Some(overlap),
        lease_seconds: Some(lease_minutes.saturating_mul(60)),
        repeat_share: Some(repeat_share),
        ..Default::default()
    };
    let view = server::project::update(&state.db, &actor, project, &changes).await?;
    context::go_on(&format!("/projects/{project}/settings?saved=yes"));
    head(&state, &actor, view).await
}

/// Changes what raters of a project are asked.
#[server(prefix = "/rpc", endpoint = "change-protocol", output = Json)]
pub async fn change_protocol(
    project: ProjectId,
    asked: QuestionForm,
    beside: ProtocolForm,
) -> Result<ProjectHead, Error> {
    let (state, actor) = context::signed_in().await?;
    let protocol = beside.protocol(asked.question())?;
    let changes =
        domain::project::ProjectChanges { protocol: Some(protocol), ..Default::default() };
    let view = server::project::update(&state.db, &actor, project, &changes).await?;
    context::go_on(&format!("/projects/{project}/settings?saved=protocol"));
    head(&state, &actor, view).await
}

/// Starts, pauses, archives a project.
#[server(prefix = "/rpc", endpoint = "change-status", output = Json)]
pub async fn change_status(project: ProjectId, status: Status) -> Result<ProjectHead, Error> {
    let (state, actor) = context::signed_in().await?;
    let changes = domain::project::ProjectChanges { status: Some(status), ..Default::default() };
    let view = server::project::update(&state.db, &actor, project, &changes).await?;
    if let Some(done) = Done::of_status(view.project.status) {
        done.on(&format!("/projects/{project}"));
    }
    head(&state, &actor, view).await
}

/// What a project's judgments say so far.
#[server(name = FindResults, prefix = "/rpc", endpoint = "results", output = Json)]
pub async fn results(project: ProjectId) -> Result<Results, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::results::results(&state.db, &actor, project).await?)
}
