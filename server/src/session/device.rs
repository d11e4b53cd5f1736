//! Known devices: browsers that signed in to an account before.
//!
//! A cookie that outlives the session proves it. It gives no access, but it has attempts of its
//! own at its account's password: while strangers guess from everywhere, the owner gets in.

use domain::id::AccountId;
use tower_cookies::Cookie;
use tower_sessions::cookie::SameSite;

use super::browser::Browser;
use crate::config::Config;
use crate::db::{Tx, run};
use crate::error::Result;
use crate::{secret, time};

/// Seconds for which a browser is known after it signed in.
const LIFE_SECONDS: i64 = 180 * 86_400;

/// Browsers that an account knows at once; the ones that were used last stay.
const MOST: i64 = 20;

/// The hash of the browser's cookie, if the browser signed in to the account before.
pub(crate) async fn find(
    tx: &mut Tx,
    config: &Config,
    browser: &Browser,
    account: AccountId,
) -> Result<Option<String>> {
    let Some(hash) = hash_of_cookie(config, browser) else { return Ok(None) };
    let sql = "
        select device_hash
        from known_device
        where account_id = $1 and device_hash = $2 and used_at > $3";
    let since = time::now().plus_seconds(-LIFE_SECONDS);
    Ok(run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(account)
        .bind(&hash)
        .bind(since)
        .fetch_optional(conn)
        .await)?)
}

/// Makes a browser known to an account. Answers with the cookie's new secret for a browser that
/// no account knows: a secret that somebody else put there is not taken over.
pub(super) async fn remember(
    tx: &mut Tx,
    config: &Config,
    browser: &Browser,
    account: AccountId,
) -> Result<String> {
    let kept = match value_of_cookie(config, browser) {
        Some(secret) if is_known(tx, &secret).await? => Some(secret),
        _ => None,
    };
    let secret = kept.unwrap_or_else(secret::generate);
    let sql = "
        insert into known_device (account_id, device_hash, used_at)
        values ($1, $2, $3)
        on conflict (account_id, device_hash) do update set used_at = excluded.used_at";
    run!(tx, |conn| sqlx::query(sql)
        .bind(account)
        .bind(secret::hash(&secret))
        .bind(time::now())
        .execute(conn)
        .await
        .map(drop))?;
    let sql = "
        delete from known_device
        where account_id = $1
            and device_hash not in (
                select device_hash
                from known_device
                where account_id = $1 and used_at > $2
                order by used_at desc
                limit $3
            )";
    run!(tx, |conn| sqlx::query(sql)
        .bind(account)
        .bind(time::now().plus_seconds(-LIFE_SECONDS))
        .bind(MOST)
        .execute(conn)
        .await
        .map(drop))?;
    Ok(secret)
}

/// Puts a device's secret into the browser.
pub(super) fn set_cookie(config: &Config, browser: &Browser, secret: String) {
    let cookie = Cookie::build((name(config), secret))
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(config.cookies_are_secure())
        .path("/")
        .max_age(::time::Duration::seconds(LIFE_SECONDS));
    browser.cookies.add(cookie.build());
}

/// Forgets every browser that an account knows.
pub(crate) async fn forget_all(tx: &mut Tx, account: AccountId) -> Result<()> {
    let sql = "delete from known_device where account_id = $1";
    run!(tx, |conn| sqlx::query(sql).bind(account).execute(conn).await.map(drop))?;
    Ok(())
}

async fn is_known(tx: &mut Tx, secret: &str) -> Result<bool> {
    let sql = "select count(*) from known_device where device_hash = $1";
    let hash = secret::hash(secret);
    let known: i64 = run!(tx, |conn| sqlx::query_scalar(sql).bind(&hash).fetch_one(conn).await)?;
    Ok(known > 0)
}

fn hash_of_cookie(config: &Config, browser: &Browser) -> Option<String> {
    value_of_cookie(config, browser).map(|secret| secret::hash(&secret))
}

fn value_of_cookie(config: &Config, browser: &Browser) -> Option<String> {
    browser.cookies.get(name(config)).map(|cookie| cookie.value().to_owned())
}

/// `__Host-` binds the cookie to this host and to TLS.
fn name(config: &Config) -> &'static str {
    if config.cookies_are_secure() { "__Host-touchstone_device" } else { "touchstone_device" }
}
