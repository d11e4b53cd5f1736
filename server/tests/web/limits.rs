//! How many connections there may be.

use std::time::Duration;

use server::serve::Limits;

use crate::server::{Server, limits};

#[tokio::test]
async fn a_connection_too_many_waits_for_its_turn() {
    let two = Limits { connections: 2, header_read: Duration::from_secs(600), ..limits() };
    let server = Server::start(two).await;
    let mut first = server.client().await;
    let mut second = server.client().await;
    for client in [&mut first, &mut second] {
        client.get("/").await;
        client.read_until("hello").await;
    }
    let mut third = server.client().await;
    third.get("/").await;

    // The first two are served while the third waits.
    first.get("/peer").await;
    first.read_until("127.0.0.1").await;
    let mut nothing = [0];
    assert!(third.stream.try_read(&mut nothing).is_err());
    drop(first);

    assert!(third.read_until("hello").await.ends_with("hello"));
}

#[test]
fn files_are_left_for_the_database() {
    let table = [(1_048_576, 8_192), (1_024, 768), (100, 1)];

    for (open_files, expected) in table {
        assert_eq!(Limits::default().within(open_files).connections, expected);
    }
}

#[tokio::test]
async fn a_proxy_may_keep_its_connections_longer() {
    let proxied = Limits {
        trusted_proxies: vec!["127.0.0.1".parse().unwrap()],
        proxy_header_read: Duration::from_secs(600),
        ..limits()
    };
    let (proxied, plain) = (Server::start(proxied).await, Server::start(limits()).await);
    let (mut proxy, mut other) = (proxied.client().await, plain.client().await);

    other.read_to_end().await;

    proxy.get("/").await;
    assert!(proxy.read_until("hello").await.ends_with("hello"));
}
