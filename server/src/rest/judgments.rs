//! Judgments and skips.

use axum::extract::State;
use axum::http::StatusCode;
use domain::id::{AssignmentId, JudgmentId, ProjectId};
use domain::judgment::{
    Earlier, Judgment, NewJudgment, NewSkip, OwnJudgment, OwnSkip, Replay, Source,
};
use domain::task::NextTask;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path, Query};
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::judgment::{self, Receipt, earlier, replay, skip};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(submit_judgment))
        .routes(routes!(submit_judgment_and_claim))
        .routes(routes!(submit_skip))
        .routes(routes!(list_judgments))
        .routes(routes!(list_own_judgments))
        .routes(routes!(find_earlier_judgment))
        .routes(routes!(replay_judgment))
}

/// Where a page of the list starts.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct AfterJudgment {
    /// The last judgment of the previous page.
    after: Option<JudgmentId>,
}

/// Where a page of the list starts.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Before {
    /// The `submitted_at` of the last judgment of the previous page.
    before: Option<Timestamp>,
}

/// A judgment, and a request for the next task.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct JudgmentAndClaim {
    judgment: NewJudgment,
    /// Your other assignments in progress. The next task is none of them.
    #[serde(default)]
    #[schema(max_items = 1_000)]
    have: Vec<AssignmentId>,
}

/// A recorded judgment and the next task.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct JudgmentAndNext {
    judgment: OwnJudgment,
    /// The next task, or the reason why there is none. Missing if you have to claim it separately.
    next: Option<NextTask>,
}

/// Records your judgment of an assignment. Sending it again with the same id and content is safe
/// and returns the same answer.
#[utoipa::path(
    post, path = "/assignments/{assignment}/judgments", tag = "judgments", params(("assignment" = AssignmentId, Path)),
    responses(
        (status = 201, description = "Recorded.", body = OwnJudgment),
        (status = 200, description = "Recorded when it was sent before.", body = OwnJudgment),
        Refusals,
    )
)]
async fn submit_judgment(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(assignment): Path<AssignmentId>,
    Json(new): Json<NewJudgment>,
) -> Result<(StatusCode, Json<OwnJudgment>)> {
    Ok(answer(judgment::submit(&state.db, &actor, assignment, &new, Source::Api).await?))
}

/// Records a judgment and claims the next task of the project. Sending the same judgment again is
/// safe; the next task may differ.
#[utoipa::path(
    post, path = "/assignments/{assignment}/judgments/next", tag = "judgments",
    params(("assignment" = AssignmentId, Path)),
    responses(
        (status = 201, description = "Recorded.", body = JudgmentAndNext),
        (status = 200, description = "Recorded when it was sent before.", body = JudgmentAndNext),
        Refusals,
    )
)]
async fn submit_judgment_and_claim(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(assignment): Path<AssignmentId>,
    Json(JudgmentAndClaim { judgment, have }): Json<JudgmentAndClaim>,
) -> Result<(StatusCode, Json<JudgmentAndNext>)> {
    let (receipt, next) =
        judgment::submit_and_claim(&state.db, &actor, assignment, &judgment, Source::Api, &have)
            .await?;
    Ok(answer(receipt.map(|judgment| JudgmentAndNext { judgment, next })))
}

/// Records that you skip an assignment, and why. Sending it again with the same id and content is
/// safe and returns the same answer.
#[utoipa::path(
    post, path = "/assignments/{assignment}/skips", tag = "judgments", params(("assignment" = AssignmentId, Path)),
    responses(
        (status = 201, description = "Recorded.", body = OwnSkip),
        (status = 200, description = "Recorded when it was sent before.", body = OwnSkip),
        Refusals,
    )
)]
async fn submit_skip(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(assignment): Path<AssignmentId>,
    Json(new): Json<NewSkip>,
) -> Result<(StatusCode, Json<OwnSkip>)> {
    Ok(answer(skip::submit(&state.db, &actor, assignment, &new).await?))
}

/// Lists all judgments of a project by id, 100 per page.
#[utoipa::path(
    get, path = "/projects/{project}/judgments", tag = "judgments",
    params(("project" = ProjectId, Path), AfterJudgment),
    responses((status = 200, body = [Judgment]), Refusals)
)]
async fn list_judgments(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Query(page): Query<AfterJudgment>,
) -> Result<Json<Vec<Judgment>>> {
    Ok(Json(judgment::list::all(&state.db, &actor, project, page.after).await?))
}

/// Lists your judgments of a project, newest first, 100 per page.
#[utoipa::path(
    get, path = "/projects/{project}/judgments/mine", tag = "judgments",
    params(("project" = ProjectId, Path), Before),
    responses((status = 200, body = [OwnJudgment]), Refusals)
)]
async fn list_own_judgments(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Query(page): Query<Before>,
) -> Result<Json<Vec<OwnJudgment>>> {
    Ok(Json(judgment::list::own(&state.db, &actor, project, page.before).await?))
}

/// Assignments that you already have.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Known {
    /// Assignments to leave out. The answer is the one that you judged or skipped before them.
    #[serde(default)]
    #[schema(max_items = 1_000)]
    known: Vec<AssignmentId>,
}

/// Returns the last assignment that you judged or skipped, apart from the known ones, as it was
/// shown and with your current answer. Null if there is no other. Correct a judgment with
/// `revises`. Judging a skipped assignment removes the skip.
#[utoipa::path(
    post, path = "/projects/{project}/judgments/earlier", tag = "judgments",
    params(("project" = ProjectId, Path)),
    responses((status = 200, body = Option<Earlier>), Refusals)
)]
async fn find_earlier_judgment(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Json(Known { known }): Json<Known>,
) -> Result<Json<Option<Earlier>>> {
    Ok(Json(earlier::find(&state.db, &actor, project, &known).await?))
}

/// Returns a judgment with everything that its rater saw: the texts in their order, and the
/// protocol and guidelines in their versions. It also names the models, which the rater did not
/// see.
#[utoipa::path(
    get, path = "/judgments/{judgment}", tag = "judgments", params(("judgment" = JudgmentId, Path)),
    responses((status = 200, body = Replay), Refusals)
)]
async fn replay_judgment(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(id): Path<JudgmentId>,
) -> Result<Json<Replay>> {
    Ok(Json(replay::find(&state.db, &actor, id).await?))
}

fn answer<T>(receipt: Receipt<T>) -> (StatusCode, Json<T>) {
    let status = match receipt {
        Receipt::Recorded(_) => StatusCode::CREATED,
        Receipt::SentBefore(_) => StatusCode::OK,
    };
    (status, Json(receipt.into_inner()))
}
