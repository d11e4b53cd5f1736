//! Named steps with their seconds, and commands that either succeed or say which one failed.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

/// Prints what is going on, one step after the other.
pub struct Steps {
    started: Instant,
}

impl Steps {
    /// Starts the clock that [`Steps::total_s`] reads.
    pub fn start() -> Self {
        Self { started: Instant::now() }
    }

    /// Does the work under a name and prints how many seconds it took.
    ///
    /// An error carries the name of its step.
    pub fn run<T>(&self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        eprintln!("==> {name}");
        let started = Instant::now();
        let result = work();
        let outcome = if result.is_ok() { "done" } else { "failed" };
        let step_s = started.elapsed().as_secs_f64();
        eprintln!("==> {name}: {outcome} in {step_s:.1} s ({:.0} s so far)", self.total_s());
        result.with_context(|| format!("step `{name}` failed"))
    }

    /// Seconds since the first step could begin.
    pub fn total_s(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }
}

/// Runs a command whose output people see.
pub fn run(command: &mut Command) -> Result<()> {
    let text = describe(command);
    eprintln!("    {text}");
    let status = command.status().with_context(|| format!("`{text}` could not be started"))?;
    ensure!(status.success(), "`{text}` ended with {status}");
    Ok(())
}

/// Runs a command and returns what it printed; its complaints stay visible.
pub fn read(command: &mut Command) -> Result<String> {
    let text = describe(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{text}` could not be started"))?;
    ensure!(output.status.success(), "`{text}` ended with {}", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("`{text}` printed no text"))
}

/// The command as one would type it, without the directories of its program.
fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_in_its_error() {
        let error = run(Command::new("/bin/sh").args(["-c", "exit 3"])).unwrap_err();

        assert_eq!(error.to_string(), "`sh -c exit 3` ended with exit status: 3");
    }

    #[test]
    fn a_command_that_does_not_exist_is_named_too() {
        let error = read(&mut Command::new("no-such-program")).unwrap_err();

        assert_eq!(error.to_string(), "`no-such-program` could not be started");
    }

    #[test]
    fn an_error_carries_the_name_of_its_step() {
        let error =
            Steps::start().run("rules", || -> Result<()> { anyhow::bail!("no") }).unwrap_err();

        assert_eq!(format!("{error:#}"), "step `rules` failed: no");
    }
}
