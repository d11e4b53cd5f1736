//! Members: who belongs to a project, and in which role.

use domain::account::{Member, parse_email};
use domain::actor::{Actor, Role};
use domain::id::{AccountId, ProjectId, RaterId};
use domain::rater::RaterKind;
use domain::reason::Reason;
use domain::{Error as Refusal, policy};
use serde_json::json;

use crate::account::store as accounts;
use crate::db::{Db, Tx, run};
use crate::error::{Result, ResultExt};
use crate::project::{self, Access};
use crate::{assignment, event, invitation, time};

/// The members of a project, by e-mail.
pub async fn list(db: &Db, actor: &Actor, id: ProjectId) -> Result<Vec<Member>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::oversee(actor, role)?;
    let sql = "
        select member.account_id, account.email, account.name, member.role, member.created_at
        from member
        join account on account.id = member.account_id
        where member.project_id = $1
        order by account.email";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql).bind(id).fetch_all(conn).await)?)
}

/// Makes an existing account, known by its e-mail, a member.
pub async fn add(db: &Db, actor: &Actor, id: ProjectId, email: &str, role: Role) -> Result<()> {
    let mut tx = db.write().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::manage(actor, access.role)?;
    let account = accounts::by_email(&mut tx, &parse_email(email)?)
        .await?
        .ok_or_else(|| Refusal::invalid("email", Reason::NoAccount))?;
    insert(&mut tx, id, account.id, role, actor.account_id()).await?;
    let detail = json!({ "member": account.id, "role": role });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "member_added", detail).await?;
    tx.commit().await
}

/// Gives a member another role and ends the member's sessions.
pub async fn change_role(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    account: AccountId,
    role: Role,
) -> Result<()> {
    let mut tx = db.write().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::manage(actor, access.role)?;
    let sql = "update member set role = $3 where project_id = $1 and account_id = $2";
    let rows = run!(&mut tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(account)
        .bind(role)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::not_found("member").into());
    }
    accounts::end_sessions(&mut tx, account).await?;
    invitation::withdraw_unentitled(&mut tx, actor, account).await?;
    let detail = json!({ "member": account, "role": role });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "role_changed", detail).await?;
    tx.commit().await
}

/// Takes a member out of a project; tasks in hand are freed, judgments stay.
pub async fn remove(db: &Db, actor: &Actor, id: ProjectId, account: AccountId) -> Result<()> {
    let mut tx = db.write().await?;
    let access = project::of(&mut tx, actor, id).await?;
    policy::manage(actor, access.role)?;
    let sql = "delete from member where project_id = $1 and account_id = $2";
    let rows = run!(&mut tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(account)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::not_found("member").into());
    }
    if let Some(rater) = rater(&mut tx, id, account).await? {
        assignment::release_all(&mut tx, id, rater).await?;
    }
    accounts::end_sessions(&mut tx, account).await?;
    invitation::withdraw_unentitled(&mut tx, actor, account).await?;
    let detail = json!({ "member": account });
    event::record(&mut tx, Some(actor.account_id()), Some(id), "member_removed", detail).await?;
    tx.commit().await
}

/// Inserts a member, who is a rater of the project from then on.
///
/// # Errors
///
/// A conflict if the account is a member already.
pub(crate) async fn insert(
    tx: &mut Tx,
    id: ProjectId,
    account: AccountId,
    role: Role,
    created_by: AccountId,
) -> Result<()> {
    let sql = "
        insert into member (project_id, account_id, role, created_at, created_by)
        values ($1, $2, $3, $4, $5)";
    run!(tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(account)
        .bind(role)
        .bind(time::now())
        .bind(created_by)
        .execute(conn)
        .await
        .map(drop))
    .on_duplicate(|| Refusal::conflict(Reason::AlreadyMember))?;
    // A member who comes back is the same rater.
    let sql = "
        insert into rater (id, project_id, kind, account_id, created_at)
        values ($1, $2, $3, $4, $5)
        on conflict (project_id, account_id) do nothing";
    run!(tx, |conn| sqlx::query(sql)
        .bind(time::new_id())
        .bind(id)
        .bind(RaterKind::Person)
        .bind(account)
        .bind(time::now())
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}

/// An account as a rater of a project.
async fn rater(tx: &mut Tx, id: ProjectId, account: AccountId) -> Result<Option<RaterId>> {
    let sql = "select id from rater where project_id = $1 and account_id = $2";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(id).bind(account).fetch_optional(conn).await)?)
}
