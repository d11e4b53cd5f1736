//! Guesses at passwords: wrong ones are counted, and the next attempt has to wait.

use std::net::IpAddr;

use domain::timestamp::Timestamp;
use domain::{Error as Refusal, throttle};
use serde_json::json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::{event, time};

/// Whose wrong guesses are counted together.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    name: String,
    /// How many are free.
    free: i64,
}

impl Subject {
    /// All who guess the password of one account, wherever they sit.
    pub fn account(email: &str) -> Self {
        Self { name: format!("account:{email}"), free: throttle::ACCOUNT_FREE }
    }

    /// All who guess from one address, at whichever account.
    pub fn address(address: IpAddr) -> Self {
        Self { name: format!("address:{address}"), free: throttle::ADDRESS_FREE }
    }
}

/// Refuses an attempt that comes too soon after several wrong ones.
pub(crate) async fn refuse_haste(tx: &mut Tx, subjects: &[Subject]) -> Result<()> {
    let now = time::now();
    let sql = "
        select count(*), coalesce(max(failed_at), 0)
        from sign_in_failure
        where subject = $1 and failed_at > $2";
    let since = now.plus_seconds(-throttle::MEMORY_SECONDS);
    for Subject { name, free } in subjects {
        let (failures, last): (i64, i64) =
            run!(tx, |conn| sqlx::query_as(sql).bind(name).bind(since).fetch_one(conn).await)?;
        let last = Timestamp::from_micros(last);
        if let Some(seconds) = throttle::wait(failures, *free, last, now) {
            return Err(Refusal::Busy { seconds }.into());
        }
    }
    Ok(())
}

/// Counts a wrong guess, and tells the audit log what it was tried for.
pub(crate) async fn remember(db: &Db, subjects: &[Subject], attempt: &'static str) -> Result<()> {
    let mut tx = db.write().await?;
    let sql = "insert into sign_in_failure (id, subject, failed_at) values ($1, $2, $3)";
    for subject in subjects {
        run!(&mut tx, |conn| sqlx::query(sql)
            .bind(time::new_id())
            .bind(&subject.name)
            .bind(time::now())
            .execute(conn)
            .await
            .map(drop))?;
    }
    let sql = "delete from sign_in_failure where failed_at < $1";
    let forgotten = time::now().plus_seconds(-throttle::MEMORY_SECONDS);
    run!(&mut tx, |conn| sqlx::query(sql).bind(forgotten).execute(conn).await.map(drop))?;
    let names: Vec<&str> = subjects.iter().map(|subject| subject.name.as_str()).collect();
    event::record(&mut tx, None, None, attempt, json!({ "subjects": names })).await?;
    tx.commit().await
}

/// Forgets the wrong guesses at an account: the right password was given.
pub(crate) async fn forget(tx: &mut Tx, subject: &Subject) -> Result<()> {
    let sql = "delete from sign_in_failure where subject = $1";
    run!(tx, |conn| sqlx::query(sql).bind(&subject.name).execute(conn).await.map(drop))?;
    Ok(())
}
