#[derive(Debug)]
pub struct Config {
    pub session_absolute: std::time::Duration,
}
