//! Lengths of time as people write them: `90s`, `30m`, `12h`, `7d`.

use std::time::Duration;

const UNITS: [(char, u64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// Reads a whole number and its unit. The error says how to write it.
pub fn read_duration(text: &str) -> Result<Duration, String> {
    let advice = || format!("{text:?} must be a whole number and s, m, h or d, for instance 12h");
    let unit = text.chars().last().ok_or_else(advice)?;
    let (_, seconds) = UNITS.into_iter().find(|(name, _)| *name == unit).ok_or_else(advice)?;
    let count: u64 = text[..text.len() - unit.len_utf8()].parse().map_err(|_| advice())?;
    count.checked_mul(seconds).map(Duration::from_secs).ok_or_else(advice)
}

/// Writes whole seconds in the largest unit that leaves no rest.
pub fn write_duration(duration: Duration) -> String {
    let whole = duration.as_secs();
    let (unit, seconds) = UNITS
        .into_iter()
        .find(|(_, seconds)| whole.is_multiple_of(*seconds))
        .expect("every number of seconds is a multiple of one second");
    format!("{}{unit}", whole / seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_and_written_alike() {
        for text in ["90s", "30m", "12h", "7d", "25h"] {
            assert_eq!(write_duration(read_duration(text).unwrap()), text);
        }
    }

    #[test]
    fn nonsense_is_refused_with_advice() {
        for text in ["", "12", "h", "-1h", "1.5h", "12 h", "9é", "99999999999999999999d"] {
            assert!(read_duration(text).unwrap_err().contains("for instance 12h"), "{text}");
        }
    }
}
