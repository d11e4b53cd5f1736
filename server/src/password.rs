//! Passwords: which ones are taken, how they are kept, how they are compared.

mod hashing;
mod plaintext;
mod queue;
mod strength;

use std::sync::LazyLock;

use crate::error::Result;
pub use hashing::Verification;
pub use plaintext::Password;
use queue::Queue;
pub(crate) use queue::Turn;
pub use strength::check;

/// All hashing of this process passes here.
static QUEUE: LazyLock<Queue> = LazyLock::new(Queue::of_this_machine);

/// Waits for a turn at hashing; refused when too many wait already.
pub(crate) async fn turn() -> Result<Turn> {
    QUEUE.turn().await
}

/// Hashes a password for keeping, with a salt of its own. Waits for its turn.
pub async fn hash(password: &Password) -> Result<String> {
    turn().await?.hash(password).await
}

#[cfg(test)]
mod tests;
