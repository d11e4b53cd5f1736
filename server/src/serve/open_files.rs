//! The number of files, and so of connections, that the process may have open.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// The most that macOS accepts where the hard limit is none.
const ALWAYS_ACCEPTED: u64 = 10_240;

/// Raises the soft limit on open files as far as possible, and returns the limit in force.
///
/// Many systems start with 256 or 1,024, which is fewer than the connections we accept.
pub fn raise_open_files() -> u64 {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let raised = [maximum, Some(ALWAYS_ACCEPTED)].into_iter().find(|wanted| {
        let is_higher = wanted.is_none() || *wanted > current;
        is_higher && setrlimit(Resource::Nofile, Rlimit { current: *wanted, maximum }).is_ok()
    });
    raised.unwrap_or(current).unwrap_or(u64::MAX)
}
