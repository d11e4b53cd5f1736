//! Bodies that are too large, and answers as such.

use crate::server::{Server, limits};

#[tokio::test]
async fn requests_follow_each_other_on_one_connection() {
    let server = Server::start(limits()).await;
    let mut client = server.client().await;

    for _ in 0..3 {
        client.get("/peer").await;
        assert!(client.read_until("127.0.0.1").await.starts_with("HTTP/1.1 200 OK"));
    }
}

#[tokio::test]
async fn a_body_that_owns_up_to_its_size_is_refused_unread() {
    let server = Server::start(limits()).await;
    let mut client = server.client().await;

    client
        .send("POST /text HTTP/1.1\r\nhost: localhost\r\ncontent-length: 68719476736\r\n\r\n")
        .await;

    let answer = client.read_until("}").await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.contains("nosniff"), "{answer}");
}

#[tokio::test]
async fn a_client_that_waits_to_be_asked_is_not_asked_for_too_much() {
    let server = Server::start(limits()).await;
    let mut client = server.client().await;

    client
        .send(
            "POST /text HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\n\
             content-length: 3000000\r\n\r\n",
        )
        .await;

    assert!(client.read_until("}").await.starts_with("HTTP/1.1 413 "));
}

#[tokio::test]
async fn a_client_that_sends_on_regardless_still_reads_why() {
    let server = Server::start(limits()).await;
    let mut client = server.client().await;
    client.send("POST /text HTTP/1.1\r\nhost: localhost\r\ncontent-length: 8000000\r\n\r\n").await;

    client.send(&"x".repeat(8_000_000)).await;

    let answer = client.read_to_end().await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}
