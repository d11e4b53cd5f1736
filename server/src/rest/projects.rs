//! Projects, their progress and their results.

use axum::extract::State;
use axum::http::StatusCode;
use domain::id::ProjectId;
use domain::progress::Progress;
use domain::project::{Guidelines, NewProject, ProjectChanges, ProjectView};
use domain::results::Results;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path};
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::{guidelines, project, results};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(list_projects, create_project))
        .routes(routes!(find_project, update_project))
        .routes(routes!(find_guidelines))
        .routes(routes!(find_progress))
        .routes(routes!(find_results))
}

/// Lists your projects, newest first; site admins get all projects.
#[utoipa::path(
    get, path = "/projects", tag = "projects",
    responses((status = 200, body = [ProjectView]), Refusals)
)]
async fn list_projects(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Vec<ProjectView>>> {
    Ok(Json(project::list(&state.db, &actor).await?))
}

/// Creates a project as a draft.
#[utoipa::path(
    post, path = "/projects", tag = "projects",
    responses((status = 201, body = ProjectView), Refusals)
)]
async fn create_project(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewProject>,
) -> Result<(StatusCode, Json<ProjectView>)> {
    let project = project::create(&state.db, &actor, &new).await?;
    Ok((StatusCode::CREATED, Json(project)))
}

/// Returns a project with its guidelines and protocol.
#[utoipa::path(
    get, path = "/projects/{project}", tag = "projects", params(("project" = ProjectId, Path)),
    responses((status = 200, body = ProjectView), Refusals)
)]
async fn find_project(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<ProjectView>> {
    Ok(Json(project::find(&state.db, &actor, project).await?))
}

/// Changes a project. New guidelines create a new version. A new overlap opens or closes slots.
#[utoipa::path(
    patch, path = "/projects/{project}", tag = "projects", params(("project" = ProjectId, Path)),
    responses((status = 200, body = ProjectView), Refusals)
)]
async fn update_project(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Json(changes): Json<ProjectChanges>,
) -> Result<Json<ProjectView>> {
    Ok(Json(project::update(&state.db, &actor, project, &changes).await?))
}

/// Returns one version of a project's guidelines; 1 is the first.
#[utoipa::path(
    get, path = "/projects/{project}/guidelines/{version}", tag = "projects",
    params(("project" = ProjectId, Path), ("version" = i32, Path)),
    responses((status = 200, body = Guidelines), Refusals)
)]
async fn find_guidelines(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((project, version)): Path<(ProjectId, i32)>,
) -> Result<Json<Guidelines>> {
    Ok(Json(guidelines::find(&state.db, &actor, project, version).await?))
}

/// Counts the tasks and judgments of a project: needed and done.
#[utoipa::path(
    get, path = "/projects/{project}/progress", tag = "projects",
    params(("project" = ProjectId, Path)),
    responses((status = 200, body = Progress), Refusals)
)]
async fn find_progress(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<Progress>> {
    Ok(Json(project::progress(&state.db, &actor, project).await?))
}

/// Returns the results of a project so far: raters, agreement and models.
#[utoipa::path(
    get, path = "/projects/{project}/results", tag = "projects",
    params(("project" = ProjectId, Path)),
    responses((status = 200, body = Results), Refusals)
)]
async fn find_results(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<Results>> {
    Ok(Json(results::results(&state.db, &actor, project).await?))
}
