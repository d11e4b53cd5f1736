//! `touchstone user`, and on whose behalf other commands act.

use std::io::IsTerminal;

use anyhow::Context;
use domain::account::Account;

use crate::account::{self, NewAccount};
use crate::db::Db;
use crate::password::Password;
use crate::password_reset;
use crate::web::PublicOrigin;

/// Adds an account.
pub(super) async fn add(
    db: &Db,
    email: String,
    name: Option<String>,
    admin: bool,
) -> anyhow::Result<()> {
    let name = name.unwrap_or_else(|| email.split('@').next().unwrap_or_default().to_owned());
    let password = Password::from(read_password()?);
    let new = NewAccount { email, name, password };
    let account = account::add(db, &new, admin).await?;
    let kind = if account.site_admin { "site admin" } else { "account" };
    println!("added the {kind} {}", account.email);
    Ok(())
}

/// Prints a link to choose a new password.
pub(super) async fn reset(db: &Db, email: &str, origin: &PublicOrigin) -> anyhow::Result<()> {
    let account = account::find_by_email(db, email).await?;
    let account = account.with_context(|| format!("there is no account {email}"))?;
    let reset = password_reset::create_here(db, account.id).await?;
    println!("{origin}/password-resets/{}", reset.secret);
    eprintln!(
        "Send this link to {}. It works once, until {} UTC. Choosing a new password signs out \
         every browser of the account.",
        account.email,
        reset.of.expires_at.minute()
    );
    Ok(())
}

/// The account that a command acts for.
pub(super) async fn acting(db: &Db, email: Option<&str>) -> anyhow::Result<Account> {
    let found = match email {
        Some(email) => account::find_by_email(db, email).await?,
        None => account::first_admin(db).await?,
    };
    found.context("there is no such account; add one with `touchstone user add EMAIL --admin`")
}

fn read_password() -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password("Password: ").context("cannot read the password");
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("cannot read the password")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
