//! The executable as an operator runs it: started, stopped, killed.

use std::net::TcpListener;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process, prlimit};

/// How long anything may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running server.
pub struct Server {
    pub origin: String,
    child: Child,
}

impl Server {
    /// Starts a server on a database and waits until it answers.
    pub async fn start(url: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchstone"));
        command.arg("serve");
        Self::start_as(command, url).await
    }

    /// As [`Server::start`], but what the test says about addresses is believed.
    pub async fn start_behind_proxy(url: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchstone"));
        command.args(["serve", "--trusted-proxy", "127.0.0.1"]);
        Self::start_as(command, url).await
    }

    /// As [`Server::start`], but no file may grow beyond so many blocks of 512 bytes, as if the
    /// disk were full then.
    pub async fn start_on_small_disk(url: &str, blocks: u32) -> Self {
        let mut command = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$0\" serve \"$@\"");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_touchstone")]);
        Self::start_as(command, url).await
    }

    async fn start_as(mut command: Command, url: &str) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let listen = format!("127.0.0.1:{port}");
        let child = command
            .args(["--listen", &listen, "--database-url", url, "--log-filter", "off"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { origin: format!("http://{listen}"), child };
        let answered = async {
            while reqwest::get(format!("{}/readyz", server.origin)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(PATIENCE, answered).await.expect("the server answers");
        server
    }

    /// Ends the process without asking it, as a power cut or an operator in anger would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks the process to end and waits for it.
    pub async fn stop(mut self) -> ExitStatus {
        kill_process(self.id(), Signal::TERM).unwrap();
        tokio::task::spawn_blocking(move || self.child.wait().unwrap()).await.unwrap()
    }

    /// Makes room on the disk of [`Server::start_on_small_disk`].
    pub fn make_room(&self) {
        let limit = Rlimit { current: None, maximum: None };
        prlimit(Some(self.id()), Resource::Fsize, limit).unwrap();
    }

    /// The most memory that the process had so far, in MiB.
    pub fn most_memory(&self) -> u64 {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    }

    fn id(&self) -> Pid {
        Pid::from_child(&self.child)
    }
}

/// Runs a command of the executable to its end.
pub fn run(arguments: &[&str], url: &str, input: &str) -> Output {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(arguments)
        .args(["--database-url", url])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}
