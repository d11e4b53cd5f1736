//! Judgments, made into an order of models.

pub mod mean;
pub mod win_rate;
