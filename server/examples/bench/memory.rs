//! What a server's memory grows to under load, and what it gives back.

use std::path::Path;
use std::time::Duration;

use domain::account::NewToken;
use domain::actor::{Actor, Scope};
use domain::id::ProjectId;
use futures::future::{join_all, try_join_all};
use reqwest::Client;
use serde_json::json;
use server::token;

use super::place::Place;
use super::process::Server;
use super::table;

/// How many wrong passwords are tried at the same time.
const SIGN_INS: usize = 100;

/// How many files are fetched at the same time.
const EXPORTS: usize = 8;

/// How long the server then has nothing to do.
const REST: Duration = Duration::from_secs(10);

/// Prints the memory of a server after each kind of load, one after the other.
pub async fn print(
    executable: &Path,
    place: &Place,
    admin: &Actor,
    project: ProjectId,
) -> anyhow::Result<()> {
    let db = place.open().await?;
    let new = NewToken { name: "bench".into(), scope: Scope::Full, days: None };
    let secret = token::create(&db, admin, &new).await?.secret;
    db.close().await;
    let server = Server::start(executable, &place.url()).await?;
    let client = Client::builder().no_proxy().build()?;
    let api = format!("{}/api/v1", server.origin);

    table::head(&["memory", "in use", "peak"]);
    report(&server, "idle")?;
    let sign_ins = (0..SIGN_INS).map(|n| {
        let wrong = json!({ "email": format!("{n}@example.org"), "password": "wrong password" });
        client.post(format!("{api}/session")).json(&wrong).send()
    });
    // Most are refused at once, as they should be.
    join_all(sign_ins).await;
    report(&server, "100 sign-ins")?;
    let export = || async {
        let url = format!("{api}/projects/{project}/exports/trl_preference");
        let mut answer = client.get(url).bearer_auth(&secret).send().await?.error_for_status()?;
        while answer.chunk().await?.is_some() {}
        anyhow::Ok(())
    };
    export().await?;
    report(&server, "1 export")?;
    try_join_all((0..EXPORTS).map(|_| export())).await?;
    report(&server, "8 at once")?;
    tokio::time::sleep(REST).await;
    report(&server, "10 s later")?;
    server.stop().await
}

fn report(server: &Server, name: &str) -> anyhow::Result<()> {
    let mebibytes = |memory: f64| format!("{memory:.0} MiB");
    table::row(&[name.to_owned(), mebibytes(server.memory()?), mebibytes(server.peak_memory()?)]);
    Ok(())
}
