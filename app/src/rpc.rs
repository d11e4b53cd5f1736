//! Remote calls from pages to the server. Each is two lines over one core function.

/// The reader's own account, and all accounts for site admins.
pub mod account;
/// The description of the REST API.
pub mod api;
/// The request behind a remote call: state, actor and address.
#[cfg(feature = "ssr")]
pub mod context;
/// A change that the page confirms.
pub mod done;
/// The error of a remote call.
mod error;
/// JSON as the encoding of remote calls.
pub mod json;
/// Tasks, judgments and skips.
pub mod judging;
/// The list of judgments.
pub mod judgments;
/// Members and invitations.
pub mod members;
/// The address of the page, and redirects.
pub mod page;
/// Projects and their results.
pub mod projects;
/// Signing in and out, the first admin, invitations and reset links.
pub mod session;
/// The status of the answer.
#[cfg(feature = "ssr")]
mod status;
/// Tasks that nobody can judge.
pub mod stuck;
/// Imports and exports, without the files themselves.
pub mod transfer;
/// The reader's own work.
pub mod work;

pub use self::error::{Error, Result};
