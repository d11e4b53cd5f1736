//! What pages are made of.

pub mod copy;
pub mod field;
pub mod frame;
pub mod leave;
pub mod markdown;
pub mod menu;
pub mod number;
pub mod outcome;
pub mod plot;
pub mod problem;
pub mod project_frame;
pub mod refusal;
