//! The only clock, and the only source of fresh ids.

use domain::timestamp::Timestamp;
use time::OffsetDateTime;
use uuid::Uuid;

/// The present moment by this machine's clock.
///
/// Leases go by [`crate::db::Tx::now`] instead, so that several servers agree on them.
pub fn now() -> Timestamp {
    let nanos = OffsetDateTime::now_utc().unix_timestamp_nanos();
    Timestamp::from_micros(i64::try_from(nanos / 1_000).expect("the year is below 294,000"))
}

/// A fresh id; later ones sort after earlier ones.
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}
