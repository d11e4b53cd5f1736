//! Throttling: every attempt at a password or a secret link is counted before it is checked.
//!
//! Counting afterwards would let as many attempts through as can be under way at once. An attempt
//! that turns out right is given back.

use std::net::IpAddr;

use domain::Error as Refusal;
use domain::id::AccountId;
use domain::throttle::{self, Allowance};
use domain::timestamp::Timestamp;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::web::client_address::network;

/// Whose attempts are counted together.
#[derive(Debug, Clone)]
pub struct Subject {
    name: String,
    allowance: Allowance,
    /// Whether one right attempt makes up for all wrong ones before it.
    clears: bool,
}

impl Subject {
    /// All attempts from one network.
    pub fn address(address: IpAddr) -> Self {
        let name = format!("address:{}", network(address));
        Self { name, allowance: throttle::ADDRESS, clears: false }
    }

    /// Attempts at one account from one network: strangers elsewhere do not use them up.
    pub fn account_at(email: &str, address: IpAddr) -> Self {
        let name = format!("account:{email}@{}", network(address));
        Self { name, allowance: throttle::ACCOUNT_AT_ADDRESS, clears: true }
    }

    /// Attempts at one account from all browsers that it does not know.
    pub fn account(email: &str) -> Self {
        Self { name: format!("account:{email}"), allowance: throttle::ACCOUNT, clears: false }
    }

    /// Attempts at one account from a browser that signed in to it before.
    pub fn device(account: AccountId, device_hash: &str) -> Self {
        let name = format!("device:{account}:{device_hash}");
        Self { name, allowance: throttle::DEVICE, clears: true }
    }

    /// Attempts to confirm the password of an account that is signed in.
    pub fn confirmation(account: AccountId) -> Self {
        let name = format!("confirmation:{account}");
        Self { name, allowance: throttle::CONFIRMATION, clears: true }
    }

    /// Tries of secret links from one network.
    pub fn links(address: IpAddr) -> Self {
        let name = format!("links:{}", network(address));
        Self { name, allowance: throttle::ADDRESS, clears: false }
    }

    /// What the audit log calls it.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Refuses an attempt that would be refused anyway, before it costs anything. Counts nothing.
pub async fn check(tx: &mut Tx, subjects: &[Subject]) -> Result<()> {
    let now = tx.now().await?;
    decide(tx, subjects, now).await.map(drop)
}

/// Counts an attempt against all subjects, or refuses it and counts nothing.
///
/// One attempt is counted at a time, whichever server it comes to.
pub async fn count(db: &Db, subjects: &[Subject]) -> Result<()> {
    let mut tx = db.write().await?;
    tx.lock_throttle().await?;
    let now = tx.now().await?;
    for (subject, full_at) in subjects.iter().zip(decide(&mut tx, subjects, now).await?) {
        keep(&mut tx, subject, full_at).await?;
    }
    let sql = "delete from throttle where full_at < $1";
    run!(&mut tx, |conn| sqlx::query(sql).bind(now).execute(conn).await.map(drop))?;
    tx.commit().await
}

/// Gives an attempt back that was right.
pub async fn give_back(tx: &mut Tx, subjects: &[Subject]) -> Result<()> {
    tx.lock_throttle().await?;
    for subject in subjects {
        match find(tx, subject).await? {
            Some(_) if subject.clears => {
                let sql = "delete from throttle where subject = $1";
                run!(tx, |conn| sqlx::query(sql)
                    .bind(&subject.name)
                    .execute(conn)
                    .await
                    .map(drop))?;
            }
            Some(full_at) => keep(tx, subject, subject.allowance.give_back(full_at)).await?,
            None => {}
        }
    }
    Ok(())
}

/// When each subject's allowance is whole again after an attempt at `now`. The longest wait
/// counts.
async fn decide(tx: &mut Tx, subjects: &[Subject], now: Timestamp) -> Result<Vec<Timestamp>> {
    let mut after = Vec::with_capacity(subjects.len());
    let mut longest = None;
    for subject in subjects {
        let full_at = find(tx, subject).await?.unwrap_or(now);
        match subject.allowance.attempt(full_at, now) {
            Ok(full_at) => after.push(full_at),
            Err(seconds) => longest = longest.max(Some(seconds)),
        }
    }
    match longest {
        Some(seconds) => Err(Refusal::TooManyAttempts { seconds }.into()),
        None => Ok(after),
    }
}

async fn find(tx: &mut Tx, subject: &Subject) -> Result<Option<Timestamp>> {
    let sql = "select full_at from throttle where subject = $1";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(&subject.name).fetch_optional(conn).await)?)
}

async fn keep(tx: &mut Tx, subject: &Subject, full_at: Timestamp) -> Result<()> {
    let sql = "
        insert into throttle (subject, full_at)
        values ($1, $2)
        on conflict (subject) do update set full_at = excluded.full_at";
    run!(tx, |conn| sqlx::query(sql)
        .bind(&subject.name)
        .bind(full_at)
        .execute(conn)
        .await
        .map(drop))?;
    Ok(())
}
