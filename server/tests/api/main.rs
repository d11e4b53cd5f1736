//! The API from outside: a real server, a real database, people who ask.
//!
//! `TEST_DATABASE_URL=postgres://…` runs everything on Postgres, a fresh database per test;
//! without it each test has a SQLite file of its own.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

mod actor;
mod answer;
mod app;
mod blindness;
mod corrections;
mod database;
mod dice;
mod extremes;
mod factory;

mod accounts;
mod claims;
mod concurrency;
mod conversations;
mod envelope;
mod exports;
mod files;
mod import_files;
mod imports;
mod invitations;
mod judgments;
mod keys;
mod members;
mod pandalm;
mod password_resets;
mod permissions;
mod progress;
mod projects;
mod protocols;
mod records;
mod repeats;
mod results;
mod rewrites;
mod secrecy;
mod sessions;
mod set_up;
mod skips;
mod slow_readers;
mod spans;
mod stuck;
mod text;
mod throttle;
mod tokens;
mod verify;
mod work;
