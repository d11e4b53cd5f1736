//! What a person sets, and what comes of it.

use clap::Parser;

use super::*;

#[derive(Parser)]
struct CommandLine {
    #[command(flatten)]
    config: Config,
}

fn config(flags: &[&str]) -> Config {
    let database = ["touchstone", "--database-url", "postgres://ann:hush@db.example/stone"];
    CommandLine::parse_from(database.iter().chain(flags)).config
}

#[test]
fn the_defaults_are_in_order() {
    let config = config(&[]);

    let warnings = config.check().unwrap();

    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
    assert!(!config.cookies_are_secure());
}

#[test]
fn a_description_holds_no_password() {
    let config = config(&[]);

    let text = format!("{:?} {config:?}", config.describe());

    assert!(!text.contains("hush"), "{text}");
    assert!(text.contains("db.example"), "{text}");
}

#[test]
fn plain_http_on_a_public_name_is_a_warning() {
    let config = config(&["--public-origin", "http://rate.example.org"]);

    let warnings = config.check().unwrap();

    assert!(warnings[0].contains("not https"), "{warnings:?}");
}

#[test]
fn tls_without_a_trusted_proxy_is_a_warning() {
    let alone = config(&["--public-origin", "https://rate.example.org"]);
    let proxied = config(&[
        "--public-origin=https://rate.example.org",
        "--trusted-proxy=10.0.0.1,10.0.0.2",
        "--trusted-proxy=10.0.0.3",
    ]);

    let (alone, warnings) = (alone.check().unwrap(), proxied.check().unwrap());

    assert_eq!((alone.len(), warnings.len()), (1, 0));
    assert_eq!(proxied.trusted_proxies.len(), 3);
    assert!(proxied.cookies_are_secure());
}

#[test]
fn settings_that_contradict_each_other_are_refused() {
    let idle = config(&["--session-idle", "8d"]);
    let nobody = config(&["--max-connections", "0"]);
    let mut elsewhere = config(&[]);
    elsewhere.database.url = "mysql://db".into();

    for config in [idle, nobody] {
        assert!(config.check().is_err());
    }
    assert!(elsewhere.check().unwrap_err().to_string().contains("sqlite://"));
}

#[test]
fn a_description_names_every_setting() {
    use clap::CommandFactory;

    let described: Vec<_> = config(&[]).describe().into_iter().map(|(name, _)| name).collect();

    for argument in CommandLine::command().get_arguments() {
        let name = argument.get_long().unwrap();
        assert!(described.contains(&name), "{name} is missing");
    }
}
