//! When to suggest a break.

/// A break is suggested after this much work, in milliseconds.
const LONG_MS: f64 = 25.0 * 60_000.0;

/// A pause of at least this length is a break, in milliseconds.
const BREAK_MS: f64 = 5.0 * 60_000.0;

/// Time at work since the last break, in milliseconds of the page's monotonic clock.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakTimer {
    began_ms: f64,
    last_ms: f64,
}

impl BreakTimer {
    /// Starts now.
    pub fn begin(now_ms: f64) -> Self {
        Self { began_ms: now_ms, last_ms: now_ms }
    }

    /// Notes that the rater is at work. Returns whether a break is due.
    pub fn work(&mut self, now_ms: f64) -> bool {
        if now_ms - self.last_ms >= BREAK_MS {
            *self = Self::begin(now_ms);
        }
        self.last_ms = now_ms;
        now_ms - self.began_ms >= LONG_MS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: f64 = 60_000.0;

    #[test]
    fn a_break_is_due_after_25_minutes_at_work() {
        let mut stretch = BreakTimer::begin(0.0);

        let due: Vec<bool> = (1..=6).map(|n| stretch.work(4.5 * MINUTE * f64::from(n))).collect();

        assert_eq!(due, [false, false, false, false, false, true]);
    }

    #[test]
    fn whoever_had_a_break_begins_anew() {
        let mut stretch = BreakTimer::begin(0.0);
        for minute in 1..=24 {
            stretch.work(MINUTE * f64::from(minute));
        }

        assert!(!stretch.work(29.0 * MINUTE));
        assert!(!stretch.work(32.0 * MINUTE));
    }
}
