//! The command line: starts the server, and does from a terminal what pages do.

mod account;
mod arguments;
mod backup;
mod doctor;
mod open;
mod serve;
mod transfer;

use std::process::ExitCode;

use anyhow::Context;
use axum::Router;
use clap::Parser;
use secrecy::ExposeSecret;

use self::arguments::{Cli, Command, User};
use crate::State;

/// Runs the command that the process was started with. `router` makes everything that answers
/// requests out of the server's state.
pub fn main(router: fn(State) -> Router) -> ExitCode {
    let cli = Cli::parse();
    let command = cli.command.unwrap_or_else(|| Command::Serve(Box::new(cli.config)));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = runtime
        .context("cannot start the runtime")
        .and_then(|runtime| runtime.block_on(run(command, router)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("touchstone: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command, router: fn(State) -> Router) -> anyhow::Result<()> {
    match command {
        Command::Serve(config) => serve::serve(*config, router).await,
        Command::Migrate(database) => database.open().await.map(drop),
        Command::Backup { file, database } => {
            backup::backup(database.url.expose_secret(), &file).await
        }
        Command::Doctor { data, repair, config } => doctor::doctor(&config, data, repair).await,
        Command::User(User::Add { email, name, admin, database }) => {
            account::add(&database.open().await?, email, name, admin).await
        }
        Command::User(User::Reset { email, public_origin, database }) => {
            account::reset(&database.open().await?, &email, &public_origin).await
        }
        Command::Demo(account) => {
            let (db, actor) = account.open().await?;
            let view = crate::demo::create(&db, &actor).await?;
            println!("created the project {} ({})", view.project.name, view.project.id);
            Ok(())
        }
        Command::Import(import) => transfer::import(import).await,
        Command::Export(export) => transfer::export(export).await,
    }
}
