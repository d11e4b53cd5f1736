//! Remote calls: what pages ask of the server. Each is two lines over one core function.

pub mod account;
pub mod api;
#[cfg(feature = "ssr")]
pub mod context;
pub mod done;
mod error;
pub mod json;
pub mod judging;
pub mod judgments;
pub mod members;
pub mod page;
pub mod projects;
pub mod session;
#[cfg(feature = "ssr")]
mod status;
pub mod stuck;
pub mod transfer;
pub mod work;

pub use self::error::{Error, Result};
