//! Members and invitations of a project.

use domain::account::{Invitation, Member};
use domain::actor::Role;
use domain::id::{AccountId, InvitationId, ProjectId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::done::Done;
use super::json::Json;

/// Who belongs to a project, and who is invited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct People {
    pub members: Vec<Member>,
    pub invitations: Vec<Invitation>,
    /// The link of an invitation that was made just now without scripts; shown this once.
    pub link: Option<String>,
    /// Whose account looks at the list.
    pub own: AccountId,
    /// Invitations that expire before this moment have run out.
    pub now: domain::timestamp::Timestamp,
}

/// The members and invitations of a project.
#[server(name = FindPeople, prefix = "/rpc", endpoint = "people", output = Json)]
pub async fn people(project: ProjectId) -> Result<People, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(People {
        members: server::member::list(&state.db, &actor, project).await?,
        invitations: server::invitation::list(&state.db, &actor, project).await?,
        link: context::note::take(&page(project)).map(|secret| link(&secret)).transpose()?,
        own: actor.account_id(),
        now: server::time::now(),
    })
}

/// Makes an existing account a member.
#[server(prefix = "/rpc", endpoint = "add-member", output = Json)]
pub async fn add_member(project: ProjectId, email: String, role: Role) -> Result<Done, Error> {
    let (state, actor) = context::signed_in().await?;
    server::member::add(&state.db, &actor, project, &email, role).await?;
    Ok(Done::MemberAdded.on(&page(project)))
}

/// Gives a member another role.
#[server(prefix = "/rpc", endpoint = "change-role", output = Json)]
pub async fn change_role(
    project: ProjectId,
    account: AccountId,
    role: Role,
) -> Result<Done, Error> {
    let (state, actor) = context::signed_in().await?;
    server::member::change_role(&state.db, &actor, project, account, role).await?;
    Ok(Done::RoleChanged.on(&page(project)))
}

/// Takes a member out of a project.
#[server(prefix = "/rpc", endpoint = "remove-member", output = Json)]
pub async fn remove_member(project: ProjectId, account: AccountId) -> Result<Done, Error> {
    let (state, actor) = context::signed_in().await?;
    server::member::remove(&state.db, &actor, project, account).await?;
    Ok(Done::MemberRemoved.on(&page(project)))
}

/// Makes an invitation; answers with its link, which is shown this once.
#[server(prefix = "/rpc", endpoint = "invite", output = Json)]
pub async fn invite(project: ProjectId, role: Role) -> Result<String, Error> {
    let (state, actor) = context::signed_in().await?;
    let secret = server::invitation::create(&state.db, &actor, project, role).await?.secret;
    let page = page(project);
    context::note::leave(&page, &secret);
    context::go_on(&page);
    link(&secret)
}

/// Withdraws an invitation.
#[server(prefix = "/rpc", endpoint = "withdraw-invitation", output = Json)]
pub async fn withdraw_invitation(
    project: ProjectId,
    invitation: InvitationId,
) -> Result<Done, Error> {
    let (state, actor) = context::signed_in().await?;
    server::invitation::withdraw(&state.db, &actor, project, invitation).await?;
    Ok(Done::InvitationWithdrawn.on(&page(project)))
}

#[cfg(feature = "ssr")]
fn page(project: ProjectId) -> String {
    format!("/projects/{project}/members")
}

#[cfg(feature = "ssr")]
fn link(secret: &str) -> Result<String, Error> {
    Ok(format!("{}/invitations/{secret}", context::origin()?))
}
