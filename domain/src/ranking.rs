//! Judgments, made into an order of models.

pub mod win_rate;
