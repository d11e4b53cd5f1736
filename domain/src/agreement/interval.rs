//! Wilson's interval for a share.
//!
//! `(p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)` (Wilson 1927, "Probable inference, the law
//! of succession, and statistical inference", JASA 22, 209-212). Unlike `p ± z sqrt(p(1-p)/n)` it
//! stays within 0 and 1 and keeps its promise for few observations and for shares near 0 and 1
//! (Newcombe 1998, Statistics in Medicine 17, 857-872).

use serde::{Deserialize, Serialize};

/// The 97.5 % quantile of the standard normal distribution: 95 % lie within plus and minus this.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// A 95 % interval of a share.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interval {
    /// The lower end, 0 to 1.
    pub low: f64,
    /// The upper end, 0 to 1.
    pub high: f64,
}

/// Computes Wilson's 95 % interval, without correction for continuity. None without observations.
///
/// `successes` may be fractional, for example if a tie is half a win. The observations must be
/// independent. If they come in clusters (several raters of one task), the interval is too narrow.
pub fn wilson(successes: f64, observations: i64) -> Option<Interval> {
    if observations <= 0 {
        return None;
    }
    let n = observations as f64;
    let share = successes / n;
    let square = Z * Z;
    let centre = share + square / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    let scale = 1.0 + square / n;
    // At the ends the formula is exactly 0 and 1, but for rounding.
    let low = if share <= 0.0 { 0.0 } else { (centre - reach) / scale };
    let high = if share >= 1.0 { 1.0 } else { (centre + reach) / scale };
    Some(Interval { low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_newcombe_come_out_to_four_digits() {
        // Newcombe 1998, table I, method 3.
        let table = [
            (81.0, 263, "0.2553", "0.3662"),
            (15.0, 148, "0.0624", "0.1605"),
            (0.0, 20, "0.0000", "0.1611"),
            (1.0, 29, "0.0061", "0.1718"),
        ];

        for (successes, observations, low, high) in table {
            let interval = wilson(successes, observations).unwrap();
            assert_eq!(format!("{:.4}", interval.low), low, "{successes} of {observations}");
            assert_eq!(format!("{:.4}", interval.high), high, "{successes} of {observations}");
        }
    }

    #[test]
    fn the_ends_agree_with_statsmodels() {
        let interval = wilson(889.0, 1263).unwrap();

        assert!((interval.low - 0.678_113_534_289_344_2).abs() < 1e-12);
        assert!((interval.high - 0.728_409_315_443_893).abs() < 1e-12);
    }

    #[test]
    fn nothing_observed_has_no_interval() {
        assert_eq!(wilson(0.0, 0), None);
    }

    #[test]
    fn a_share_of_nothing_or_all_stays_within_bounds() {
        assert_eq!(wilson(0.0, 3).unwrap().low, 0.0);
        assert_eq!(wilson(3.0, 3).unwrap().high, 1.0);
    }
}
