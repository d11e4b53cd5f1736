//! Pauses between attempts.

/// The longest pause between two attempts, in milliseconds.
const LONGEST_MS: f64 = 30_000.0;

/// Pauses that double, starting at one second. Times are milliseconds of the page's monotonic
/// clock.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Retry {
    failures: i32,
    due_ms: f64,
}

impl Retry {
    /// Milliseconds left to wait. Zero or less when the next attempt is due.
    pub fn wait_ms(&self, now_ms: f64) -> f64 {
        self.due_ms - now_ms
    }

    /// Records a failure and schedules the next attempt.
    pub fn fail(&mut self, now_ms: f64) {
        let pause = 1_000.0 * 2_f64.powi(self.failures.min(10));
        self.failures += 1;
        self.due_ms = now_ms + pause.min(LONGEST_MS);
    }

    /// Delays the next attempt without counting a failure.
    pub fn postpone(&mut self, now_ms: f64, pause_ms: f64) {
        self.due_ms = now_ms + pause_ms;
    }

    /// Makes the next attempt due now.
    pub fn hurry(&mut self) {
        self.due_ms = 0.0;
    }

    /// Forgets all failures.
    pub fn succeed(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_half_a_minute_and_start_over_after_a_success() {
        let mut retry = Retry::default();

        let pauses: Vec<f64> = (0..7)
            .map(|_| {
                retry.fail(500.0);
                retry.wait_ms(500.0)
            })
            .collect();

        assert_eq!(pauses, [1e3, 2e3, 4e3, 8e3, 16e3, 30e3, 30e3]);
        retry.succeed();
        assert!(retry.wait_ms(500.0) <= 0.0);
        retry.fail(500.0);
        assert_eq!(retry.wait_ms(500.0), 1e3);
    }

    #[test]
    fn a_postponed_try_is_no_failure() {
        let mut retry = Retry::default();

        retry.postpone(0.0, 7_000.0);

        assert_eq!(retry.wait_ms(2_000.0), 5_000.0);
        retry.hurry();
        assert!(retry.wait_ms(2_000.0) <= 0.0);
    }
}
