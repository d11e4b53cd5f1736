//! What to do after a failed call: retry, sign in, or give up.

use crate::pages::judge::state::retry::Retry;
use crate::rpc::Error;

/// The pause before a retry when the session has ended, in milliseconds.
const SIGNED_OUT_MS: f64 = 10_000.0;

/// Why a call failed, as far as the next step depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallFailure {
    /// The session has ended, or belongs to another account.
    SignedOut,
    /// The server asks to retry later.
    Busy { seconds: u32 },
    /// The server cannot be reached.
    Unreachable,
    /// The server had an internal error.
    Fault,
    /// The server refused the call.
    Refused,
}

impl CallFailure {
    /// The failure behind an error.
    pub fn of(error: &Error) -> Self {
        match error {
            Error::Transport(_) => CallFailure::Unreachable,
            Error::Refused(domain::Error::Unauthenticated) => CallFailure::SignedOut,
            Error::Refused(domain::Error::Busy { seconds }) => {
                CallFailure::Busy { seconds: *seconds }
            }
            Error::Refused(domain::Error::Internal { .. }) => CallFailure::Fault,
            Error::Refused(_) => CallFailure::Refused,
        }
    }

    /// Schedules the next attempt.
    pub fn put_off(self, retry: &mut Retry, now_ms: f64) {
        match self {
            CallFailure::SignedOut => retry.postpone(now_ms, SIGNED_OUT_MS),
            CallFailure::Busy { seconds } => retry.postpone(now_ms, 1_000.0 * f64::from(seconds)),
            CallFailure::Unreachable | CallFailure::Fault | CallFailure::Refused => {
                retry.fail(now_ms)
            }
        }
    }
}
