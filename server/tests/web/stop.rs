//! How the server ends.

use std::time::{Duration, Instant};

use server::serve::Limits;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

use crate::server::{Server, limits};

/// Nothing but our own stopping closes a connection within a test.
fn patient() -> Limits {
    Limits { header_read: Duration::from_secs(600), ..limits() }
}

#[tokio::test]
async fn a_request_under_way_is_finished_and_nothing_else_is_waited_for() {
    let server = Server::start(patient()).await;
    let _silent = server.client().await;
    let mut idle = server.client().await;
    idle.get("/").await;
    idle.read_until("hello").await;
    let mut half_open = server.client().await;
    half_open.send("GET / HTTP/1.1\r\nho").await;
    let mut client = server.client().await;
    client.get("/held").await;
    server.begun.notified().await;
    let (address, release) = (server.address, server.release.clone());

    let stopped = server.stop();
    idle.read_to_end().await;
    half_open.read_to_end().await;
    let refused = TcpStream::connect(address).await;
    release.notify_one();

    let answer = client.read_to_end().await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("held and done"), "{answer}");
    assert!(refused.is_err(), "nothing is accepted any more");
    stopped.await.unwrap().unwrap();
}

#[tokio::test]
async fn nothing_under_way_means_an_end_at_once() {
    let server = Server::start(patient()).await;
    let mut clients = Vec::new();
    for _ in 0..50 {
        let mut client = server.client().await;
        client.get("/").await;
        client.read_until("hello").await;
        clients.push(client);
    }
    let started = Instant::now();

    server.stop().await.unwrap().unwrap();

    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}

#[tokio::test]
async fn an_answer_on_its_way_is_sent_to_its_end() {
    let server = Server::start(Limits { write_stall: Duration::from_secs(60), ..patient() }).await;
    let mut client = server.client().await;
    client.get("/much").await;
    client.stream.read_u8().await.unwrap();

    let stopped = server.stop();

    let rest = client.read_to_end().await;
    assert!(rest.bytes().filter(|byte| *byte == b'x').count() >= 64 << 20, "{}", rest.len());
    stopped.await.unwrap().unwrap();
}

#[tokio::test]
async fn what_does_not_finish_in_time_is_cut() {
    let brief = Limits { drain: Duration::from_millis(200), ..patient() };
    let server = Server::start(brief).await;
    let mut client = server.client().await;
    client.get("/ever").await;

    let stopped = server.stop();

    assert_eq!(client.read_to_end().await, "");
    stopped.await.unwrap().unwrap();
}
