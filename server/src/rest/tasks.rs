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

/// Where a page of the list starts.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct AfterTask {
    /// The last task of the previous page.
    after: Option<TaskId>,
}

/// A request for a task.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Claim {
    /// Your assignments in progress. The next task is none of them.
    #[serde(default)]
    #[schema(max_items = 1_000)]
    have: Vec<AssignmentId>,
}

/// A new state for a task.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewTaskState {
    state: TaskState,
}

/// Lists the first 50 stuck tasks of a project, which no rater is left to judge, and the first 50
/// retired ones.
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

/// Retires a task, or puts it back. Raters no longer get a retired task. They get a task that was
/// put back, even if they skipped it before.
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

/// Lists the tasks of a project by id, 50 per page.
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

/// Counts the tasks of a project that are left for you: those in progress, and up to 1,000 that you
/// could claim.
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

/// Returns an assignment that you have in progress.
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
