//! What judging costs: prints tables, asserts nothing.
//!
//! `bench TOUCHSTONE [POSTGRES_URL]` starts the given executable on a fresh SQLite file, and on a
//! fresh database of the Postgres server if one is named, and asks it over HTTP as raters do.
//! Everything is durable: SQLite waits for the disk at each commit.

mod limits;
mod memory;
mod place;
mod process;
mod rating;
mod table;
mod transfer;

use std::path::PathBuf;

use anyhow::Context;

use place::Place;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let executable: PathBuf = arguments.next().context("name the touchstone executable")?.into();
    let mut places = vec![Place::file()?];
    if let Some(url) = arguments.next() {
        places.push(Place::server(&url).await?);
    }

    limits::print().await?;
    for place in &places {
        println!("\n# {}", place.name());
        rating::print(&executable, place).await?;
        let (admin, project) = transfer::print(&executable, place).await?;
        memory::print(&executable, place, &admin, project).await?;
    }
    for place in places {
        place.remove().await?;
    }
    Ok(())
}
