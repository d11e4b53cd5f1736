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

/// Where a page of the list begins.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct AfterJudgment {
    /// The last judgment of the page before.
    after: Option<JudgmentId>,
}

/// Where a page of the list begins.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Before {
    /// The `submitted_at` of the last judgment of the page before.
    before: Option<Timestamp>,
}

/// A judgment, and a wish for the next task.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct JudgmentAndClaim {
    judgment: NewJudgment,
    /// The assignments that the caller holds beside this one: another one is wanted.
    #[serde(default)]
    #[schema(max_items = 1_000)]
    have: Vec<AssignmentId>,
}

/// A judgment that was recorded, and the next task.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct JudgmentAndNext {
    judgment: OwnJudgment,
    /// The next task, or why there is none; nothing at all where it has to be claimed by itself.
    next: Option<NextTask>,
}

/// Records your judgment of an assignment. Sent again with the same id and content,
/// it answers as before.
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

/// Records a judgment and claims the next task of the project in one go. Sent again with the same
/// judgment, it answers as before, perhaps with another task.
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

/// Records that you skip an assignment, and why. Sent again with the same id and content,
/// it answers as before.
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

/// All judgments of a project in order of their ids, 100 at a time.
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

/// The judgments of the one who asks, newest first, 100 at a time.
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

/// The assignments that the caller knows.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Known {
    /// Not these, but the last one decided before them.
    #[serde(default)]
    #[schema(max_items = 1_000)]
    known: Vec<AssignmentId>,
}

/// The last assignment that you have judged or skipped, except those that are known, as it was
/// shown, with the decision that stands; null if there is no other. A judgment is corrected
/// with `revises`; judging what was skipped takes the skip back.
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

/// A judgment with all that its rater saw: the texts in their order, protocol and guidelines in
/// the versions of then; and the models, which the rater did not see.
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
