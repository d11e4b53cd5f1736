//! A Postgres server of our own for one run of tests or a benchmark, gone afterwards.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::step;
use crate::tools;

const START_LIMIT: Duration = Duration::from_secs(60);

/// What the server is told.
const SETTINGS: &[&str] =
    &["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300"];

/// What it is told besides when nobody will miss the data.
const THROWAWAY: &[&str] = &["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/// Whether a commit outlives a power cut.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Safety {
    /// No: for tests, which are faster so.
    Throwaway,
    /// Yes: for measuring what people will see.
    Durable,
}

/// A running server; stopped and removed when it is dropped.
pub struct Cluster {
    programs: PathBuf,
    directory: TempDir,
    owner: Option<Owner>,
    port: u16,
    server: Child,
}

/// The unprivileged user that Postgres insists on when we are root.
#[derive(Debug, Clone, Copy)]
struct Owner {
    uid: u32,
    gid: u32,
}

/// Finds the directory of Postgres' programs; when there is none, installs it if possible.
pub fn require() -> Result<PathBuf> {
    if let Some(programs) = find(Path::new("/usr/lib/postgresql")) {
        return Ok(programs);
    }
    tools::install("Postgres", &["postgresql"])?;
    find(Path::new("/usr/lib/postgresql")).context("Postgres was installed but is nowhere")
}

impl Cluster {
    /// Creates and starts a server, and waits until it answers.
    pub fn start(programs: &Path, safety: Safety) -> Result<Self> {
        let directory = tempfile::Builder::new().prefix("touchstone-postgres-").tempdir()?;
        let owner = Owner::needed_for(directory.path())?;
        let data = directory.path().join("data");
        let options = ["--auth=trust", "--username=postgres", "--no-sync", "--encoding=UTF8"];
        let mut initdb = command(programs, "initdb", directory.path(), owner);
        initdb.args(options).args(["--locale=C", "--pgdata"]).arg(&data);
        step::read(&mut initdb).context("Postgres could not create a cluster")?;

        let port = free_port()?;
        let log = fs::File::create(directory.path().join("log"))?;
        let mut server = command(programs, "postgres", directory.path(), owner);
        server.arg("-D").arg(&data).args(["-p", &port.to_string()]);
        let more = if safety == Safety::Throwaway { THROWAWAY } else { &[] };
        server.args(SETTINGS.iter().chain(more).flat_map(|setting| ["-c", setting]));
        server.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let server = server.spawn().context("Postgres could not be started")?;
        let programs = programs.to_owned();
        let mut cluster = Self { programs, directory, owner, port, server };
        cluster.wait()?;
        Ok(cluster)
    }

    /// Where the server is; its user may create databases.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self) -> Result<()> {
        let started = Instant::now();
        let port = self.port.to_string();
        while started.elapsed() < START_LIMIT {
            let mut probe = self.command("pg_isready");
            probe.args(["--quiet", "--host=127.0.0.1", "--port", &port]);
            if probe.status()?.success() {
                return Ok(());
            }
            if let Some(status) = self.server.try_wait()? {
                bail!("Postgres ended with {status} at its start:\n{}", self.log());
            }
            thread::sleep(Duration::from_millis(50));
        }
        bail!("Postgres did not answer within {} s:\n{}", START_LIMIT.as_secs(), self.log())
    }

    fn log(&self) -> String {
        fs::read_to_string(self.directory.path().join("log")).unwrap_or_default()
    }

    fn command(&self, program: &str) -> Command {
        command(&self.programs, program, self.directory.path(), self.owner)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "--silent", "--mode=immediate", "--pgdata"]);
        stop.arg(self.directory.path().join("data"));
        // Whatever goes wrong here, the result of the tests counts more.
        if !stop.status().is_ok_and(|status| status.success()) {
            self.server.kill().ok();
        }
        self.server.wait().ok();
    }
}

impl Owner {
    /// Root hands the directory to somebody else; everybody else needs nobody.
    fn needed_for(directory: &Path) -> Result<Option<Self>> {
        if fs::metadata(directory)?.uid() != 0 {
            return Ok(None);
        }
        let owner = Self::named("postgres").or_else(|_| Self::named("nobody"))?;
        chown(directory, Some(owner.uid), Some(owner.gid))?;
        Ok(Some(owner))
    }

    fn named(user: &str) -> Result<Self> {
        let number = |option: &str| -> Result<u32> {
            let output = Command::new("id").args([option, user]).output()?;
            ensure!(output.status.success(), "there is no user `{user}`");
            Ok(String::from_utf8(output.stdout)?.trim().parse()?)
        };
        Ok(Self { uid: number("-u")?, gid: number("-g")? })
    }
}

fn command(programs: &Path, program: &str, directory: &Path, owner: Option<Owner>) -> Command {
    let mut command = Command::new(programs.join(program));
    // The caller's directory may be closed to the owner.
    command.current_dir(directory);
    if let Some(Owner { uid, gid }) = owner {
        command.uid(uid).gid(gid);
    }
    command
}

/// The programs beside the `initdb` in `PATH`, else those of the newest Debian package.
fn find(debian: &Path) -> Option<PathBuf> {
    let in_path = tools::find_first(&["initdb"])
        .and_then(|initdb| fs::canonicalize(initdb).ok())
        .and_then(|initdb| initdb.parent().map(Path::to_owned));
    in_path.filter(|programs| is_complete(programs)).or_else(|| newest(debian))
}

fn newest(debian: &Path) -> Option<PathBuf> {
    let versions = fs::read_dir(debian).ok()?.flatten();
    versions
        .filter(|entry| is_complete(&entry.path().join("bin")))
        .max_by_key(|entry| entry.file_name().to_string_lossy().parse::<u32>().unwrap_or_default())
        .map(|entry| entry.path().join("bin"))
}

fn is_complete(programs: &Path) -> bool {
    ["initdb", "postgres", "pg_ctl", "pg_isready"].iter().all(|name| programs.join(name).is_file())
}

fn free_port() -> Result<u16> {
    // Bound to no port in particular, the system picks a free one.
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn install(debian: &Path, version: &str, programs: &[&str]) {
        let directory = debian.join(version).join("bin");
        fs::create_dir_all(&directory).unwrap();
        for program in programs {
            fs::write(directory.join(program), "").unwrap();
        }
    }

    #[test]
    fn the_newest_complete_version_is_taken() {
        let debian = tempfile::tempdir().unwrap();
        let complete = ["initdb", "postgres", "pg_ctl", "pg_isready"];
        install(debian.path(), "9", &complete);
        install(debian.path(), "15", &complete);
        install(debian.path(), "17", &["pg_isready"]);

        assert_eq!(newest(debian.path()), Some(debian.path().join("15/bin")));
    }

    #[test]
    fn a_cluster_answers_and_leaves_nothing_behind() {
        // Where Postgres is absent, `cargo xtask test` installs it before it comes here.
        let Some(programs) = find(Path::new("/usr/lib/postgresql")) else { return };

        let cluster = Cluster::start(&programs, Safety::Throwaway).unwrap();

        let (directory, port) = (cluster.directory.path().to_owned(), cluster.port);
        assert_eq!(cluster.url(), format!("postgres://postgres@127.0.0.1:{port}/postgres"));
        drop(cluster);
        assert!(!directory.exists());
        assert!(TcpListener::bind(("127.0.0.1", port)).is_ok());
    }
}
