//! Numbers for people: as many digits as carry information.

use crate::language::{project as t, whole};

/// A count, its thousands apart: `1,874`.
pub fn count(number: i64) -> String {
    whole(number)
}

/// A share of 0 to 1 as a percentage: `64.1%`.
pub fn percent(share: f64) -> String {
    t::percent(&decimal(share * 100.0, 1))
}

/// A share of 0 to 1 as drawings write it, whatever the language: `64.1%`.
pub fn extent(share: f64) -> String {
    let tenths = (share * 1_000.0).round() as i64;
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// A part of a whole as a percentage without decimals: `64%`; nothing of nothing is `0%`.
pub fn part(part: i64, whole: i64) -> String {
    let share = if whole > 0 { part as f64 / whole as f64 } else { 0.0 };
    t::percent(&decimal(share * 100.0, 0))
}

/// The ends of an interval of shares: `59.8 to 68.2%`.
pub fn range(low: f64, high: f64) -> String {
    t::range(&decimal(low * 100.0, 1), &percent(high))
}

/// A coefficient between -1 and 1: `0.71`.
pub fn coefficient(value: f64) -> String {
    decimal(value, 2)
}

/// The ends of an interval of coefficients or means: `1.42 to 1.88`.
pub fn coefficients(low: f64, high: f64) -> String {
    t::range(&coefficient(low), &coefficient(high))
}

/// How long something took, from milliseconds: `41 s`, `3 min 05 s`, `2 h 10 min`.
pub fn duration(ms: i64) -> String {
    let seconds = (ms + 500) / 1_000;
    match seconds {
        ..10 => format!("{} s", decimal(ms as f64 / 1_000.0, 1)),
        10..60 => format!("{seconds} s"),
        60..3_600 => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{} h {:02} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}

/// Rounds by whole numbers: the formatting of floats is large, and this is all we need of it.
fn decimal(value: f64, places: u32) -> String {
    let scale = 10_i64.pow(places);
    let scaled = (value.abs() * scale as f64).round() as i64;
    let sign = if value < 0.0 && scaled > 0 { "−" } else { "" };
    if places == 0 {
        return format!("{sign}{scaled}");
    }
    let width = places as usize;
    format!("{sign}{}{}{:0width$}", scaled / scale, t::decimal_point(), scaled % scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_their_thousands_apart() {
        let texts = [0, 7, 999, 1_000, 1_234_567].map(count);

        assert_eq!(texts, ["0", "7", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn shares_are_rounded_to_a_tenth_of_a_percent() {
        assert_eq!(percent(0.0), "0.0%");
        assert_eq!(percent(0.640_5), "64.1%");
        assert_eq!(percent(0.999_9), "100.0%");
        assert_eq!(extent(0.640_5), "64.1%");
        assert_eq!(range(0.598, 0.682), "59.8 to 68.2%");
        assert_eq!(part(2, 3), "67%");
        assert_eq!(part(0, 0), "0%");
    }

    #[test]
    fn coefficients_have_two_digits_and_no_negative_zero() {
        let texts = [0.714, -0.05, -0.001, 1.0].map(coefficient);

        assert_eq!(texts, ["0.71", "−0.05", "0.00", "1.00"]);
    }

    #[test]
    fn durations_are_told_in_the_units_of_their_size() {
        let texts = [400, 9_400, 41_200, 185_000, 7_800_000].map(duration);

        assert_eq!(texts, ["0.4 s", "9.4 s", "41 s", "3 min 05 s", "2 h 10 min"]);
    }
}
