//! The server as the network sees it: what slow, greedy and departing clients get.

mod bodies;
mod client;
mod limits;
mod server;
mod slow;
mod stop;
