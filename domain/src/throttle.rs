//! Slowing down those who guess, by how much and how fast they may.
//!
//! Each subject has an allowance: a burst of attempts, and then one more every so often. All that
//! is kept of a subject is the moment at which its allowance is whole again (the generic cell
//! rate algorithm, ITU-T I.371). An attempt that is refused does not move that moment, so that
//! nobody's wait grows because others keep trying.

use crate::timestamp::Timestamp;

/// How many attempts a subject has, and how fast they come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Attempts at once.
    pub burst: i64,
    /// Seconds until one more is allowed.
    pub seconds: i64,
}

/// Attempts from one network address, at any account. A whole office may share the address.
pub const ADDRESS: Allowance = Allowance { burst: 30, seconds: 20 };

/// Attempts at one account from one network address.
pub const ACCOUNT_AT_ADDRESS: Allowance = Allowance { burst: 5, seconds: 30 };

/// Attempts at one account from all browsers that never signed in to it, wherever they are.
pub const ACCOUNT: Allowance = Allowance { burst: 50, seconds: 30 };

/// Attempts at one account from a browser that signed in to it before.
pub const DEVICE: Allowance = Allowance { burst: 5, seconds: 30 };

/// Attempts to confirm the password of an account that is signed in.
pub const CONFIRMATION: Allowance = Allowance { burst: 5, seconds: 30 };

impl Allowance {
    /// When the allowance is whole again after an attempt at `now`; the seconds to wait if there
    /// is none left. `full_at` is when it would have been whole without this attempt.
    pub fn attempt(self, full_at: Timestamp, now: Timestamp) -> Result<Timestamp, u32> {
        let next_at = full_at.plus_seconds(-self.seconds * (self.burst - 1));
        if next_at > now {
            let micros = next_at.micros() - now.micros();
            return Err(u32::try_from((micros + 999_999) / 1_000_000).unwrap_or(u32::MAX));
        }
        Ok(full_at.max(now).plus_seconds(self.seconds))
    }

    /// When the allowance is whole again after an attempt was given back.
    pub fn give_back(self, full_at: Timestamp) -> Timestamp {
        full_at.plus_seconds(-self.seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Allowance = Allowance { burst: 3, seconds: 10 };

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn a_burst_is_followed_by_one_attempt_at_a_time() {
        let mut full_at = at(0);
        for _ in 0..3 {
            full_at = ONE.attempt(full_at, at(100)).unwrap();
        }

        assert_eq!(ONE.attempt(full_at, at(100)), Err(10));
        assert_eq!(ONE.attempt(full_at, at(107)), Err(3));
        let after = ONE.attempt(full_at, at(110)).unwrap();
        assert_eq!(ONE.attempt(after, at(110)), Err(10));
    }

    #[test]
    fn the_whole_burst_comes_back_to_those_who_wait() {
        let mut full_at = at(0);
        for _ in 0..3 {
            full_at = ONE.attempt(full_at, at(100)).unwrap();
        }

        assert_eq!(full_at, at(130));
        for _ in 0..3 {
            full_at = ONE.attempt(full_at, at(130)).unwrap();
        }
        assert!(ONE.attempt(full_at, at(130)).is_err());
    }

    #[test]
    fn an_attempt_that_is_given_back_was_never_made() {
        let first = ONE.attempt(at(0), at(100)).unwrap();
        let second = ONE.attempt(first, at(100)).unwrap();

        assert_eq!(ONE.give_back(second), first);
    }
}
