//! The project's commands: everything a fresh machine needs besides cargo, in Rust.

mod audit;
mod bench;
mod client;
mod dist;
mod postgres;
mod rules;
mod run;
mod site;
mod step;
mod test;
mod tools;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::client::Profile;
use crate::step::Steps;
use crate::test::Part;
use crate::workspace::Workspace;

const USAGE: &str = "\
usage: cargo xtask <command>

  run [arguments]            build everything and start `touchstone serve [arguments]`
  test [--only <part>]       run every check and test; parts: check, rust, browser
  bench                      measure judging, imports and exports on both engines
  bench page <file>          measure the judge page in the browser, with a file of pairs
  dist                       build the one executable to hand out, in target/dist
  client [--dev]             build only what the browser downloads; --dev compiles faster
  advisories <directory>     list known vulnerabilities anew, from a checkout of the RustSec database
";

/// One command line, understood.
#[derive(Debug, PartialEq)]
enum Command {
    Run(Vec<String>),
    Test(Vec<Part>),
    Bench,
    BenchPage(PathBuf),
    Dist,
    Client(Profile),
    Advisories(PathBuf),
    Help,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match parse(&arguments).and_then(execute) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn parse(arguments: &[String]) -> Result<Command> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", ..] => Ok(Command::Run(arguments[1..].to_vec())),
        ["test"] => Ok(Command::Test(Part::ALL.to_vec())),
        ["test", "--only", part] => Ok(Command::Test(vec![Part::parse(part)?])),
        ["bench"] => Ok(Command::Bench),
        ["bench", "page", file] => Ok(Command::BenchPage(file.into())),
        ["dist"] => Ok(Command::Dist),
        ["client"] => Ok(Command::Client(Profile::Optimised)),
        ["advisories", directory] => Ok(Command::Advisories(directory.into())),
        ["client", "--dev"] => Ok(Command::Client(Profile::Dev)),
        [] | ["help" | "-h" | "--help"] => Ok(Command::Help),
        _ => bail!("`{}` is not a command of xtask\n\n{USAGE}", words.join(" ")),
    }
}

fn execute(command: Command) -> Result<()> {
    if command == Command::Help {
        print!("{USAGE}");
        return Ok(());
    }
    let workspace = Workspace::find()?;
    let steps = Steps::start();
    match command {
        Command::Run(arguments) => run::run(&workspace, &steps, &arguments),
        Command::Test(parts) => test::test(&workspace, &steps, &parts),
        Command::Bench => bench::bench(&workspace, &steps),
        Command::BenchPage(pairs) => bench::page(&workspace, &steps, &pairs),
        Command::Dist => dist::dist(&workspace, &steps),
        Command::Client(profile) => site::build(&workspace, &steps, profile),
        Command::Advisories(database) => audit::refresh(&workspace, &database),
        Command::Help => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Command> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&arguments)
    }

    #[test]
    fn everything_after_run_is_passed_on() {
        let command = parse_line("run --listen 127.0.0.1:4000").unwrap();

        assert_eq!(command, Command::Run(vec!["--listen".into(), "127.0.0.1:4000".into()]));
    }

    #[test]
    fn test_runs_every_part_unless_told_otherwise() {
        assert_eq!(parse_line("test").unwrap(), Command::Test(Part::ALL.to_vec()));
        assert_eq!(parse_line("test --only rust").unwrap(), Command::Test(vec![Part::Rust]));
    }

    #[test]
    fn the_page_is_measured_with_a_file() {
        assert_eq!(parse_line("bench").unwrap(), Command::Bench);
        let page = Command::BenchPage("pairs.jsonl".into());
        assert_eq!(parse_line("bench page pairs.jsonl").unwrap(), page);
        assert!(parse_line("bench page").is_err());
    }

    #[test]
    fn an_unknown_command_is_answered_with_the_usage() {
        let error = parse_line("lunch").unwrap_err().to_string();

        assert!(error.contains("`lunch` is not a command"), "{error}");
        assert!(error.contains("usage: cargo xtask"), "{error}");
    }

    #[test]
    fn an_unknown_part_is_answered_with_the_parts() {
        let error = parse_line("test --only lunch").unwrap_err().to_string();

        assert!(error.contains("check, rust or browser"), "{error}");
    }
}
