//! Accounts: the first admin, adding, listing, changing, passwords.

pub(crate) mod store;

use domain::account::{Account, AccountChanges, parse_email};
use domain::actor::Actor;
use domain::id::AccountId;
use domain::reason::Reason;
use domain::{Error as Refusal, policy};
use serde_json::json;

pub use self::store::NewAccount;
use self::store::{by_email, by_id, end_sessions, insert, password_hash, set_password};
use crate::db::{Db, Tx, run};
use crate::error::{Result, ResultExt};
use crate::password::{self, Password, Verification};
use crate::throttle::{self, Subject};
use crate::{State, event, invitation, password_reset, secret, time};

/// Whether the first admin is still to be made.
pub async fn needs_set_up(db: &Db) -> Result<bool> {
    let mut tx = db.read().await?;
    Ok(count_admins(&mut tx).await? == 0)
}

/// Makes the first admin, for whoever knows the code that this server printed at its start. Of
/// two who try at once, one succeeds.
pub async fn set_up(state: &State, code: &str, new: &NewAccount) -> Result<Account> {
    if !needs_set_up(&state.db).await? {
        return Err(made_already().into());
    }
    if !secret::matches(code.trim(), &state.set_up_code) {
        return Err(Refusal::invalid("code", Reason::WrongSetUpCode).into());
    }
    let prepared = new.prepare().await?;
    let mut tx = state.db.write().await?;
    if count_admins(&mut tx).await? > 0 {
        return Err(made_already().into());
    }
    let account = insert(&mut tx, &prepared, true).await?;
    let sql = "insert into setup (id, account_id, completed_at) values (1, $1, $2)";
    run!(&mut tx, |conn| sqlx::query(sql)
        .bind(account.id)
        .bind(time::now())
        .execute(conn)
        .await
        .map(drop))
    .on_duplicate(made_already)?;
    event::record(&mut tx, Some(account.id), None, "set_up", json!({})).await?;
    tx.commit().await?;
    Ok(account)
}

/// Adds an account from the command line, where whoever can run it owns the database anyway.
pub async fn add(db: &Db, new: &NewAccount, site_admin: bool) -> Result<Account> {
    let prepared = new.prepare().await?;
    let mut tx = db.write().await?;
    let account = insert(&mut tx, &prepared, site_admin).await?;
    let detail = json!({ "site_admin": site_admin });
    event::record(&mut tx, Some(account.id), None, "account_added", detail).await?;
    tx.commit().await?;
    Ok(account)
}

/// The account with an e-mail address, for the command line.
pub(crate) async fn find_by_email(db: &Db, email: &str) -> Result<Option<Account>> {
    let mut tx = db.read().await?;
    by_email(&mut tx, &parse_email(email)?).await
}

/// The longest-standing site admin, for the command line.
pub(crate) async fn first_admin(db: &Db) -> Result<Option<Account>> {
    let mut tx = db.read().await?;
    let sql = "
        select id, email, name, site_admin, created_at, disabled_at
        from account
        where site_admin and disabled_at is null
        order by id
        limit 1";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql).fetch_optional(conn).await)?)
}

/// The actor's own account.
pub async fn find(db: &Db, actor: &Actor) -> Result<Account> {
    let mut tx = db.read().await?;
    by_id(&mut tx, actor.account_id()).await
}

/// Every account, by e-mail.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<Account>> {
    policy::administer(actor)?;
    let mut tx = db.read().await?;
    let sql = "
        select id, email, name, site_admin, created_at, disabled_at
        from account
        order by email";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql).fetch_all(conn).await)?)
}

/// Changes what a site admin may change about an account, and ends its sessions.
///
/// The last site admin can neither be disabled nor lose the office.
pub async fn update(
    db: &Db,
    actor: &Actor,
    id: AccountId,
    changes: &AccountChanges,
) -> Result<Account> {
    policy::administer(actor)?;
    let mut tx = db.write().await?;
    tx.lock_admins().await?;
    let before = by_id(&mut tx, id).await?;
    let site_admin = changes.site_admin.unwrap_or(before.site_admin);
    let disabled_at = match changes.disabled {
        Some(true) => before.disabled_at.or(Some(time::now())),
        Some(false) => None,
        None => before.disabled_at,
    };
    if site_admin == before.site_admin && disabled_at == before.disabled_at {
        // Nothing changes, so nobody is signed out.
        return Ok(before);
    }
    let sql = "
        update account
        set site_admin = $2, disabled_at = $3, session_epoch = session_epoch + 1
        where id = $1
        returning id, email, name, site_admin, created_at, disabled_at";
    let account: Account = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(site_admin)
        .bind(disabled_at)
        .fetch_one(conn)
        .await)?;
    keep_an_admin(&mut tx).await?;
    invitation::withdraw_unentitled(&mut tx, actor, id).await?;
    if !account.site_admin || account.disabled_at.is_some() {
        password_reset::revoke_made_by(&mut tx, actor, id).await?;
    }
    let detail =
        json!({ "account": id, "site_admin": site_admin, "disabled": disabled_at.is_some() });
    event::record(&mut tx, Some(actor.account_id()), None, "account_changed", detail).await?;
    tx.commit().await?;
    Ok(account)
}

/// Changes the actor's own password and ends all of the account's sessions; the caller starts a
/// new one for this browser. Wrong guesses at the current one have to wait as they do at
/// sign-in.
pub async fn change_password(
    db: &Db,
    actor: &Actor,
    current: &Password,
    new: &Password,
) -> Result<()> {
    policy::own(actor)?;
    let subjects = [Subject::confirmation(actor.account_id())];
    let (account, hash) = {
        let mut tx = db.read().await?;
        throttle::check(&mut tx, &subjects).await?;
        let account = by_id(&mut tx, actor.account_id()).await?;
        (account, password_hash(&mut tx, actor.account_id()).await?)
    };
    let turn = password::turn().await?;
    throttle::count(db, &subjects).await?;
    if turn.verify(current, hash).await? == Verification::Wrong {
        let mut tx = db.write().await?;
        let kind = "password_change_failed";
        event::record(&mut tx, Some(actor.account_id()), None, kind, json!({})).await?;
        tx.commit().await?;
        return Err(Refusal::invalid("current", Reason::WrongPassword).into());
    }
    password::check(new, &[&account.email, &account.name])?;
    let hash = turn.hash(new).await?;
    let mut tx = db.write().await?;
    set_password(&mut tx, actor.account_id(), &hash).await?;
    throttle::give_back(&mut tx, &subjects).await?;
    event::record(&mut tx, Some(actor.account_id()), None, "password_changed", json!({})).await?;
    tx.commit().await
}

/// Ends every session of the actor's account.
pub async fn sign_out_everywhere(db: &Db, actor: &Actor) -> Result<()> {
    policy::own(actor)?;
    let mut tx = db.write().await?;
    end_sessions(&mut tx, actor.account_id()).await?;
    event::record(&mut tx, Some(actor.account_id()), None, "signed_out_everywhere", json!({}))
        .await?;
    tx.commit().await
}

async fn count_admins(tx: &mut Tx) -> Result<i64> {
    let sql = "select count(*) from account where site_admin and disabled_at is null";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).fetch_one(conn).await)?)
}

fn made_already() -> Refusal {
    Refusal::conflict(Reason::FirstAdminExists)
}

async fn keep_an_admin(tx: &mut Tx) -> Result<()> {
    if count_admins(tx).await? > 0 {
        return Ok(());
    }
    Err(Refusal::conflict(Reason::LastAdmin).into())
}
