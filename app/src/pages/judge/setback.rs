//! What to make of a call that failed: try again, sign in, or give up.

use super::retry::Retry;
use crate::rpc::Error;

/// The pause before a session is tried again that had ended, in milliseconds.
const SIGNED_OUT_MS: f64 = 10_000.0;

/// Why a call failed, as far as it decides what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setback {
    /// Nobody is signed in, or somebody else.
    SignedOut,
    /// The server asks to come back later.
    Busy { seconds: u32 },
    /// The server was not reached.
    Unreachable,
    /// The server failed at it.
    Fault,
    /// The server will not do it.
    Refused,
}

impl Setback {
    /// The setback that an error is.
    pub fn of(error: &Error) -> Self {
        match error {
            Error::Transport(_) => Setback::Unreachable,
            Error::Refused(domain::Error::Unauthenticated) => Setback::SignedOut,
            Error::Refused(domain::Error::Busy { seconds }) => Setback::Busy { seconds: *seconds },
            Error::Refused(domain::Error::Internal { .. }) => Setback::Fault,
            Error::Refused(_) => Setback::Refused,
        }
    }

    /// Puts the next try off as this setback asks.
    pub fn put_off(self, retry: &mut Retry, now_ms: f64) {
        match self {
            Setback::SignedOut => retry.postpone(now_ms, SIGNED_OUT_MS),
            Setback::Busy { seconds } => retry.postpone(now_ms, 1_000.0 * f64::from(seconds)),
            Setback::Unreachable | Setback::Fault | Setback::Refused => retry.fail(now_ms),
        }
    }
}
