//! What the machine allows: commits that wait for the disk, and requests that do nothing.

use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use futures::future::try_join_all;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use super::table;

/// How long each limit is measured.
const TIME: Duration = Duration::from_secs(3);

/// Prints both limits.
pub async fn print() -> anyhow::Result<()> {
    println!("# Limits of this machine");
    table::head(&["", "per second"]);
    table::row(&["commits".into(), format!("{:.0}", commits().await?)]);
    for clients in [1, 32] {
        let name = format!("requests x{clients}");
        table::row(&[name, format!("{:.0}", requests(clients).await?)]);
    }
    Ok(())
}

/// One-row transactions of a SQLite file, each on the disk before the next begins.
async fn commits() -> anyhow::Result<f64> {
    let folder = tempfile::TempDir::new_in("target")?;
    let mut connection = SqliteConnectOptions::new()
        .filename(folder.path().join("limit.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    sqlx::query("create table row (id integer primary key, text text)")
        .execute(&mut connection)
        .await?;
    let started = Instant::now();
    let mut n = 0_u32;
    while started.elapsed() < TIME {
        sqlx::query("insert into row (text) values ('a judgment')")
            .execute(&mut connection)
            .await?;
        n += 1;
    }
    connection.close().await?;
    Ok(f64::from(n) / started.elapsed().as_secs_f64())
}

/// Requests to a route that does nothing, asked by `clients` at once from the same process.
async fn requests(clients: usize) -> anyhow::Result<f64> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/", listener.local_addr()?);
    let router = Router::new().route("/", get(async || ""));
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let started = Instant::now();
    let asking = (0..clients).map(|_| {
        let url = url.clone();
        tokio::spawn(async move {
            let client = reqwest::Client::builder().no_proxy().build()?;
            let mut n = 0_u32;
            while started.elapsed() < TIME {
                client.get(&url).send().await?.bytes().await?;
                n += 1;
            }
            anyhow::Ok(n)
        })
    });
    let mut total = 0.0;
    for n in try_join_all(asking).await? {
        total += f64::from(n?);
    }
    server.abort();
    Ok(total / started.elapsed().as_secs_f64())
}
