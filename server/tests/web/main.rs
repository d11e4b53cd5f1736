//! The server as the network sees it: what slow, greedy and departing clients get.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

mod bodies;
mod client;
mod limits;
mod server;
mod slow;
mod stop;
