//! Keeps it.

pub mod config;
pub mod log;
pub mod password;
pub mod serve;
pub mod web;
