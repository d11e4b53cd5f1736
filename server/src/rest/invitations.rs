//! Invitations: made by managers, accepted by whoever holds the link.

use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{Account, Invitation, InvitationNotice, WithSecret};
use domain::actor::Role;
use domain::id::{InvitationId, ProjectId};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path};
use super::problem::Refusals;
use crate::account::NewAccount;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::password::Password;
use crate::session::Browser;
use crate::{invitation, session};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(list_invitations, create_invitation))
        .routes(routes!(withdraw_invitation))
        .routes(routes!(find_notice))
        .routes(routes!(accept_invitation))
        .routes(routes!(accept_as_new))
}

/// A new invitation.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewInvitation {
    role: Role,
}

/// A new account.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct Newcomer {
    email: String,
    name: String,
    password: String,
}

/// The project that you joined.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Acceptance {
    project_id: ProjectId,
}

/// Lists the invitations of a project, newest first, without their secrets.
#[utoipa::path(
    get, path = "/projects/{project}/invitations", tag = "invitations",
    params(("project" = ProjectId, Path)),
    responses((status = 200, body = [Invitation]), Refusals)
)]
async fn list_invitations(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<Vec<Invitation>>> {
    Ok(Json(invitation::list(&state.db, &actor, project).await?))
}

/// Creates an invitation, valid for 24 hours and one person. Its secret is only in this answer.
#[utoipa::path(
    post, path = "/projects/{project}/invitations", tag = "invitations",
    params(("project" = ProjectId, Path)),
    responses((status = 201, body = WithSecret<Invitation>), Refusals)
)]
async fn create_invitation(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Json(new): Json<NewInvitation>,
) -> Result<(StatusCode, Json<WithSecret<Invitation>>)> {
    let invitation = invitation::create(&state.db, &actor, project, new.role).await?;
    Ok((StatusCode::CREATED, Json(invitation)))
}

/// Withdraws an invitation that has not been accepted.
#[utoipa::path(
    delete, path = "/projects/{project}/invitations/{invitation}", tag = "invitations",
    responses((status = 204, description = "The link no longer works."), Refusals)
)]
async fn withdraw_invitation(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((project, invitation)): Path<(ProjectId, InvitationId)>,
) -> Result<StatusCode> {
    invitation::withdraw(&state.db, &actor, project, invitation).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Returns the project and role of an invitation.
#[utoipa::path(
    get, path = "/invitations/{secret}", tag = "invitations", security(()),
    params(("secret" = String, Path)),
    responses((status = 200, body = InvitationNotice), Refusals)
)]
async fn find_notice(
    State(state): State<crate::State>,
    Path(secret): Path<String>,
) -> Result<Json<InvitationNotice>> {
    Ok(Json(invitation::notice(&state.db, &secret).await?))
}

/// Accepts an invitation with your account.
#[utoipa::path(
    post, path = "/invitations/{secret}/acceptance", tag = "invitations",
    params(("secret" = String, Path)),
    responses((status = 201, body = Acceptance), Refusals)
)]
async fn accept_invitation(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(secret): Path<String>,
) -> Result<(StatusCode, Json<Acceptance>)> {
    let project_id = invitation::accept(&state.db, &actor, &secret).await?;
    Ok((StatusCode::CREATED, Json(Acceptance { project_id })))
}

/// Accepts an invitation with a new account and signs the browser in.
#[utoipa::path(
    post, path = "/invitations/{secret}/account", tag = "invitations", security(()),
    params(("secret" = String, Path)),
    responses((status = 201, body = Account), Refusals)
)]
async fn accept_as_new(
    State(state): State<crate::State>,
    browser: Browser,
    Path(secret): Path<String>,
    Json(new): Json<Newcomer>,
) -> Result<(StatusCode, Json<Account>)> {
    let Newcomer { email, name, password } = new;
    let new = NewAccount { email, name, password: Password::from(password) };
    let account = invitation::accept_as_new(&state.db, &secret, &new).await?;
    session::start(&state, &browser, account.id).await?;
    Ok((StatusCode::CREATED, Json(account)))
}
