//! The database's address, for every command, without knowledge of the engine behind it.

use std::fs::{DirBuilder, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;
use std::sync::LazyLock;

use anyhow::Context;
use http::Uri;
use http::uri::Authority;
use secrecy::SecretString;

/// The address unless one is given.
static DEFAULT: LazyLock<String> = LazyLock::new(|| {
    std::env::var("DATABASE_URL").unwrap_or_else(|_| "sqlite://data/touchstone.db".into())
});

/// The setting that every command reads.
#[derive(Debug, Clone, clap::Args)]
pub struct Database {
    /// Database: sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME.
    ///
    /// Defaults to DATABASE_URL, or else to sqlite://data/touchstone.db in the working directory.
    #[arg(
        id = "database_url",
        long = "database-url",
        env = "TOUCHSTONE_DATABASE_URL",
        hide_env_values = true,
        default_value = DEFAULT.as_str(),
        hide_default_value = true
    )]
    pub url: SecretString,
}

/// Whether the URL names an engine the server speaks.
pub fn is_supported(url: &str) -> bool {
    ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme))
}

/// The URL without user, password and parameters; less when it cannot be taken apart for certain.
pub fn redact(url: &str) -> String {
    if url.starts_with("sqlite:") {
        return url.split('?').next().unwrap_or_default().into();
    }
    let scheme = url.split("://").next().unwrap_or_default();
    let uri = url.parse::<Uri>().unwrap_or_default();
    let authority = uri.authority().map_or("", Authority::as_str);
    let ends_early = url.contains('@') && !authority.contains('@');
    if authority.is_empty() || ends_early {
        return format!("{scheme}://…");
    }
    let port = uri.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{scheme}://{}{port}{}", uri.host().unwrap_or_default(), uri.path())
}

/// The file behind the URL; `None` when a server or the memory holds the database.
pub fn file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path).split('?').next()?;
    let in_memory = path.is_empty() || path.contains(":memory:");
    (!in_memory).then(|| path.into())
}

/// Makes the database file and its folder, for the owner alone, unless they are there.
pub fn create_file(url: &str) -> anyhow::Result<()> {
    let Some(file) = file(url) else { return Ok(()) };
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .with_context(|| format!("cannot create the folder {}", folder.display()))?;
    }
    // Empty, it is a database without tables; what SQLite puts beside it gets the same mode.
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&file) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(error).with_context(|| format!("cannot create the database {}", file.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::*;

    #[test]
    fn a_password_is_redacted_wherever_it_stands() {
        let table = [
            ("postgres://ann:hush@db.example:5432/stone", "postgres://db.example:5432/stone"),
            ("postgres://db.example/stone?user=ann&password=hush", "postgres://db.example/stone"),
            ("postgres://ann:hu@sh@db.example/stone", "postgres://db.example/stone"),
            ("postgres://ann:12?34@db.example/stone", "postgres://…"),
            ("sqlite://data/touchstone.db?mode=rwc", "sqlite://data/touchstone.db"),
        ];

        for (url, expected) in table {
            assert_eq!(redact(url), expected);
        }
    }

    #[test]
    fn the_file_is_found_behind_the_scheme() {
        let table = [
            ("sqlite://data/touchstone.db", Some("data/touchstone.db")),
            ("sqlite:///srv/touchstone.db?mode=rwc", Some("/srv/touchstone.db")),
            ("sqlite:touchstone.db", Some("touchstone.db")),
            ("sqlite::memory:", None),
            ("postgres://db.example/stone", None),
        ];

        for (url, expected) in table {
            assert_eq!(file(url).as_deref(), expected.map(Path::new), "{url}");
        }
    }

    #[test]
    fn folder_and_file_are_for_their_owner_alone() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("data");
        let url = format!("sqlite://{}/touchstone.db", folder.display());

        create_file(&url).unwrap();
        create_file(&url).unwrap();

        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("touchstone.db")), 0o600);
    }
}
