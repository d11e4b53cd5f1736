//! How far raters agree: one coefficient per file.

pub mod interval;
pub mod kappa;
pub mod kendall;
pub mod raw;
