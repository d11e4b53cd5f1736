//! Points in time for people, in UTC.

use domain::timestamp::Timestamp;

use crate::language::dates as t;

/// A day: `Nov 26, 2026`.
pub fn day(at: Timestamp) -> String {
    let text = at.to_string();
    t::day(&short(&text), text.get(..4).unwrap_or_default())
}

/// A day and its minute: `Nov 26, 2026, 09:30`.
pub fn minute(at: Timestamp) -> String {
    let text = at.to_string();
    let part = |part| text.get(part).unwrap_or_default();
    t::minute(&short(&text), part(0..4), part(11..16))
}

/// A day as in `2026-11-26`, whatever stands behind it, for people who know the year: `Nov 26`.
pub fn short(date: &str) -> String {
    let digits = |from: usize| date.get(from..from + 2)?.parse::<u32>().ok();
    match digits(5).zip(digits(8)) {
        Some((month, day)) => t::short(month, day),
        None => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_in_time_are_written_for_people() {
        let at = Timestamp::from_micros(1_772_357_400_000_000);

        assert_eq!(at.to_string(), "2026-03-01T09:30:00Z");
        assert_eq!(day(at), "Mar 1, 2026");
        assert_eq!(minute(at), "Mar 1, 2026, 09:30");
        assert_eq!(short("2026-11-06"), "Nov 6");
        assert_eq!(short("out of range"), "out of range");
    }
}
