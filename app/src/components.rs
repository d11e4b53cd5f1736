//! What pages are made of.

pub mod choice;
pub mod confirm;
pub mod copy;
pub mod date;
pub mod field;
pub mod frame;
pub mod here;
pub mod keys;
pub mod languages;
pub mod leave;
pub mod managers_only;
pub mod markdown;
pub mod menu;
pub mod number;
pub mod number_field;
pub mod offer;
pub mod outcome;
pub mod plot;
pub mod problem;
pub mod project_frame;
pub mod question;
pub mod rationale;
pub mod refusal;
pub mod role_choice;
pub mod scale;
pub mod text_area;
