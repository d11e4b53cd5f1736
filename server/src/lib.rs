//! Keeps it.

pub mod markdown;
