//! What the platform knows: judgments and what follows from them.
//!
//! No I/O, no async, no clock, and no chance but by seed: `now` and `seed` are arguments.
//! The same code runs on the server and in the browser.

pub mod account;
pub mod actor;
pub mod aggregate;
pub mod agreement;
pub mod answers;
pub mod assignment;
pub mod batch;
pub mod difference;
pub mod error;
pub mod export;
pub mod id;
pub mod import;
pub mod judgment;
pub mod keys;
pub mod outcome;
pub mod policy;
pub mod presentation;
pub mod progress;
pub mod project;
pub mod protocol;
pub mod random;
pub mod ranking;
pub mod rater;
pub mod rationale;
pub mod reason;
pub mod repeat;
pub mod results;
pub mod stuck;
pub mod task;
pub mod text;
pub mod throttle;
pub mod timestamp;
pub mod unit;
pub mod verdict;
pub mod work;

pub use error::{Error, Result};
