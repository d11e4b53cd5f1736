//! Tokens: how programs act for an account.

use domain::account::{NewToken, Token, WithSecret};
use domain::actor::{Actor, Scope};
use domain::id::{AccountId, TokenId};
use domain::timestamp::Timestamp;
use domain::{Error as Refusal, policy};
use serde_json::json;

use crate::db::{Db, glance, run};
use crate::error::Result;
use crate::proof::Proof;
use crate::{event, secret, time};

/// What every token begins with, so that scanners for leaked secrets can know it.
pub const PREFIX: &str = "touchstone_";

/// Makes a token for the actor's own account; its secret is shown this once.
pub async fn create(db: &Db, actor: &Actor, new: &NewToken) -> Result<WithSecret<Token>> {
    policy::own(actor)?;
    new.check()?;
    let secret = format!("{PREFIX}{}", secret::generate());
    let now = time::now();
    let expires_at = new.days.map(|days| now.plus_seconds(i64::from(days) * 86_400));
    let mut tx = db.write().await?;
    let sql = "
        insert into token (id, account_id, name, token_hash, scope, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        returning id, name, scope, created_at, expires_at, last_used_at, revoked_at";
    let token: Token = run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(TokenId(time::new_id()))
        .bind(actor.account_id())
        .bind(new.name.trim())
        .bind(secret::hash(&secret))
        .bind(new.scope)
        .bind(now)
        .bind(expires_at)
        .fetch_one(conn)
        .await)?;
    let detail = json!({ "token": token.id, "scope": token.scope });
    event::record(&mut tx, Some(actor.account_id()), None, "token_created", detail).await?;
    tx.commit().await?;
    Ok(WithSecret { secret, of: token })
}

/// The actor's own tokens, newest first.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<Token>> {
    policy::own(actor)?;
    let mut tx = db.read().await?;
    let sql = "
        select id, name, scope, created_at, expires_at, last_used_at, revoked_at
        from token
        where account_id = $1
        order by id desc";
    let account = actor.account_id();
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql).bind(account).fetch_all(conn).await)?)
}

/// Revokes one of the actor's own tokens, for good; once more changes nothing.
pub async fn revoke(db: &Db, actor: &Actor, id: TokenId) -> Result<()> {
    policy::own(actor)?;
    let mut tx = db.write().await?;
    let sql = "
        update token
        set revoked_at = coalesce(revoked_at, $3)
        where id = $1 and account_id = $2";
    let rows = run!(&mut tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(actor.account_id())
        .bind(time::now())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::not_found("token").into());
    }
    event::record(&mut tx, Some(actor.account_id()), None, "token_revoked", json!({ "token": id }))
        .await?;
    tx.commit().await
}

/// Whom a token's secret proves, if the token is good and its account not disabled.
pub(crate) async fn prove(db: &Db, secret: &str) -> Result<Option<Proof>> {
    let now = time::now();
    let sql = "
        select token.id, account.id, account.site_admin, token.scope, token.last_used_at
        from token
        join account on account.id = token.account_id
        where token.token_hash = $1
            and token.revoked_at is null
            and (token.expires_at is null or token.expires_at > $2)
            and account.disabled_at is null";
    type Row = (TokenId, AccountId, bool, Scope, Option<Timestamp>);
    let row: Option<Row> = glance!(db, |conn| sqlx::query_as(sql)
        .bind(secret::hash(secret))
        .bind(now)
        .fetch_optional(conn)
        .await)?;
    let Some((token, account, site_admin, scope, last_used_at)) = row else { return Ok(None) };
    if last_used_at.is_none_or(|used| now >= used.plus_seconds(3_600)) {
        touch(db, token, now).await?;
    }
    Ok(Some(Proof { account, site_admin, scope }))
}

/// Notes that a token is in use, to the hour: a write per request would cost more than it tells.
async fn touch(db: &Db, id: TokenId, now: Timestamp) -> Result<()> {
    let mut tx = db.write().await?;
    let sql = "update token set last_used_at = $2 where id = $1";
    run!(&mut tx, |conn| sqlx::query(sql).bind(id).bind(now).execute(conn).await.map(drop))?;
    tx.commit().await
}
