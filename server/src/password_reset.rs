//! Password reset links. A site admin creates one, or an operator on the command line; it works
//! once and expires after a day.
//!
//! Its rows stay, so that the owner of the account sees who created a link and whether it was used.

use domain::account::{Account, PasswordReset, PasswordResetNotice, WithSecret};
use domain::actor::Actor;
use domain::id::{AccountId, PasswordResetId};
use domain::reason::Reason;
use domain::{Error as Refusal, policy};
use serde_json::json;

use crate::account::store as accounts;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::password::{self, Password};
use crate::session::{Browser, device};
use crate::throttle::{self, Subject};
use crate::{event, secret, time};

/// Seconds for which a link works.
const LIFE_SECONDS: i64 = 86_400;

/// How many of its links an account sees.
const MOST_SHOWN: i64 = 10;

/// Creates a link for somebody else's account; its secret is shown this once. An earlier link
/// stops working.
pub async fn create(
    db: &Db,
    actor: &Actor,
    account: AccountId,
) -> Result<WithSecret<PasswordReset>> {
    policy::administer(actor)?;
    if account == actor.account_id() {
        // It would get around the current password.
        return Err(Refusal::conflict(Reason::OwnPasswordReset).into());
    }
    insert(db, Some(actor.account_id()), account).await
}

/// Creates a link from the command line, where the caller owns the database anyway.
pub async fn create_here(db: &Db, account: AccountId) -> Result<WithSecret<PasswordReset>> {
    insert(db, None, account).await
}

/// The links that still work, newest first.
pub async fn list_open(db: &Db, actor: &Actor) -> Result<Vec<PasswordReset>> {
    policy::administer(actor)?;
    let mut tx = db.read().await?;
    let sql = "
        select password_reset.id, password_reset.account_id, creator.name as created_by,
            password_reset.created_at, password_reset.expires_at, password_reset.used_at,
            password_reset.revoked_at
        from password_reset
        left join account as creator on creator.id = password_reset.created_by
        where password_reset.used_at is null
            and password_reset.revoked_at is null
            and password_reset.expires_at > $1
        order by password_reset.id desc";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql).bind(time::now()).fetch_all(conn).await)?)
}

/// The last links for the actor's own account, newest first.
pub async fn list_own(db: &Db, actor: &Actor) -> Result<Vec<PasswordReset>> {
    let mut tx = db.read().await?;
    let sql = "
        select password_reset.id, password_reset.account_id, creator.name as created_by,
            password_reset.created_at, password_reset.expires_at, password_reset.used_at,
            password_reset.revoked_at
        from password_reset
        left join account as creator on creator.id = password_reset.created_by
        where password_reset.account_id = $1
        order by password_reset.id desc
        limit $2";
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(actor.account_id())
        .bind(MOST_SHOWN)
        .fetch_all(conn)
        .await)?)
}

/// Revokes a link that still works.
pub async fn revoke(
    db: &Db,
    actor: &Actor,
    account: AccountId,
    reset: PasswordResetId,
) -> Result<()> {
    policy::administer(actor)?;
    revoke_open(db, actor, account, reset).await
}

/// Revokes a link for the actor's own account that still works.
pub async fn revoke_own(db: &Db, actor: &Actor, reset: PasswordResetId) -> Result<()> {
    policy::own(actor)?;
    revoke_open(db, actor, actor.account_id(), reset).await
}

/// Whose password the holder of a link may choose. Anybody who knows the secret may ask.
pub async fn notice(db: &Db, browser: &Browser, secret: &str) -> Result<PasswordResetNotice> {
    let account = find(db, browser, secret).await?;
    let mut tx = db.read().await?;
    let sql = "
        select account.email, account.name, password_reset.expires_at
        from password_reset
        join account on account.id = password_reset.account_id
        where password_reset.secret_hash = $1 and account.id = $2";
    let notice: Option<PasswordResetNotice> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(secret::hash(secret))
        .bind(account)
        .fetch_optional(conn)
        .await)?;
    Ok(notice.ok_or_else(gone)?)
}

/// Gives the account of a link the password that its holder chose, once, and ends all of the
/// account's sessions; the caller starts a new one.
pub async fn redeem(db: &Db, browser: &Browser, secret: &str, new: &Password) -> Result<Account> {
    let account = find(db, browser, secret).await?;
    let account = accounts::by_id(&mut db.read().await?, account).await?;
    password::check(new, &[&account.email, &account.name])?;
    let hash = password::hash(new).await?;
    let mut tx = db.write().await?;
    let now = time::now();
    let sql = "
        update password_reset
        set used_at = $2
        where secret_hash = $1 and used_at is null and revoked_at is null and expires_at > $2
        returning id, created_by";
    type Row = (PasswordResetId, Option<AccountId>);
    let used: Option<Row> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(secret::hash(secret))
        .bind(now)
        .fetch_optional(conn)
        .await)?;
    let (reset, creator) = used.ok_or_else(gone)?;
    // After the row is locked: whatever takes the right away waits for it, or came before.
    check_creator(&mut tx, reset).await?;
    if !accounts::set_password(&mut tx, account.id, &hash).await? {
        return Err(gone().into());
    }
    device::forget_all(&mut tx, account.id).await?;
    let detail = json!({ "password_reset": reset, "created_by": creator });
    event::record(&mut tx, Some(account.id), None, "password_reset_used", detail).await?;
    tx.commit().await?;
    Ok(account)
}

