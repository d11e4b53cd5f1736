//! Limits on what a client may use.

use std::net::IpAddr;
use std::time::Duration;

/// Files that are no connections: database, temporary files, the log.
const FILES_FOR_THE_REST: u64 = 256;

/// What a client may use of us.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections open at the same time; more wait in the queue of the listener.
    pub connections: usize,
    /// Connections from one address (IPv6: one /64); more are closed at once. Loopback and
    /// trusted proxies may take all there are.
    pub connections_per_address: usize,
    /// Time from a connection, or the end of an answer, to the end of the next request's headers.
    pub header_read: Duration,
    /// The same for trusted proxies, which keep connections for the next client.
    pub proxy_header_read: Duration,
    /// Time in which a request body must bring its next KiB or its end.
    pub body_stall: Duration,
    /// Time in which a client must take something of an answer that is ready.
    pub write_stall: Duration,
    /// Time for requests under way when stopping.
    pub drain: Duration,
    /// Proxies in front of us.
    pub trusted_proxies: Vec<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 8192,
            connections_per_address: 1024,
            header_read: Duration::from_secs(10),
            proxy_header_read: Duration::from_secs(75),
            body_stall: Duration::from_secs(30),
            write_stall: Duration::from_secs(60),
            drain: Duration::from_secs(25),
            trusted_proxies: Vec::new(),
        }
    }
}

impl Limits {
    /// Lowers the number of connections so that of `open_files` enough are left for the rest.
    pub fn within(self, open_files: u64) -> Self {
        let most = open_files.saturating_sub(FILES_FOR_THE_REST).max(1);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Self { connections: self.connections.min(most), ..self }
    }

    pub(super) fn connections_from(&self, address: IpAddr) -> usize {
        match address.is_loopback() || self.trusts(address) {
            true => self.connections,
            false => self.connections_per_address,
        }
    }

    pub(super) fn header_read_from(&self, address: IpAddr) -> Duration {
        match self.trusts(address) {
            true => self.proxy_header_read,
            false => self.header_read,
        }
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.trusted_proxies.contains(&address)
    }
}
