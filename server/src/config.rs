use std::time::Duration;

#[derive(Debug, Clone, clap::Args)]
pub struct Config {
    #[arg(long, default_value = "12h", value_parser = hours)]
    pub session_idle: Duration,
    #[arg(long, default_value = "168h", value_parser = hours)]
    pub session_absolute: Duration,
    #[arg(long, default_value_t = 1 << 30)]
    pub max_import_bytes: u64,
}

impl Config {
    pub fn cookies_are_secure(&self) -> bool {
        false
    }
}

fn hours(text: &str) -> Result<Duration, std::num::ParseIntError> {
    Ok(Duration::from_secs(text.trim_end_matches('h').parse::<u64>()? * 3_600))
}
