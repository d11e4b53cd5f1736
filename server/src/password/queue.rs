//! Who hashes when, and in which memory.
//!
//! A hash takes 19 MiB and a core for some 20 ms. The memory is reused: taken anew for each hash,
//! from whichever thread, it stays with the allocator, and strangers who send wrong passwords
//! make the process grow. A few hash at once, a bounded number waits, and all others are told to
//! come back.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;

use anyhow::Context;
use argon2::Block;
use domain::Error as Refusal;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::hashing::{self, MEMORY_KIB, NOBODY, Verification};
use super::plaintext::Password;
use crate::error::Result;

/// Hashes at once, however many cores there are: the memory is never given back.
const MOST_AT_ONCE: usize = 4;

/// Who may wait for each that hashes: some 3 seconds' work.
const WAITING_FOR_EACH: usize = 128;

/// When those who found the queue full may come back, in seconds.
const COME_BACK: u32 = 3;

/// The queue in front of the hashing.
#[derive(Debug)]
pub(super) struct Queue {
    /// One for each that hashes or waits.
    places: Arc<Semaphore>,
    /// One for each that hashes.
    turns: Arc<Semaphore>,
    memory: Arc<Memory>,
}

/// The memory that nobody hashes in at the moment. There is as much as ever hashed at once.
#[derive(Debug, Default)]
struct Memory(Mutex<Vec<Vec<Block>>>);

/// The right to hash. It lasts until the work ends, even when the request that wanted it has been
/// given up.
#[derive(Debug, Clone)]
pub(crate) struct Turn {
    _permits: Arc<[OwnedSemaphorePermit; 2]>,
    memory: Arc<Memory>,
}

impl Queue {
    /// As many at once as there are cores.
    pub fn of_this_machine() -> Self {
        let at_once = available_parallelism().map_or(2, Into::into).min(MOST_AT_ONCE);
        Self::new(at_once, at_once * WAITING_FOR_EACH)
    }

    /// A queue in which this many hash at once and this many wait.
    pub fn new(at_once: usize, waiting: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(at_once + waiting)),
            turns: Arc::new(Semaphore::new(at_once)),
            memory: Arc::default(),
        }
    }

    /// Waits for a turn; refused when too many wait already.
    pub async fn turn(&self) -> Result<Turn> {
        let Ok(place) = self.places.clone().try_acquire_owned() else {
            return Err(Refusal::Busy { seconds: COME_BACK }.into());
        };
        let turn = self.turns.clone().acquire_owned().await;
        let turn = turn.context("the queue for hashing was closed")?;
        Ok(Turn { _permits: Arc::new([place, turn]), memory: self.memory.clone() })
    }
}

impl Turn {
    /// Hashes a password for keeping, with a salt of its own.
    pub async fn hash(&self, password: &Password) -> Result<String> {
        let password = password.clone();
        self.run(move |memory| hashing::hash(&password, memory)).await
    }

    /// Compares a password with the kept hash; `None` when there is no account.
    ///
    /// Takes the same time whether or not there is an account. Fails when the hash cannot be read.
    pub async fn verify(&self, password: &Password, hash: Option<String>) -> Result<Verification> {
        let password = password.clone();
        self.run(move |memory| match hash {
            Some(hash) => hashing::verify(&password, &hash, memory),
            None => hashing::verify(&password, &NOBODY, memory).map(|_| Verification::Wrong),
        })
        .await
    }

    /// Runs the work off the async threads.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut [Block]) -> anyhow::Result<T> + Send + 'static,
    ) -> Result<T> {
        let turn = self.clone();
        let done = tokio::task::spawn_blocking(move || {
            let mut memory = turn.memory.take();
            let done = work(&mut memory);
            turn.memory.put_back(memory);
            // As a whole: a closure takes along no more of it than it mentions.
            drop(turn);
            done
        });
        Ok(done.await.context("the hashing of a password was cut short")??)
    }
}

impl Memory {
    fn take(&self) -> Vec<Block> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.unwrap_or_else(|| hashing::memory(MEMORY_KIB))
    }

    fn put_back(&self, memory: Vec<Block>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
    }
}

#[cfg(test)]
mod tests {
    use futures::future::join_all;

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn many_passwords_are_hashed_in_the_memory_of_a_few() {
        let queue = Queue::new(2, 30);
        let password = Password::from("a quiet lighthouse");

        let hashes = join_all((0..32).map(|_| async {
            let turn = queue.turn().await.unwrap();
            turn.hash(&password).await.unwrap()
        }));
        hashes.await;

        assert!(queue.memory.0.lock().unwrap().len() <= 2);
    }

    #[tokio::test]
    async fn a_full_queue_says_when_to_come_back() {
        let queue = Arc::new(Queue::new(1, 1));
        let hashing = queue.turn().await.unwrap();
        let waiting = tokio::spawn({
            let queue = queue.clone();
            async move { queue.turn().await.map(drop) }
        });
        while queue.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }

        let refused = queue.turn().await.unwrap_err().for_people();
        drop(hashing);

        assert_eq!(refused, Refusal::Busy { seconds: COME_BACK });
        waiting.await.unwrap().unwrap();
        queue.turn().await.unwrap();
    }

    #[tokio::test]
    async fn a_turn_lasts_until_the_work_ends_even_when_nobody_waits_for_it() {
        let queue = Queue::new(1, 0);
        let turn = queue.turn().await.unwrap();
        let (start, started) = tokio::sync::oneshot::channel();
        let (finish, finished) = std::sync::mpsc::channel::<()>();
        let work = turn.run(move |_| {
            start.send(()).ok();
            finished.recv().ok();
            Ok(())
        });

        tokio::select! {
            done = work => panic!("it ended by itself: {done:?}"),
            _ = started => {}
        }
        drop(turn);

        assert!(queue.turn().await.is_err());
        finish.send(()).unwrap();
        while queue.places.available_permits() == 0 {
            tokio::task::yield_now().await;
        }
    }
}
