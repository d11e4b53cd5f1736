//! The pages, one module each.

/// The reader's own account: password, sessions, tokens and shortcuts.
pub mod account;
/// All accounts, for site admins.
pub mod accounts;
/// The description of the REST API.
pub mod api;
/// Export: format, summary and download.
pub mod export;
/// The guidelines of a project, and what changed in them.
pub mod guidelines;
/// Home: the list of projects.
pub mod home;
/// Import: choose a file, preview, send, report.
pub mod import;
/// The page behind an invitation link.
pub mod invitation;
/// Judging, one task after another.
pub mod judge;
/// The list of judgments, and each one as its rater saw it.
pub mod judgments;
/// Members and invitations of a project.
pub mod members;
/// The page for unknown addresses.
pub mod missing;
/// The form for a new project.
pub mod new_project;
/// The page behind a password reset link.
pub mod password_reset;
/// The overview of a project.
pub mod project;
/// Statistics of a project.
pub mod results;
/// Creating the first admin.
pub mod set_up;
/// Settings and protocol of a project.
pub mod settings;
/// Signing in.
pub mod sign_in;
/// Tasks that nobody can judge, and retired tasks.
pub mod stuck;
