//! How many connections each address holds.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::web::client_address::network;

/// Connections per address; an IPv6 network of one customer (/64) counts as one address.
#[derive(Debug, Default)]
pub(super) struct AddressCount(Mutex<HashMap<IpAddr, usize>>);

/// A connection that counts until this is dropped.
#[derive(Debug)]
pub(super) struct Admission {
    counts: Arc<AddressCount>,
    address: IpAddr,
}

impl AddressCount {
    /// Counts one more connection; `None` when the address holds `most` already.
    pub(super) fn admit(self: &Arc<Self>, address: IpAddr, most: usize) -> Option<Admission> {
        let address = network(address);
        let mut counts = self.lock();
        let count = counts.entry(address).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Admission { counts: self.clone(), address })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Admission {
    fn drop(&mut self) {
        let mut counts = self.counts.lock();
        let Some(count) = counts.get_mut(&self.address) else {
            return;
        };
        *count -= 1;
        if *count == 0 {
            counts.remove(&self.address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_admitted_again_when_it_has_left() {
        let counts = Arc::new(AddressCount::default());
        let [first, neighbour, other] =
            ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"].map(|text| text.parse().unwrap());

        let admission = counts.admit(first, 1);

        assert!(admission.is_some());
        assert!(counts.admit(neighbour, 1).is_none(), "one network counts as one");
        assert!(counts.admit(other, 1).is_some());
        drop(admission);
        assert!(counts.admit(neighbour, 1).is_some());
        assert!(counts.lock().is_empty(), "nothing is kept of those who left");
    }
}
