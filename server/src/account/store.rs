//! The rows of accounts: written and read inside the transactions of others.

use domain::Error as Refusal;
use domain::account::{Account, check_name, parse_email};
use domain::id::AccountId;
use domain::reason::Reason;

use crate::db::{Tx, run};
use crate::error::{Result, ResultExt};
use crate::password::{self, Password};
use crate::time;

/// An account to be made, with the password of its owner.
#[derive(Debug)]
pub struct NewAccount {
    pub email: String,
    pub name: String,
    pub password: Password,
}

/// A checked account, its password hashed: ready for a transaction, where nothing slow happens.
pub(crate) struct Prepared {
    email: String,
    name: String,
    password_hash: String,
}

impl NewAccount {
    /// Checks e-mail, name and password, and hashes the password.
    pub(crate) async fn prepare(&self) -> Result<Prepared> {
        let email = parse_email(&self.email)?;
        check_name(&self.name)?;
        password::check(&self.password, &[&email, &self.name])?;
        let password_hash = password::hash(&self.password).await?;
        Ok(Prepared { email, name: self.name.trim().to_owned(), password_hash })
    }
}

/// Inserts a prepared account.
pub(crate) async fn insert(tx: &mut Tx, new: &Prepared, site_admin: bool) -> Result<Account> {
    let sql = "
        insert into account
            (id, email, name, password_hash, site_admin, session_epoch, created_at)
        values ($1, $2, $3, $4, $5, 1, $6)
        returning id, email, name, site_admin, created_at, disabled_at";
    run!(tx, |conn| sqlx::query_as(sql)
        .bind(AccountId(time::new_id()))
        .bind(&new.email)
        .bind(&new.name)
        .bind(&new.password_hash)
        .bind(site_admin)
        .bind(time::now())
        .fetch_one(conn)
        .await)
    .on_duplicate(|| Refusal::invalid("email", Reason::EmailTaken))
}

/// Gives an account another password and ends all of its sessions. Tells whether there is such an
/// account and it is not disabled.
pub(crate) async fn set_password(tx: &mut Tx, id: AccountId, hash: &str) -> Result<bool> {
    let sql = "
        update account
        set password_hash = $2, session_epoch = session_epoch + 1
        where id = $1 and disabled_at is null";
    let rows = run!(tx, |conn| sqlx::query(sql)
        .bind(id)
        .bind(hash)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Makes every session of an account invalid, from the next request on.
pub(crate) async fn end_sessions(tx: &mut Tx, id: AccountId) -> Result<()> {
    let sql = "update account set session_epoch = session_epoch + 1 where id = $1";
    run!(tx, |conn| sqlx::query(sql).bind(id).execute(conn).await.map(drop))?;
    Ok(())
}

/// The account with an e-mail address, if there is one.
pub(crate) async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<Account>> {
    let sql = "
        select id, email, name, site_admin, created_at, disabled_at
        from account
        where email = $1";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(email).fetch_optional(conn).await)?)
}

pub(crate) async fn by_id(tx: &mut Tx, id: AccountId) -> Result<Account> {
    let sql = "
        select id, email, name, site_admin, created_at, disabled_at
        from account
        where id = $1";
    let account: Option<Account> =
        run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_optional(conn).await)?;
    Ok(account.ok_or_else(|| Refusal::not_found("account"))?)
}

/// The hash of an account's password; none for an account without one.
pub(crate) async fn password_hash(tx: &mut Tx, id: AccountId) -> Result<Option<String>> {
    let sql = "select password_hash from account where id = $1";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql).bind(id).fetch_one(conn).await)?)
}
