//! The arguments of every command.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use domain::export::{Aggregation, Flagged, Format as ExportFormat};
use domain::id::ProjectId;
use domain::import::Format as ImportFormat;

use crate::config::Config;
use crate::config::database_url::Database;
use crate::web::PublicOrigin;

/// Collects human judgments of language model outputs and exports them as data sets.
#[derive(Debug, Parser)]
#[command(name = "touchstone", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub config: Config,
}

#[derive(Debug, Subcommand)]
pub enum Command {
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

/// The account of a command.
#[derive(Debug, Args)]
pub struct As {
    /// Email of the account to act for. Default: the oldest site admin.
    #[arg(long = "as", value_name = "EMAIL")]
    pub email: Option<String>,
    #[command(flatten)]
    pub database: Database,
}

#[derive(Debug, Subcommand)]
pub enum User {
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
pub struct Import {
    /// A file of JSON Lines or one JSON array, optionally compressed with gzip.
    pub file: PathBuf,
    /// The project's id, as in its address.
    #[arg(long)]
    pub project: ProjectId,
    /// Format of the file. Default: detected from the first record.
    #[arg(long, value_parser = named(ImportFormat::ALL, ImportFormat::name))]
    pub format: Option<ImportFormat>,
    /// For outputs: create only pairs that include this model.
    #[arg(long, value_name = "MODEL")]
    pub baseline: Option<String>,
    #[command(flatten)]
    pub account: As,
}

#[derive(Debug, Args)]
pub struct Export {
    /// The project's id, as in its address.
    pub project: ProjectId,
    /// Format of the file.
    #[arg(long, default_value = "trl_preference", value_parser = named(ExportFormat::ALL, ExportFormat::name))]
    pub format: ExportFormat,
    /// How judgments become rows of preferences and unpaired data.
    #[arg(long, default_value = "majority", value_parser = named(Aggregation::ALL, Aggregation::name))]
    pub aggregation: Aggregation,
    /// Whether flagged texts are left out.
    #[arg(long, default_value = "leave_out", value_parser = named(Flagged::ALL, Flagged::name))]
    pub flagged: Flagged,
    /// File to write. Default: standard output.
    #[arg(long)]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub account: As,
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