/// Revokes the open links that an account created, which may not create any more.
pub(crate) async fn revoke_made_by(tx: &mut Tx, actor: &Actor, creator: AccountId) -> Result<()> {
    let sql = "
        update password_reset
        set revoked_at = $2
        where created_by = $1 and used_at is null and revoked_at is null and expires_at > $2
        returning id";
    let revoked: Vec<PasswordResetId> = run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(creator)
        .bind(time::now())
        .fetch_all(conn)
        .await)?;
    for reset in revoked {
        note_revocation(tx, actor.account_id(), reset).await?;
    }
    Ok(())
}

async fn insert(
    db: &Db,
    creator: Option<AccountId>,
    account: AccountId,
) -> Result<WithSecret<PasswordReset>> {
    let mut tx = db.write().await?;
    if accounts::by_id(&mut tx, account).await?.disabled_at.is_some() {
        return Err(Refusal::conflict(Reason::AccountDisabled).into());
    }
    let now = time::now();
    let sql = "
        update password_reset
        set revoked_at = $2
        where account_id = $1 and used_at is null and revoked_at is null and expires_at > $2";
    run!(&mut tx, |conn| sqlx::query(sql).bind(account).bind(now).execute(conn).await.map(drop))?;
    let secret = secret::generate();
    let sql = "
        insert into password_reset
            (id, account_id, secret_hash, created_by, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6)
        returning id, account_id, (select name from account where id = $4) as created_by,
            created_at, expires_at, used_at, revoked_at";
    let reset: PasswordReset = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(PasswordResetId(time::new_id()))
        .bind(account)
        .bind(secret::hash(&secret))
        .bind(creator)
        .bind(now)
        .bind(now.plus_seconds(LIFE_SECONDS))
        .fetch_one(conn)
        .await)?;
    let detail = json!({ "password_reset": reset.id, "account": account });
    event::record(&mut tx, creator, None, "password_reset_created", detail).await?;
    tx.commit().await?;
    Ok(WithSecret { secret, of: reset })
}

async fn revoke_open(
    db: &Db,
    actor: &Actor,
    account: AccountId,
    reset: PasswordResetId,
) -> Result<()> {
    let mut tx = db.write().await?;
    let sql = "
        update password_reset
        set revoked_at = $3
        where id = $1 and account_id = $2 and used_at is null and revoked_at is null";
    let rows = run!(&mut tx, |conn| sqlx::query(sql)
        .bind(reset)
        .bind(account)
        .bind(time::now())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::not_found("open password reset").into());
    }
    note_revocation(&mut tx, actor.account_id(), reset).await?;
    tx.commit().await
}

async fn note_revocation(tx: &mut Tx, actor: AccountId, reset: PasswordResetId) -> Result<()> {
    let detail = json!({ "password_reset": reset });
    event::record(tx, Some(actor), None, "password_reset_revoked", detail).await
}

/// The account of a link that still works. Those who try many that do not have to wait.
async fn find(db: &Db, browser: &Browser, secret: &str) -> Result<AccountId> {
    let subjects = [Subject::links(browser.address)];
    throttle::check(&mut db.read().await?, &subjects).await?;
    throttle::count(db, &subjects).await?;
    let mut tx = db.write().await?;
    let sql = "
        select password_reset.id, password_reset.account_id
        from password_reset
        join account on account.id = password_reset.account_id
        where password_reset.secret_hash = $1
            and password_reset.used_at is null
            and password_reset.revoked_at is null
            and password_reset.expires_at > $2
            and account.disabled_at is null";
    type Row = (PasswordResetId, AccountId);
    let found: Option<Row> = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(secret::hash(secret))
        .bind(time::now())
        .fetch_optional(conn)
        .await)?;
    let (reset, account) = found.ok_or_else(gone)?;
    check_creator(&mut tx, reset).await?;
    throttle::give_back(&mut tx, &subjects).await?;
    tx.commit().await?;
    Ok(account)
}

/// Refuses a link whose creator may not create it any more.
async fn check_creator(tx: &mut Tx, reset: PasswordResetId) -> Result<()> {
    let sql = "
        select count(*)
        from password_reset
        left join account on account.id = password_reset.created_by
        where password_reset.id = $1
            and (
                password_reset.created_by is null
                or (account.site_admin and account.disabled_at is null)
            )";
    let good: i64 = run!(tx, |conn| sqlx::query_scalar(sql).bind(reset).fetch_one(conn).await)?;
    if good == 0 { Err(gone().into()) } else { Ok(()) }
}

fn gone() -> Refusal {
    Refusal::conflict(Reason::ResetLinkInvalid)
}
