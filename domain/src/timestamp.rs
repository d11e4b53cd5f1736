//! Points in time: microseconds in the database, RFC 3339 everywhere else.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
///
/// A number rather than the engine's own type, because one engine would store text with a
/// varying count of fraction digits, which sorts wrongly within a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(transparent))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
pub struct Timestamp(i64);

impl Timestamp {
    /// Comes after every other: where a walk back through all of them begins.
    pub const MAX: Self = Self(i64::MAX);

    /// The point in time `micros` microseconds after the epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This point in time moved by `seconds`, which may be negative.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1_000_000)
    }

    /// When the day began, in UTC.
    pub const fn start_of_day(self) -> Self {
        Self(self.0 - self.0.rem_euclid(24 * 60 * 60 * 1_000_000))
    }

    /// The day alone, as `2026-03-01`, in UTC.
    pub fn day(self) -> String {
        self.to_string().chars().take(10).collect()
    }

    /// RFC 3339 with all six digits of the fraction, as in `2026-03-01T09:30:00.000000Z`: all of a
    /// column have one length, and sort as text.
    pub fn exact(self) -> String {
        let text = self.to_string();
        let whole = text.get(..19).unwrap_or(&text);
        format!("{whole}.{:06}Z", self.0.rem_euclid(1_000_000))
    }

    /// For people: `2026-03-01 09:30`, in UTC.
    pub fn minute(self) -> String {
        self.to_string().chars().take(16).collect::<String>().replace('T', " ")
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000)
            .ok()
            .and_then(|time| time.format(&Rfc3339).ok());
        f.write_str(text.as_deref().unwrap_or("out of range"))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let time = OffsetDateTime::parse(&text, &Rfc3339).map_err(de::Error::custom)?;
        i64::try_from(time.unix_timestamp_nanos() / 1_000).map(Self).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timestamp_survives_json_to_the_microsecond() {
        let timestamp = Timestamp::from_micros(1_772_357_400_123_456);

        let json = serde_json::to_string(&timestamp).unwrap();

        assert_eq!(json, "\"2026-03-01T09:30:00.123456Z\"");
        assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), timestamp);
        assert_eq!(timestamp.minute(), "2026-03-01 09:30");
        assert_eq!(timestamp.exact(), "2026-03-01T09:30:00.123456Z");
        let second = Timestamp::from_micros(1_772_357_400_000_000);
        assert_eq!(second.exact(), "2026-03-01T09:30:00.000000Z");
    }
}
