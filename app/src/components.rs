//! What pages are made of.

pub mod field;
pub mod frame;
pub mod leave;
pub mod markdown;
pub mod menu;
pub mod outcome;
pub mod problem;
pub mod project_frame;
pub mod refusal;
