//! Keeps it.
