//! A client that says exactly what a test wants it to.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// What no test waits for: a server that keeps its promises answers long before.
const FOREVER: Duration = Duration::from_secs(20);

pub struct Client {
    pub stream: TcpStream,
}

impl Client {
    pub async fn connect(address: SocketAddr) -> Self {
        Self { stream: TcpStream::connect(address).await.unwrap() }
    }

    pub async fn send(&mut self, text: &str) {
        self.stream.write_all(text.as_bytes()).await.unwrap();
    }

    /// Sends a request without body, on a connection that stays open.
    pub async fn get(&mut self, path: &str) {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n")).await;
    }

    /// Everything up to the end of the answer that ends with `last`.
    pub async fn read_until(&mut self, last: &str) -> String {
        let mut bytes = Vec::new();
        let read = async {
            while !bytes.ends_with(last.as_bytes()) {
                let n = self.stream.read_buf(&mut bytes).await?;
                if n == 0 {
                    break;
                }
            }
            io::Result::Ok(())
        };
        timeout(FOREVER, read).await.expect("the server says nothing").unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// Everything until the server closes; a reset is a close as well.
    pub async fn read_to_end(&mut self) -> String {
        let mut bytes = Vec::new();
        let read = self.stream.read_to_end(&mut bytes);
        let _ = timeout(FOREVER, read).await.expect("the server does not close");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}
