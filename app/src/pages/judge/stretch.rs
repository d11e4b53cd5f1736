//! How long somebody has been judging at a stretch, and when a break is due.

/// After so many milliseconds at a stretch a break is suggested.
const LONG_MS: f64 = 25.0 * 60_000.0;

/// A pause of so many milliseconds is a break.
const BREAK_MS: f64 = 5.0 * 60_000.0;

/// Work without a break. Times are of the page's monotonic clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    began_ms: f64,
    last_ms: f64,
}

impl Stretch {
    /// Begins now.
    pub fn begin(now_ms: f64) -> Self {
        Self { began_ms: now_ms, last_ms: now_ms }
    }

    /// Notes that somebody is at work; a stretch ends with a break. Says whether it is long.
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
        let mut stretch = Stretch::begin(0.0);

        let due: Vec<bool> = (1..=6).map(|n| stretch.work(4.5 * MINUTE * f64::from(n))).collect();

        assert_eq!(due, [false, false, false, false, false, true]);
    }

    #[test]
    fn whoever_had_a_break_begins_anew() {
        let mut stretch = Stretch::begin(0.0);
        for minute in 1..=24 {
            stretch.work(MINUTE * f64::from(minute));
        }

        assert!(!stretch.work(29.0 * MINUTE));
        assert!(!stretch.work(32.0 * MINUTE));
    }
}
