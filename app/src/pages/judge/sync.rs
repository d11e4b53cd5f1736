//! Keeps the state, the browser's storage and the server in step.

/// The browser's database of unsent decisions.
mod database;
/// Unsent decisions and the draft in the browser.
pub mod store;
/// Sends decisions and fetches tasks in the background.
pub mod worker;
