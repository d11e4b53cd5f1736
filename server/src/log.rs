//! The log: one line per event on standard error, as text or as JSON.

use std::fmt::{self, Write};
use std::io::{IsTerminal, stderr};

use anyhow::Context;
use tracing::field::Field;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::fmt::format::{Writer, debug_fn};

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people: time, level, message, `field=value`.
    Text,
    /// For programs: one object per line.
    Json,
}

/// Starts the log of the whole process and sends panics to it.
///
/// `filter` is a list of directives such as `info` or `info,server=debug`. Fails when it cannot
/// be read, or when a log was started before.
pub fn start(format: LogFormat, filter: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter)
        .with_context(|| format!("the log filter {filter:?} must read like info,server=debug"))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);

    let started = match format {
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).try_init(),
        LogFormat::Text => lines
            .with_ansi(stderr().is_terminal())
            .fmt_fields(debug_fn(write_field).delimited(" "))
            .try_init(),
    };
    started.map_err(|cause| anyhow::anyhow!("a log was started before: {cause}"))?;
    std::panic::set_hook(Box::new(record_panic));
    Ok(())
}

/// Logs where the code gave up.
///
/// Only a message that is a literal is logged: a formatted one may quote what a person wrote.
fn record_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let reason = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(not shown)");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, reason, "the code gave up on a state it holds impossible");
}

fn write_field(writer: &mut Writer<'_>, field: &Field, value: &dyn fmt::Debug) -> fmt::Result {
    let value = escape(&format!("{value:?}"));
    match field.name() {
        "message" => write!(writer, "{value}"),
        name if value.contains([' ', '=']) && !value.starts_with('"') => {
            write!(writer, "{name}={value:?}")
        }
        name => write!(writer, "{name}={value}"),
    }
}

/// Makes visible what would forge a line, drive a terminal, or reorder what the reader sees.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            write!(escaped, "{}", character.escape_unicode()).expect("a string takes every write");
        } else {
            escaped.push(character);
        }
    }
    escaped
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_field_from_outside_cannot_forge_a_line() {
        let page = Page::default();
        let copy = page.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .fmt_fields(debug_fn(write_field).delimited(" "))
            .with_writer(move || copy.clone())
            .finish();

        tracing::subscriber::with_default(subscriber, || {
            tracing::info!(host = %"a\nINFO user=root \u{1b}[2J\u{202e}", "refused");
        });

        let text = String::from_utf8(page.0.lock().unwrap().clone()).unwrap();
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
        assert!(text.contains(r"\u{a}INFO"), "{text}");
    }
}
