//! Who sent a request, as far as the network tells.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use http::HeaderMap;
use http::request::Parts;

/// The address of the client; of the proxy when the proxy is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

/// What stands for a peer without an address.
const NOWHERE: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

impl ClientAddress {
    /// The address behind `peer`, which is believed about it only when it is in `trusted`.
    ///
    /// X-Forwarded-For is read from its end, where our own proxies write, up to the first
    /// address that is not theirs: what stands before is the client's own claim.
    pub fn of(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> Self {
        let mut address = peer.to_canonical();
        let values = headers.get_all("x-forwarded-for").iter();
        let hops: Vec<_> =
            values.flat_map(|value| value.as_bytes().split(|b| *b == b',')).collect();
        for hop in hops.into_iter().rev() {
            if !trusted.contains(&address) {
                break;
            }
            let Some(named) = parse(hop) else {
                break;
            };
            address = named;
        }
        Self(address)
    }

    /// The address that was found when the request came in.
    pub fn of_parts(parts: &Parts) -> Self {
        parts.extensions.get().copied().unwrap_or(Self(NOWHERE))
    }

    pub(super) fn of_request(request: &Request, trusted: &[IpAddr]) -> Self {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        Self::of(peer.map_or(NOWHERE, |peer| peer.0.ip()), request.headers(), trusted)
    }
}

/// What counts as one client: an address, or the IPv6 network of one customer (/64), who may take
/// any address in it.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
        address => address,
    }
}

fn parse(hop: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(hop).ok()?.trim();
    let address = text.parse().or_else(|_| text.parse().map(|hop: SocketAddr| hop.ip())).ok();
    address.map(|address: IpAddr| address.to_canonical())
}

impl<S: Sync> FromRequestParts<S> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of_parts(parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let trusted = ["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        let table = [
            ("198.51.100.7", "1.1.1.1", "198.51.100.7"),
            ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "1.1.1.1, 198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "198.51.100.7, 10.0.0.2", "198.51.100.7"),
            ("10.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
            ("10.0.0.1", "2001:db8::7", "2001:db8::7"),
            ("10.0.0.1", "198.51.100.7, unknown", "10.0.0.1"),
            ("10.0.0.1", "", "10.0.0.1"),
        ];

        for (peer, forwarded, expected) in table {
            let headers = HeaderMap::from_iter([(
                "x-forwarded-for".parse().unwrap(),
                forwarded.parse().unwrap(),
            )]);

            let client = ClientAddress::of(peer.parse().unwrap(), &headers, &trusted);

            assert_eq!(client.0.to_string(), expected, "{peer} {forwarded}");
        }
    }
}
