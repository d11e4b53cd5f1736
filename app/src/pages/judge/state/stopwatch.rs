//! Active time on a task.

/// Adds up milliseconds while it runs, by the page's monotonic clock.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stopwatch {
    counted_ms: f64,
    since_ms: Option<f64>,
}

impl Stopwatch {
    /// Continues from an earlier total. Runs unless the tab is hidden.
    pub fn restart(&mut self, counted_ms: f64, now_ms: f64) {
        let running = self.since_ms.is_some();
        *self = Self { counted_ms, since_ms: running.then_some(now_ms) };
    }

    /// Runs from now on. No effect if it already runs.
    pub fn run(&mut self, now_ms: f64) {
        self.since_ms.get_or_insert(now_ms);
    }

    /// Pauses and keeps the total.
    pub fn rest(&mut self, now_ms: f64) {
        self.counted_ms = self.elapsed_ms(now_ms);
        self.since_ms = None;
    }

    /// The total.
    pub fn elapsed_ms(&self, now_ms: f64) -> f64 {
        self.counted_ms + self.since_ms.map_or(0.0, |since| (now_ms - since).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_out_of_sight_does_not_count() {
        let mut stopwatch = Stopwatch::default();
        stopwatch.run(100.0);
        stopwatch.rest(400.0);
        stopwatch.run(9_000.0);

        assert_eq!(stopwatch.elapsed_ms(9_050.0), 350.0);
    }

    #[test]
    fn a_new_task_starts_from_zero() {
        let mut stopwatch = Stopwatch::default();
        stopwatch.run(100.0);

        stopwatch.restart(0.0, 500.0);

        assert_eq!(stopwatch.elapsed_ms(700.0), 200.0);
    }

    #[test]
    fn a_task_that_comes_back_goes_on_from_its_time() {
        let mut stopwatch = Stopwatch::default();
        stopwatch.run(100.0);

        stopwatch.restart(1_000.0, 500.0);

        assert_eq!(stopwatch.elapsed_ms(700.0), 1_200.0);
    }

    #[test]
    fn a_task_that_comes_while_nobody_looks_waits_for_its_time() {
        let mut stopwatch = Stopwatch::default();

        stopwatch.restart(0.0, 500.0);

        assert_eq!(stopwatch.elapsed_ms(700.0), 0.0);
    }
}
