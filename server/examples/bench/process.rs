//! The server under test, as a process of its own.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::Context;
use tokio::process::{Child, Command};

/// Why a measurement fails on other systems.
const NEEDS_LINUX: &str = "processor time and memory are read from /proc, which only Linux has";

/// Clock ticks per second in `/proc`; 100 on every Linux.
const TICKS: f64 = 100.0;

/// A running server.
pub struct Server {
    child: Child,
    pub origin: String,
    /// From the start of the process to its first answer.
    pub start_up: Duration,
}

impl Server {
    /// Starts a server on a database and waits for its first answer.
    pub async fn start(executable: &Path, url: &str) -> anyhow::Result<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let origin = format!("http://127.0.0.1:{port}");
        let started = Instant::now();
        let child = Command::new(executable)
            .args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--log-filter", "warn"])
            .args(["--database-url", url])
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("cannot start the server")?;
        let client = reqwest::Client::builder().no_proxy().build()?;
        while client.get(format!("{origin}/readyz")).send().await.is_err() {
            anyhow::ensure!(started.elapsed().as_secs() < 30, "the server does not answer");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(Self { child, origin, start_up: started.elapsed() })
    }

    /// Seconds of processor time so far, user and system.
    pub fn cpu_seconds(&self) -> anyhow::Result<f64> {
        let stat =
            std::fs::read_to_string(format!("/proc/{}/stat", self.id()?)).context(NEEDS_LINUX)?;
        let (_, fields) = stat.rsplit_once(") ").context("an odd stat file")?;
        let ticks: Vec<f64> =
            fields.split(' ').skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
        Ok(ticks.iter().sum::<f64>() / TICKS)
    }

    /// Memory in use, in MiB.
    pub fn memory(&self) -> anyhow::Result<f64> {
        mebibytes(self.id()?, "VmRSS:")
    }

    /// The most memory that was ever in use, in MiB.
    pub fn peak_memory(&self) -> anyhow::Result<f64> {
        mebibytes(self.id()?, "VmHWM:")
    }

    /// Stops the server as an operator would.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        let id = self.id()?;
        Command::new("kill").arg(id.to_string()).status().await?;
        self.child.wait().await?;
        Ok(())
    }

    fn id(&self) -> anyhow::Result<u32> {
        self.child.id().context("the server has ended")
    }
}

/// Runs a command to its end: how long it took, and its peak memory in MiB.
pub async fn run(executable: &Path, arguments: &[&str]) -> anyhow::Result<(Duration, f64)> {
    let started = Instant::now();
    let mut child = Command::new(executable)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let id = child.id().context("the command has ended")?;
    let mut peak = 0.0_f64;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak = peak.max(mebibytes(id, "VmHWM:").unwrap_or(0.0));
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    anyhow::ensure!(status.success(), "{arguments:?} failed");
    Ok((started.elapsed(), peak))
}

fn mebibytes(id: u32, field: &str) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).context(NEEDS_LINUX)?;
    let line = status.lines().find(|line| line.starts_with(field)).context("no such field")?;
    let kilobytes: f64 = line.split_whitespace().nth(1).context("no number")?.parse()?;
    Ok(kilobytes / 1024.0)
}
