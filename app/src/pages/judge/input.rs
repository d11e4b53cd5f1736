//! Keyboard input.

/// The command of each key.
pub mod keyboard;
/// Runs the command of a key.
pub mod shortcuts;
