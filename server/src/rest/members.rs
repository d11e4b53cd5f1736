//! Members of a project.

use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Member;
use domain::actor::Role;
use domain::id::{AccountId, ProjectId};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path};
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::member;

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(list_members, add_member))
        .routes(routes!(change_role, remove_member))
}

/// An account to add as a member.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewMember {
    email: String,
    role: Role,
}

/// A new role for a member.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRole {
    role: Role,
}

/// Lists the members of a project by email.
#[utoipa::path(
    get, path = "/projects/{project}/members", tag = "members",
    params(("project" = ProjectId, Path)),
    responses((status = 200, body = [Member]), Refusals)
)]
async fn list_members(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<Vec<Member>>> {
    Ok(Json(member::list(&state.db, &actor, project).await?))
}

/// Adds an existing account as a member.
#[utoipa::path(
    post, path = "/projects/{project}/members", tag = "members",
    params(("project" = ProjectId, Path)),
    responses((status = 201, description = "The account is a member."), Refusals)
)]
async fn add_member(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Json(new): Json<NewMember>,
) -> Result<StatusCode> {
    member::add(&state.db, &actor, project, &new.email, new.role).await?;
    Ok(StatusCode::CREATED)
}

/// Changes a member's role and ends the member's sessions.
#[utoipa::path(
    put, path = "/projects/{project}/members/{account}", tag = "members",
    responses((status = 204, description = "The new role counts."), Refusals)
)]
async fn change_role(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((project, account)): Path<(ProjectId, AccountId)>,
    Json(new): Json<NewRole>,
) -> Result<StatusCode> {
    member::change_role(&state.db, &actor, project, account, new.role).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes a member from a project. Tasks in progress are freed; judgments stay.
#[utoipa::path(
    delete, path = "/projects/{project}/members/{account}", tag = "members",
    responses((status = 204, description = "The account is no longer a member."), Refusals)
)]
async fn remove_member(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((project, account)): Path<(ProjectId, AccountId)>,
) -> Result<StatusCode> {
    member::remove(&state.db, &actor, project, account).await?;
    Ok(StatusCode::NO_CONTENT)
}
