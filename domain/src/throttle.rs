//! Slowing down those who guess passwords, without locking anybody out.

use crate::timestamp::Timestamp;

/// Failures older than this many seconds are forgotten.
pub const MEMORY_SECONDS: i64 = 900;

/// How many failures an account may have before the next attempt has to wait.
pub const ACCOUNT_FREE: i64 = 5;

/// How many failures an address may have before the next attempt has to wait; more than an
/// account's, because a whole office may share one address.
pub const ADDRESS_FREE: i64 = 30;

/// The longest wait, in seconds: a nuisance to the owner, the end of guessing.
const MAX_WAIT: i64 = 60;

/// Seconds that an attempt has to wait after `failures`, the last of them at `last`; none when
/// it may go ahead. The wait doubles with each failure beyond `free`, up to a minute.
pub fn wait(failures: i64, free: i64, last: Timestamp, now: Timestamp) -> Option<u32> {
    let beyond = failures - free;
    if beyond < 0 {
        return None;
    }
    let wait = (1_i64 << beyond.min(6)).min(MAX_WAIT);
    let until = last.plus_seconds(wait);
    if now >= until {
        return None;
    }
    let seconds = (until.micros() - now.micros() + 999_999) / 1_000_000;
    u32::try_from(seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_is_never_longer_than_a_minute() {
        let now = Timestamp::from_micros(0);
        let table =
            [(0, None), (4, None), (5, Some(1)), (6, Some(2)), (9, Some(16)), (50, Some(60))];

        for (failures, expected) in table {
            assert_eq!(wait(failures, ACCOUNT_FREE, now, now), expected, "{failures} failures");
        }
    }

    #[test]
    fn once_the_wait_is_over_the_owner_may_try() {
        let last = Timestamp::from_micros(0);

        assert_eq!(wait(50, ACCOUNT_FREE, last, last.plus_seconds(60)), None);
    }
}
