//! Invitations: a link that makes somebody a member, once, within a day, and only for as long as
//! the account that made it looks after the project.

use domain::account::{Account, Invitation, InvitationNotice, WithSecret};
use domain::actor::{Actor, Role};
use domain::id::{AccountId, InvitationId, ProjectId};
use domain::reason::Reason;
use domain::{Error as Refusal, policy};
use serde_json::json;

use crate::account::store::{self as accounts, NewAccount};
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};
use crate::{event, member, secret, time};

/// Seconds for which an invitation can be accepted.
const LIFE_SECONDS: i64 = 86_400;

/// Makes an invitation; its secret is part of a link that is shown this once.
pub async fn create(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    role: Role,
) -> Result<WithSecret<Invitation>> {
    let mut tx = db.write().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::manage(actor, access.role)?;
    let secret = secret::generate();
    let now = time::now();
    let sql = "
        insert into invitation
            (id, project_id, role, token_hash, created_by, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        returning id, role, created_at, expires_at, accepted_at";
    let invitation: Invitation = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(InvitationId(time::new_id()))
        .bind(id)
        .bind(role)
        .bind(secret::hash(&secret))
        .bind(actor.account_id())
        .bind(now)
        .bind(now.plus_seconds(LIFE_SECONDS))
        .fetch_one(conn)
        .await)?;
    let detail = json!({ "invitation": invitation.id, "role": role });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "invited", detail).await?;
    tx.commit().await?;
    Ok(WithSecret { secret, of: invitation })
}

/// The invitations of a project that may still be accepted or were, newest first.
pub async fn list(db: &Db, actor: &Actor, id: ProjectId) -> Result<Vec<Invitation>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::oversee(actor, role)?;
    let sql = "
        select id, role, created_at, expires_at, accepted_at
        from invitation
        where project_id = $1
        order by id desc";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql).bind(id).fetch_all(conn).await)?)
}

/// Withdraws an invitation that has not been accepted.
pub async fn withdraw(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    invitation: InvitationId,
) -> Result<()> {
    let mut tx = db.write().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::manage(actor, access.role)?;
    let sql = "delete from invitation where id = $1 and project_id = $2 and accepted_at is null";
    let rows = run!(&mut tx, |conn| sqlx::query(sql)
        .bind(invitation)
        .bind(id)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::not_found("open invitation").into());
    }
    let detail = json!({ "invitation": invitation });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "invitation_withdrawn", detail)
        .await?;
    tx.commit().await
}

/// What the holder of a link is invited to. Whoever knows the secret may ask.
pub async fn notice(db: &Db, secret: &str) -> Result<InvitationNotice> {
    let mut tx = db.read().await?;
    let sql = "
        select project.name as project_name, invitation.role, invitation.expires_at
        from invitation
        join project on project.id = invitation.project_id
        where invitation.token_hash = $1
            and invitation.accepted_at is null
            and invitation.expires_at > $2";
    let notice: Option<InvitationNotice> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(secret::hash(secret))
        .bind(time::now())
        .fetch_optional(conn)
        .await)?;
    let notice = notice.ok_or_else(gone)?;
    check_inviter(&mut tx, secret).await?;
    Ok(notice)
}

/// Accepts an invitation with a new account.
pub async fn accept_as_new(db: &Db, secret: &str, new: &NewAccount) -> Result<Account> {
    notice(db, secret).await?;
    let prepared = new.prepare().await?;
    let mut tx = db.write().await?;
    let account = accounts::insert(&mut tx, &prepared, false).await?;
    redeem(&mut tx, secret, account.id).await?;
    tx.commit().await?;
    Ok(account)
}

/// Accepts an invitation with the actor's account; answers with the project.
pub async fn accept(db: &Db, actor: &Actor, secret: &str) -> Result<ProjectId> {
    policy::own(actor)?;
    let mut tx = db.write().await?;
    let project = redeem(&mut tx, secret, actor.account_id()).await?;
    tx.commit().await?;
    Ok(project)
}

/// Withdraws the open invitations that an account made and may not make any more. To be called by
/// whatever takes a right from an account.
pub(crate) async fn withdraw_unentitled(
    tx: &mut Tx,
    actor: &Actor,
    inviter: AccountId,
) -> Result<()> {
    let sql = "
        select invitation.id, invitation.project_id,
            account.site_admin and account.disabled_at is null,
            case when account.disabled_at is null then member.role end
        from invitation
        join account on account.id = invitation.created_by
        left join member
            on member.project_id = invitation.project_id
            and member.account_id = invitation.created_by
        where invitation.created_by = $1
            and invitation.accepted_at is null
            and invitation.expires_at > $2";
    type Row = (InvitationId, ProjectId, bool, Option<Role>);
    let open: Vec<Row> =
        run!(tx, |conn| sqlx::query_as(sql).bind(inviter).bind(time::now()).fetch_all(conn).await)?;
    for (invitation, project, site_admin, role) in open {
        if policy::looks_after(site_admin, role) {
            continue;
        }
        let sql = "delete from invitation where id = $1 and accepted_at is null";
        run!(tx, |conn| sqlx::query(sql).bind(invitation).execute(conn).await.map(drop))?;
        let detail = json!({ "invitation": invitation, "inviter": inviter });
        let kind = "invitation_withdrawn";
        event::record(tx, Some(actor.account_id()), Some(project), kind, detail).await?;
    }
    Ok(())
}

/// Marks an invitation as accepted, which succeeds once, and makes the account a member.
async fn redeem(tx: &mut Tx, secret: &str, account: AccountId) -> Result<ProjectId> {
    let sql = "
        update invitation
        set accepted_by = $2, accepted_at = $3
        where token_hash = $1 and accepted_at is null and expires_at > $3
        returning project_id, role, created_by";
    let redeemed: Option<(ProjectId, Role, AccountId)> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(secret::hash(secret))
        .bind(account)
        .bind(time::now())
        .fetch_optional(conn)
        .await)?;
    let (project, role, inviter) = redeemed.ok_or_else(gone)?;
    // After the row is locked: whatever takes the right away waits for it, or came before.
    check_inviter(tx, secret).await?;
    member::insert(tx, project, account, role, inviter).await?;
    let detail = json!({ "role": role });
    event::record(tx, Some(account), Some(project), "invitation_accepted", detail).await?;
    Ok(project)
}

/// Refuses an invitation whose maker may not make it any more.
async fn check_inviter(tx: &mut Tx, secret: &str) -> Result<()> {
    let sql = "
        select account.site_admin, member.role
        from invitation
        join account on account.id = invitation.created_by
        left join member
            on member.project_id = invitation.project_id
            and member.account_id = invitation.created_by
        where invitation.token_hash = $1 and account.disabled_at is null";
    let standing: Option<(bool, Option<Role>)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(secret::hash(secret)).fetch_optional(conn).await)?;
    match standing {
        Some((site_admin, role)) if policy::looks_after(site_admin, role) => Ok(()),
        _ => Err(gone().into()),
    }
}

fn gone() -> Refusal {
    Refusal::conflict(Reason::InvitationInvalid)
}
