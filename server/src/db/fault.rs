//! What a fault of the database means to the request that met it.

/// Whether the same request may succeed in a moment: the database is busy, away or full.
pub fn is_passing(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => true,
        sqlx::Error::Database(error) => match error.code().as_deref() {
            // Postgres: serialisation failure, deadlock, shutting down, too many connections,
            // statement time-out, disk full.
            Some("40001" | "40P01" | "57P01" | "57P02" | "57P03" | "53300" | "57014" | "53100") => {
                true
            }
            // SQLite: the low byte says busy, locked, read-only, input/output, full, cannot open.
            Some(code) => code
                .parse::<i32>()
                .is_ok_and(|code| code < 10_000 && matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14)),
            None => false,
        },
        _ => false,
    }
}
