//! The settings: a flag or an environment variable each, and no file.

pub mod database_url;
pub mod duration;

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use anyhow::ensure;
use secrecy::ExposeSecret;

use crate::config::database_url::Database;
use crate::config::duration::{read_duration, write_duration};
use crate::log::LogFormat;
use crate::serve::Limits;
use crate::web::{Hsts, PublicOrigin, WebSettings};

/// When SQLite waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Synchronous {
    /// At every commit: a power cut loses nothing that was acknowledged.
    Full,
    /// At checkpoints: a power cut can lose the last commits, a crash of the program cannot.
    Normal,
}

/// The settings of the server.
#[derive(Debug, Clone, clap::Args)]
pub struct Config {
    /// Address and port to listen on.
    #[arg(long, env = "TOUCHSTONE_LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,

    #[command(flatten)]
    pub database: Database,

    /// Address of this server in browsers, such as `https://rate.example.org`.
    ///
    /// Requests for another Host are refused. With https, cookies are sent over TLS only. Links in
    /// invitations start with it. Without it, the server accepts only names of this machine.
    #[arg(long, env = "TOUCHSTONE_PUBLIC_ORIGIN")]
    pub public_origin: Option<PublicOrigin>,

    /// Address of a reverse proxy whose X-Forwarded-For and X-Forwarded-Proto are trusted. Can be
    /// repeated.
    #[arg(long = "trusted-proxy", env = "TOUCHSTONE_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,

    /// Names that browsers must visit over TLS for a year, if the public origin is https.
    #[arg(long, env = "TOUCHSTONE_HSTS", value_enum, default_value_t = Hsts::Subdomains)]
    pub hsts: Hsts,

    /// Maximum number of open connections.
    #[arg(long, env = "TOUCHSTONE_MAX_CONNECTIONS", default_value_t = 8192)]
    pub max_connections: usize,

    /// Maximum number of open connections from one address, except loopback and proxies.
    #[arg(long, env = "TOUCHSTONE_MAX_CONNECTIONS_PER_ADDRESS", default_value_t = 1024)]
    pub max_connections_per_address: usize,

    /// Maximum size of an imported file, in bytes.
    #[arg(long, env = "TOUCHSTONE_MAX_IMPORT_BYTES", default_value_t = 1 << 30)]
    pub max_import_bytes: u64,

    /// Format of the log.
    #[arg(long, env = "TOUCHSTONE_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,

    /// Filter of the log, such as info,server=debug.
    #[arg(long, env = "TOUCHSTONE_LOG", default_value = "info")]
    pub log_filter: String,

    /// Sessions end after this time without a request: a number and s, m, h or d.
    #[arg(long, env = "TOUCHSTONE_SESSION_IDLE", default_value = "12h", value_parser = read_duration)]
    pub session_idle: Duration,

    /// Sessions end after this time in any case: a number and s, m, h or d.
    #[arg(long, env = "TOUCHSTONE_SESSION_ABSOLUTE", default_value = "7d", value_parser = read_duration)]
    pub session_absolute: Duration,

    /// When SQLite waits for the disk.
    #[arg(long, env = "TOUCHSTONE_SQLITE_SYNCHRONOUS", value_enum, default_value_t = Synchronous::Full)]
    pub sqlite_synchronous: Synchronous,
}

impl Config {
    /// Checks that the settings fit each other. The strings are warnings, one line each.
    pub fn check(&self) -> anyhow::Result<Vec<String>> {
        ensure!(self.max_connections > 0, "--max-connections must be at least 1");
        ensure!(
            self.max_connections_per_address > 0,
            "--max-connections-per-address must be at least 1"
        );
        ensure!(!self.session_idle.is_zero(), "--session-idle must not be zero");
        ensure!(
            self.session_idle <= self.session_absolute,
            "--session-idle must not be longer than --session-absolute"
        );
        ensure!(
            database_url::is_supported(self.database.url.expose_secret()),
            "--database-url must begin with sqlite:// or postgres://"
        );
        Ok(self.warnings())
    }

    /// The settings in force, name and value, without anything secret.
    pub fn describe(&self) -> Vec<(&'static str, String)> {
        let origin = self.public_origin.as_ref().map(ToString::to_string);
        let proxies: Vec<_> = self.trusted_proxies.iter().map(ToString::to_string).collect();
        vec![
            ("listen", self.listen.to_string()),
            ("database-url", database_url::redact(self.database.url.expose_secret())),
            ("public-origin", origin.unwrap_or_else(|| "(none)".into())),
            ("trusted-proxy", proxies.join(", ")),
            ("hsts", format!("{:?}", self.hsts).to_lowercase()),
            ("max-connections", self.max_connections.to_string()),
            ("max-connections-per-address", self.max_connections_per_address.to_string()),
            ("max-import-bytes", self.max_import_bytes.to_string()),
            ("log-format", format!("{:?}", self.log_format).to_lowercase()),
            ("log-filter", self.log_filter.clone()),
            ("session-idle", write_duration(self.session_idle)),
            ("session-absolute", write_duration(self.session_absolute)),
            ("sqlite-synchronous", format!("{:?}", self.sqlite_synchronous).to_lowercase()),
        ]
    }

    /// Whether cookies travel over TLS only and may be called `__Host-…`.
    pub fn cookies_are_secure(&self) -> bool {
        self.public_origin.as_ref().is_some_and(PublicOrigin::is_secure)
    }

    fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        match &self.public_origin {
            Some(origin) if !origin.is_secure() && !origin.is_loopback() => warnings.push(format!(
                "--public-origin {origin} is not https: others can read passwords and sessions"
            )),
            Some(origin) if origin.is_secure() && self.trusted_proxies.is_empty() => warnings.push(
                "--public-origin is https, so there is a proxy, but --trusted-proxy is not set: all \
                 clients will appear to have the proxy's address"
                    .into(),
            ),
            None if !self.listen.ip().is_loopback() => warnings.push(
                "--listen is open to the network, but without --public-origin the server accepts only \
                 names of this machine"
                    .into(),
            ),
            _ => {}
        }
        if self.sqlite_synchronous == Synchronous::Normal {
            warnings.push(
                "--sqlite-synchronous normal: a power cut can lose acknowledged judgments".into(),
            );
        }
        warnings
    }
}

impl From<&Config> for WebSettings {
    fn from(config: &Config) -> Self {
        Self {
            listen: config.listen,
            public_origin: config.public_origin.clone(),
            trusted_proxies: config.trusted_proxies.clone(),
            hsts: config.hsts,
            ..Self::default()
        }
    }
}

impl From<&Config> for Limits {
    fn from(config: &Config) -> Self {
        Self {
            connections: config.max_connections,
            connections_per_address: config.max_connections_per_address,
            trusted_proxies: config.trusted_proxies.clone(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests;
