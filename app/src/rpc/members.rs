//! Members and invitations of a project.

use domain::account::{Invitation, Member, WithSecret};
use domain::actor::Role;
use domain::id::{AccountId, InvitationId, ProjectId};
use leptos::prelude::*;

use super::Error;
#[cfg(feature = "ssr")]
use super::context;

/// The members of a project.
#[server(prefix = "/rpc", endpoint = "members")]
pub async fn members(project: ProjectId) -> Result<Vec<Member>, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::member::list(&state.db, &actor, project).await?)
}

/// Makes an existing account a member.
#[server(prefix = "/rpc", endpoint = "add-member")]
pub async fn add_member(project: ProjectId, email: String, role: Role) -> Result<(), Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::member::add(&state.db, &actor, project, &email, role).await?)
}

/// Gives a member another role.
#[server(prefix = "/rpc", endpoint = "change-role")]
pub async fn change_role(project: ProjectId, account: AccountId, role: Role) -> Result<(), Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::member::change_role(&state.db, &actor, project, account, role).await?)
}

/// Takes a member out of a project.
#[server(prefix = "/rpc", endpoint = "remove-member")]
pub async fn remove_member(project: ProjectId, account: AccountId) -> Result<(), Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::member::remove(&state.db, &actor, project, account).await?)
}

/// The invitations of a project.
#[server(prefix = "/rpc", endpoint = "invitations")]
pub async fn invitations(project: ProjectId) -> Result<Vec<Invitation>, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::invitation::list(&state.db, &actor, project).await?)
}

/// Makes an invitation; its secret is shown this once.
#[server(prefix = "/rpc", endpoint = "invite")]
pub async fn invite(project: ProjectId, role: Role) -> Result<WithSecret<Invitation>, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::invitation::create(&state.db, &actor, project, role).await?)
}

/// Withdraws an invitation.
#[server(prefix = "/rpc", endpoint = "withdraw-invitation")]
pub async fn withdraw_invitation(
    project: ProjectId,
    invitation: InvitationId,
) -> Result<(), Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::invitation::withdraw(&state.db, &actor, project, invitation).await?)
}
