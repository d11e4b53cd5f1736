//! Pages, one file each.

pub mod account;
pub mod accounts;
pub mod api;
pub mod export;
pub mod guidelines;
pub mod home;
pub mod import;
pub mod invitation;
pub mod judge;
pub mod judgments;
pub mod members;
pub mod missing;
pub mod new_project;
pub mod password_reset;
pub mod project;
pub mod results;
pub mod set_up;
pub mod settings;
pub mod sign_in;
pub mod stuck;
