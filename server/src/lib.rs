//! Keeps what people decide: database, sessions, REST. Knows no Leptos.
//!
//! One core module per noun, one function per verb, its SQL beside it. `rest` and the remote
//! calls of the app are thin layers over the same functions.

pub mod db;
pub mod error;
pub mod time;

pub use error::{Error, Result};
