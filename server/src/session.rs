//! Sessions: signing in and out, and who a browser belongs to.

use std::net::IpAddr;

use domain::Error as Refusal;
use domain::account::{Account, parse_email};
use domain::actor::Scope;
use domain::id::AccountId;
use domain::reason::Reason;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
pub use tower_sessions::Session;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use crate::actor::Proof;
use crate::config::Config;
use crate::db::{Db, glance, run};
use crate::error::{Error, Result};
use crate::password::guess::{self, Subject};
use crate::password::{self, Password, Verification};
use crate::{State, account, event, time};

pub mod store;

pub use store::Store;

/// The session's one entry.
const KEY: &str = "visit";

/// How often a session in use is written again, in seconds; idle time is known this exactly.
const REFRESH_SECONDS: i64 = 300;

/// The layer that finds each request's session by its cookie; one for REST and pages alike.
pub fn layer(state: &State) -> SessionManagerLayer<Store> {
    let idle = ::time::Duration::try_from(state.config.session_idle)
        .expect("the settings hold fewer seconds than fit");
    SessionManagerLayer::new(Store::new(state.db.clone()))
        .with_name(cookie_name(&state.config))
        .with_secure(state.config.cookies_are_secure())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(idle))
}

/// What the cookie is called: `__Host-` binds it to this host and to TLS.
pub fn cookie_name(config: &Config) -> &'static str {
    if config.cookies_are_secure() { "__Host-touchstone" } else { "touchstone" }
}

/// All that a session holds: concurrent requests overwrite each other's sessions, so there must
/// be nothing in it that could get lost.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Visit {
    account_id: AccountId,
    epoch: i32,
    signed_in_at: i64,
    seen_at: i64,
}

/// Signs a browser in, under a new session id.
///
/// Unknown addresses, wrong passwords and disabled accounts answer alike and take equally long.
/// After several failures the next attempt has to wait a little.
pub async fn sign_in(
    db: &Db,
    session: &Session,
    address: IpAddr,
    email: &str,
    password: &Password,
) -> Result<Account> {
    // What is no address belongs to nobody.
    let email = parse_email(email).unwrap_or_default();
    let subjects = [Subject::account(&email), Subject::address(address)];
    let (known, hash) = {
        let mut tx = db.read().await?;
        guess::refuse_haste(&mut tx, &subjects).await?;
        let known = account::by_email(&mut tx, &email).await?;
        let hash = match &known {
            Some(account) => Some(account::password_hash(&mut tx, account.id).await?),
            None => None,
        };
        (known, hash)
    };
    let proof = password::verify(password, hash).await?;
    let active =
        known.filter(|account| proof != Verification::Wrong && account.disabled_at.is_none());
    let Some(account) = active else {
        guess::remember(db, &subjects, "sign_in_failed").await?;
        return Err(Refusal::invalid("email", Reason::WrongSignIn).into());
    };
    let rehashed = match proof {
        Verification::Outdated => Some(password::hash(password).await?),
        Verification::Right | Verification::Wrong => None,
    };
    note_success(db, &subjects[0], account.id, rehashed).await?;
    start(db, session, account.id).await?;
    Ok(account)
}

/// Starts a session for an account that has just proved itself.
pub async fn start(db: &Db, session: &Session, account: AccountId) -> Result<()> {
    let sql = "select session_epoch from account where id = $1";
    let epoch = glance!(db, |conn| sqlx::query_scalar(sql).bind(account).fetch_one(conn).await)?;
    let now = time::now().micros();
    let visit = Visit { account_id: account, epoch, signed_in_at: now, seen_at: now };
    session.cycle_id().await.map_err(fault)?;
    session.insert(KEY, visit).await.map_err(fault)
}

/// Ends the browser's session.
pub async fn sign_out(session: &Session) -> Result<()> {
    session.flush().await.map_err(fault)
}

/// Whom a session proves, if it is still good: neither disabled, nor ended by a change of
/// password or role, nor older than `absolute_seconds`.
pub(crate) async fn prove(
    db: &Db,
    session: &Session,
    absolute_seconds: i64,
) -> Result<Option<Proof>> {
    let Some(visit) = session.get::<Visit>(KEY).await.map_err(fault)? else { return Ok(None) };
    let now = time::now();
    let sql = "
        select site_admin
        from account
        where id = $1 and session_epoch = $2 and disabled_at is null";
    let site_admin: Option<bool> = glance!(db, |conn| sqlx::query_scalar(sql)
        .bind(visit.account_id)
        .bind(visit.epoch)
        .fetch_optional(conn)
        .await)?;
    let too_old = now >= Timestamp::from_micros(visit.signed_in_at).plus_seconds(absolute_seconds);
    let Some(site_admin) = site_admin.filter(|_| !too_old) else {
        return Ok(None);
    };
    if now >= Timestamp::from_micros(visit.seen_at).plus_seconds(REFRESH_SECONDS) {
        let seen = Visit { seen_at: now.micros(), ..visit };
        session.insert(KEY, seen).await.map_err(fault)?;
    }
    Ok(Some(Proof { account: visit.account_id, site_admin, scope: Scope::Full }))
}

async fn note_success(
    db: &Db,
    subject: &Subject,
    account: AccountId,
    rehashed: Option<String>,
) -> Result<()> {
    let mut tx = db.write().await?;
    guess::forget(&mut tx, subject).await?;
    if let Some(hash) = rehashed {
        let sql = "update account set password_hash = $2 where id = $1";
        run!(&mut tx, |conn| sqlx::query(sql)
            .bind(account)
            .bind(&hash)
            .execute(conn)
            .await
            .map(drop))?;
    }
    event::record(&mut tx, Some(account), None, "signed_in", json!({})).await?;
    tx.commit().await
}

/// A store that cannot be reached is the database's trouble and may pass.
fn fault(error: tower_sessions::session::Error) -> Error {
    match error {
        tower_sessions::session::Error::Store(error) => {
            tracing::warn!(%error, "the session store is busy or away");
            Refusal::Busy { seconds: 2 }.into()
        }
        error => anyhow::Error::new(error).into(),
    }
}
