//! Keeps what people decide: database, sessions, REST. Knows no Leptos.
//!
//! One core module per noun, one function per verb, its SQL beside it. `rest` and the remote
//! calls of the app are thin layers over the same functions.

use std::sync::Arc;

pub mod db;
pub mod error;
pub mod time;

pub mod config;
pub mod log;
pub mod password;
pub mod secret;
pub mod serve;
pub mod verify;
pub mod web;

pub mod account;
pub mod actor;
pub mod assignment;
pub mod batch;
pub mod demo;
pub mod event;
pub mod export;
pub mod guidelines;
pub mod import;
pub mod invitation;
pub mod judgment;
pub mod keys;
pub mod markdown;
pub mod member;
pub mod password_reset;
pub mod project;
mod proof;
pub mod rest;
pub mod results;
pub mod session;
pub mod task;
pub mod throttle;
pub mod token;
pub mod work;

pub mod cli;

pub use error::{Error, Result};

use crate::config::Config;
use crate::db::Db;

/// What every request needs.
#[derive(Debug, Clone)]
pub struct State {
    pub db: Db,
    pub config: Arc<Config>,
    /// Proves that whoever makes the first admin has seen this server start.
    pub set_up_code: Arc<str>,
}

impl State {
    /// The state of a server that has just started.
    pub fn new(db: Db, config: Config) -> Self {
        Self { db, config: Arc::new(config), set_up_code: secret::code().into() }
    }
}
