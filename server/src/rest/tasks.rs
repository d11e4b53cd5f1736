//! Tasks: listing them, claiming them, looking at one in hand.

use axum::extract::State;
use axum::http::StatusCode;
use domain::assignment::Left;
use domain::id::{AssignmentId, ProjectId, TaskId};
use domain::stuck::StuckTask;
use domain::task::{NextTask, TaskState, TaskSummary, TaskToJudge};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path, Query};
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::{assignment, task};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(list_tasks))
        .routes(routes!(count_left, claim_task))
        .routes(routes!(find_assignment))
        .routes(routes!(list_stuck_tasks))
        .routes(routes!(set_task_state))
}

/// Where a page of the list begins.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct AfterTask {
    /// The last task of the page before.
    after: Option<TaskId>,
}

/// A wish for a task.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Claim {
    /// The assignments that the caller holds: another one is wanted.
    #[serde(default)]
    #[schema(max_items = 1_000)]
    have: Vec<AssignmentId>,
}

/// The state that a task gets.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewTaskState {
    state: TaskState,
}

/// The tasks of a project that nobody is left to judge, and those that were retired: of each the
/// first 50.
#[utoipa::path(
    get, path = "/projects/{project}/tasks/stuck", tag = "tasks",
    params(("project" = ProjectId, Path)),
    responses((status = 200, body = [StuckTask]), Refusals)
)]
async fn list_stuck_tasks(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<Vec<StuckTask>>> {
    Ok(Json(task::stuck::list(&state.db, &actor, project).await?))
}

/// Retires a task, or puts it back. A retired task is no longer offered; a task that is put back is
/// offered again, also to raters who skipped it.
#[utoipa::path(
    put, path = "/tasks/{task}/state", tag = "tasks", params(("task" = TaskId, Path)),
    responses((status = 204), Refusals)
)]
async fn set_task_state(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(task): Path<TaskId>,
    Json(new): Json<NewTaskState>,
) -> Result<StatusCode> {
    task::stuck::set_state(&state.db, &actor, task, new.state).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The tasks of a project in order of their ids, 50 at a time.
#[utoipa::path(
    get, path = "/projects/{project}/tasks", tag = "tasks",
    params(("project" = ProjectId, Path), AfterTask),
    responses((status = 200, body = [TaskSummary]), Refusals)
)]
async fn list_tasks(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Query(page): Query<AfterTask>,
) -> Result<Json<Vec<TaskSummary>>> {
    Ok(Json(task::list(&state.db, &actor, project, page.after).await?))
}

/// Claims a task of a project, or says why there is none.
#[utoipa::path(
    post, path = "/projects/{project}/claims", tag = "tasks", params(("project" = ProjectId, Path)),
    responses((status = 200, body = NextTask), Refusals)
)]
async fn claim_task(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Json(claim): Json<Claim>,
) -> Result<Json<NextTask>> {
    Ok(Json(assignment::claim(&state.db, &actor, project, &claim.have).await?))
}

/// How many tasks of a project are left for the one who asks: those in hand, and up to 1,000 that
/// could be claimed.
#[utoipa::path(
    get, path = "/projects/{project}/claims", tag = "tasks", params(("project" = ProjectId, Path)),
    responses((status = 200, body = Left), Refusals)
)]
async fn count_left(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<Left>> {
    Ok(Json(assignment::left(&state.db, &actor, project).await?))
}

/// An assignment that you hold, once more.
#[utoipa::path(
    get, path = "/assignments/{assignment}", tag = "tasks",
    params(("assignment" = AssignmentId, Path)),
    responses((status = 200, body = TaskToJudge), Refusals)
)]
async fn find_assignment(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(assignment): Path<AssignmentId>,
) -> Result<Json<TaskToJudge>> {
    Ok(Json(assignment::find(&state.db, &actor, assignment).await?))
}
