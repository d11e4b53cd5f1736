//! The command line: starts the server, and does from a terminal what pages do.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use axum::Router;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use domain::actor::{Actor, Scope};
use domain::export::{Aggregation, Flagged, Format as ExportFormat};
use domain::id::ProjectId;
use domain::import::Format as ImportFormat;
use secrecy::{ExposeSecret, SecretString};

use crate::State;
use crate::config::{Config, database_url};
use crate::db::Db;
use crate::web::PublicOrigin;

mod account;
mod backup;
mod doctor;
mod serve;
mod transfer;

/// Collects human judgments of language model outputs and exports them as data sets.
#[derive(Debug, Parser)]
#[command(name = "touchstone", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    config: Config,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server. This is the default command.
    Serve(Box<Config>),
    /// Update the database schema and stop.
    Migrate(Database),
    /// Copy the database into a new file, even while the server runs.
    Backup {
        /// The new file.
        file: PathBuf,
        #[command(flatten)]
        database: Database,
    },
    /// Check the settings, the database and the machine for problems.
    Doctor {
        /// Also check every row of the database.
        #[arg(long)]
        data: bool,
        /// Also repair values that follow from other rows. Stop the server first.
        #[arg(long, requires = "data")]
        repair: bool,
        #[command(flatten)]
        config: Box<Config>,
    },
    /// Manage accounts.
    #[command(subcommand)]
    User(User),
    /// Create the sample project.
    Demo(As),
    /// Import a file into a project.
    Import(Import),
    /// Export a project's judgments to a file or to standard output.
    Export(Export),
}

/// The database of a command.
#[derive(Debug, Args)]
struct Database {
    /// Database: sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME.
    #[arg(
        long,
        env = "TOUCHSTONE_DATABASE_URL",
        hide_env_values = true,
        default_value = "sqlite://data/touchstone.db"
    )]
    database_url: SecretString,
}

/// The account of a command.
#[derive(Debug, Args)]
struct As {
    /// Email of the account to act for. Default: the oldest site admin.
    #[arg(long = "as", value_name = "EMAIL")]
    email: Option<String>,
    #[command(flatten)]
    database: Database,
}

#[derive(Debug, Subcommand)]
enum User {
    /// Add an account. The password is asked for, or read from standard input.
    Add {
        email: String,
        /// Name of the person.
        #[arg(long)]
        name: Option<String>,
        /// Make it a site admin.
        #[arg(long)]
        admin: bool,
        #[command(flatten)]
        database: Database,
    },
    /// Print a password reset link for an account.
    Reset {
        email: String,
        /// Address of the server in browsers. The link starts with it.
        #[arg(long, env = "TOUCHSTONE_PUBLIC_ORIGIN", default_value = "http://127.0.0.1:3000")]
        public_origin: PublicOrigin,
        #[command(flatten)]
        database: Database,
    },
}

#[derive(Debug, Args)]
struct Import {
    /// A file of JSON Lines or one JSON array, optionally compressed with gzip.
    file: PathBuf,
    /// The project's id, as in its address.
    #[arg(long)]
    project: ProjectId,
    /// Format of the file. Default: detected from the first record.
    #[arg(long, value_parser = named(ImportFormat::ALL, ImportFormat::name))]
    format: Option<ImportFormat>,
    /// For outputs: create only pairs that include this model.
    #[arg(long, value_name = "MODEL")]
    baseline: Option<String>,
    #[command(flatten)]
    account: As,
}

#[derive(Debug, Args)]
struct Export {
    /// The project's id, as in its address.
    project: ProjectId,
    /// Format of the file.
    #[arg(long, default_value = "trl_preference", value_parser = named(ExportFormat::ALL, ExportFormat::name))]
    format: ExportFormat,
    /// How judgments become rows of preferences and unpaired data.
    #[arg(long, default_value = "majority", value_parser = named(Aggregation::ALL, Aggregation::name))]
    aggregation: Aggregation,
    /// Whether flagged texts are left out.
    #[arg(long, default_value = "leave_out", value_parser = named(Flagged::ALL, Flagged::name))]
    flagged: Flagged,
    /// File to write. Default: standard output.
    #[arg(long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    account: As,
}

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
            backup::backup(database.database_url.expose_secret(), &file).await
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

impl Database {
    async fn open(&self) -> anyhow::Result<Db> {
        open(self.database_url.expose_secret(), true).await
    }
}

impl As {
    async fn open(&self) -> anyhow::Result<(Db, Actor)> {
        let db = self.database.open().await?;
        let account = account::acting(&db, self.email.as_deref()).await?;
        let actor = Actor::authenticated(account.id, account.site_admin, Scope::Full);
        Ok((db, actor))
    }
}

/// Opens a database and brings its schema up to date.
async fn open(url: &str, durable: bool) -> anyhow::Result<Db> {
    database_url::create_file(url)?;
    let db = Db::connect(url, durable).await?;
    db.migrate().await?;
    Ok(db)
}

/// Reads one of `all` by its name; help and refusals list the names.
fn named<T, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(name)).map(move |given| {
        let known = all.into_iter().find(|value| name(*value) == given);
        known.expect("only possible values come here")
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_help_of_a_command_names_every_value_that_it_takes() {
        let mut command = Cli::command();
        let mut help =
            |name: &str| command.find_subcommand_mut(name).unwrap().render_long_help().to_string();
        let (import, export) = (help("import"), help("export"));

        for format in ImportFormat::ALL {
            assert!(import.contains(format.name()), "{import}");
        }
        let formats = ExportFormat::ALL.map(ExportFormat::name);
        let ways = Aggregation::ALL.map(Aggregation::name);
        for name in formats.into_iter().chain(ways).chain(Flagged::ALL.map(Flagged::name)) {
            assert!(export.contains(name), "{name} is missing in {export}");
        }
    }

    #[test]
    fn an_unknown_value_is_answered_with_those_that_are_known() {
        let project = "00000000-0000-0000-0000-000000000000";
        let parsed = Cli::try_parse_from(["touchstone", "export", project, "--format", "parquet"]);

        let said = parsed.unwrap_err().to_string();
        assert!(said.contains("judgments_csv_raw"), "{said}");
    }
}
