//! Sessions: signing in and out, and who a browser belongs to.

use std::time::Duration;

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

use crate::account::store as accounts;
use crate::config::Config;
use crate::db::{Db, glance, run};
use crate::error::{Error, Result};
use crate::password::{self, Password, Verification};
use crate::proof::Proof;
use crate::throttle::{self, Subject};
use crate::{State, event, time};

mod browser;
pub(crate) mod device;
pub mod store;

pub use browser::Browser;
pub use store::Store;

/// The session's one entry.
const KEY: &str = "visit";

/// How often a session in use is written again at most.
const REFRESH: Duration = Duration::from_secs(300);

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
/// After several failures the next attempt has to wait. Those of strangers are counted apart from
/// those of a browser that signed in to the account before.
pub async fn sign_in(
    state: &State,
    browser: &Browser,
    email: &str,
    password: &Password,
) -> Result<Account> {
    let State { db, config, .. } = state;
    // What is no address belongs to nobody.
    let email = parse_email(email).unwrap_or_default();
    let (known, hash, subjects) = {
        let mut tx = db.read().await?;
        let known = accounts::by_email(&mut tx, &email).await?;
        let (hash, device) = match &known {
            Some(account) => (
                accounts::password_hash(&mut tx, account.id).await?,
                device::find(&mut tx, config, browser, account.id).await?,
            ),
            None => (None, None),
        };
        let subjects = match (&known, device) {
            (Some(account), Some(device)) => vec![Subject::device(account.id, &device)],
            _ => vec![
                Subject::address(browser.address),
                Subject::account_at(&email, browser.address),
                Subject::account(&email),
            ],
        };
        throttle::check(&mut tx, &subjects).await?;
        (known, hash, subjects)
    };
    // Counted during the turn, so that no more attempts than hash at once keep the database busy.
    let turn = password::turn().await?;
    throttle::count(db, &subjects).await?;
    let proof = turn.verify(password, hash).await?;
    let active =
        known.filter(|account| proof != Verification::Wrong && account.disabled_at.is_none());
    let Some(account) = active else {
        note_failure(db, &subjects).await?;
        return Err(Refusal::invalid("email", Reason::WrongCredentials).into());
    };
    let rehashed = match proof {
        Verification::Outdated => Some(turn.hash(password).await?),
        Verification::Right | Verification::Wrong => None,
    };
    note_success(db, &subjects, account.id, rehashed).await?;
    start(state, browser, account.id).await?;
    Ok(account)
}

/// Starts a session for an account that has just proved itself, and makes the browser known.
pub async fn start(state: &State, browser: &Browser, account: AccountId) -> Result<()> {
    let mut tx = state.db.write().await?;
    let sql = "select session_epoch from account where id = $1";
    let epoch = run!(&mut tx, |conn| sqlx::query_scalar(sql).bind(account).fetch_one(conn).await)?;
    let device = device::remember(&mut tx, &state.config, browser, account).await?;
    tx.commit().await?;
    device::set_cookie(&state.config, browser, device);
    let now = time::now().micros();
    let visit = Visit { account_id: account, epoch, signed_in_at: now, seen_at: now };
    browser.session.cycle_id().await.map_err(fault)?;
    browser.session.insert(KEY, visit).await.map_err(fault)
}

/// Ends the browser's session.
pub async fn sign_out(browser: &Browser) -> Result<()> {
    browser.session.flush().await.map_err(fault)
}

/// Whom a session proves, if it is still good: neither disabled, nor ended by a change of
/// password or role, nor too old.
pub(crate) async fn prove(state: &State, session: &Session) -> Result<Option<Proof>> {
    let State { db, config, .. } = state;
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
    let too_old = now >= after(visit.signed_in_at, config.session_absolute);
    let Some(site_admin) = site_admin.filter(|_| !too_old) else {
        return Ok(None);
    };
    if now >= after(visit.seen_at, refresh(config.session_idle)) {
        let seen = Visit { seen_at: now.micros(), ..visit };
        session.insert(KEY, seen).await.map_err(fault)?;
    }
    Ok(Some(Proof { account: visit.account_id, site_admin, scope: Scope::Full }))
}

/// How often a session in use is written again: idle time is known this exactly, so it is a small
/// part of the time after which an idle session ends.
fn refresh(idle: Duration) -> Duration {
    REFRESH.min(idle / 10)
}

/// A point in time, in microseconds, and some time later.
fn after(micros: i64, later: Duration) -> Timestamp {
    let later = i64::try_from(later.as_micros()).unwrap_or(i64::MAX);
    Timestamp::from_micros(micros.saturating_add(later))
}

/// Tells the audit log whose password somebody tried in vain.
async fn note_failure(db: &Db, subjects: &[Subject]) -> Result<()> {
    let mut tx = db.write().await?;
    let names: Vec<&str> = subjects.iter().map(Subject::name).collect();
    event::record(&mut tx, None, None, "sign_in_failed", json!({ "subjects": names })).await?;
    tx.commit().await
}

async fn note_success(
    db: &Db,
    subjects: &[Subject],
    account: AccountId,
    rehashed: Option<String>,
) -> Result<()> {
    let mut tx = db.write().await?;
    throttle::give_back(&mut tx, subjects).await?;
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
