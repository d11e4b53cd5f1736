//! The keys of the judge page, as each rater has laid them out.

use std::collections::BTreeMap;

use domain::actor::Actor;
use domain::keys::{Command, Keys};
use domain::policy;
use sqlx::types::Json;

use crate::db::{Db, run};
use crate::error::Result;

/// The actor's keys: the usual ones until they change some.
pub async fn find(db: &Db, actor: &Actor) -> Result<Keys> {
    let mut tx = db.read().await?;
    let sql = "select keys from account where id = $1";
    let kept: Option<Json<BTreeMap<String, String>>> =
        run!(&mut tx, |conn| sqlx::query_scalar(sql)
            .bind(actor.account_id())
            .fetch_one(conn)
            .await)?;
    Ok(kept.map_or_else(Keys::default, |Json(chosen)| Keys::kept(&chosen)))
}

/// Gives the actor the usual keys but for `chosen`, from the next opening of the judge page on.
///
/// # Errors
///
/// Those of [`Keys::new`].
pub async fn change(db: &Db, actor: &Actor, chosen: &BTreeMap<Command, String>) -> Result<Keys> {
    policy::own(actor)?;
    let keys = Keys::new(chosen)?;
    let kept = (keys != Keys::default()).then(|| Json(keys.by_command()));
    let mut tx = db.write().await?;
    let sql = "update account set keys = $2 where id = $1";
    run!(&mut tx, |conn| sqlx::query(sql)
        .bind(actor.account_id())
        .bind(&kept)
        .execute(conn)
        .await
        .map(drop))?;
    tx.commit().await?;
    Ok(keys)
}
