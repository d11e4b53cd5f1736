//! Clients that keep us waiting.

use std::time::Instant;

use server::serve::Limits;
use tokio::io::AsyncReadExt;

use crate::server::{Server, limits};

#[tokio::test]
async fn headers_that_never_end_are_cut() {
    let server = Server::start(limits()).await;
    let mut client = server.client().await;
    let started = Instant::now();

    client.send("GET / HTTP/1.1\r\nhost: localhost\r\n").await;
    client.read_to_end().await;

    assert!(started.elapsed() >= limits().header_read);
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() {
    let server = Server::start(limits()).await;
    let mut silent = server.client().await;
    let mut idle = server.client().await;
    idle.get("/").await;
    idle.read_until("hello").await;

    assert_eq!(silent.read_to_end().await, "");
    assert_eq!(idle.read_to_end().await, "");
}

#[tokio::test]
async fn a_body_that_stops_coming_is_cut() {
    let server = Server::start(limits()).await;
    let mut client = server.client().await;

    client
        .send("POST /text HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf of it")
        .await;

    let answer = client.read_to_end().await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
}

#[tokio::test]
async fn an_answer_that_nobody_reads_is_given_up() {
    let one = Limits { connections: 1, ..limits() };
    let server = Server::start(one).await;
    let mut greedy = server.client().await;
    greedy.get("/much").await;
    greedy.stream.read_u8().await.unwrap();

    // There is room for one connection only, so this answer means that the first one is gone.
    let mut next = server.client().await;
    next.get("/").await;

    assert!(next.read_until("hello").await.ends_with("hello"));
}
