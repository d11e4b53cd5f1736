//! Opens the database of a command.

use domain::actor::{Actor, Scope};
use secrecy::ExposeSecret;

use super::account;
use super::arguments::As;
use crate::config::database_url::{self, Database};
use crate::db::Db;

/// Opens a database and brings its schema up to date.
pub async fn open(url: &str, durable: bool) -> anyhow::Result<Db> {
    database_url::create_file(url)?;
    let db = Db::connect(url, durable).await?;
    db.migrate().await?;
    Ok(db)
}

impl Database {
    pub async fn open(&self) -> anyhow::Result<Db> {
        open(self.url.expose_secret(), true).await
    }
}

impl As {
    pub async fn open(&self) -> anyhow::Result<(Db, Actor)> {
        let db = self.database.open().await?;
        let account = account::acting(&db, self.email.as_deref()).await?;
        let actor = Actor::authenticated(account.id, account.site_admin, Scope::Full);
        Ok((db, actor))
    }
}
