//! What lies between the writer of a file and its reader: a few chunks in memory, and once the
//! reader falls behind, a temporary file.
//!
//! The writer reads from a snapshot of the database. A snapshot that waits for a slow reader keeps
//! the write-ahead log from being folded back, and holds a connection that others need. So the
//! writer never waits for its reader longer than a moment.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use futures::Stream;
use tokio::sync::{Semaphore, SemaphorePermit, mpsc, watch};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// How many chunks wait in memory.
const AHEAD: usize = 4;

/// How long the writer waits for room in memory before it turns to a file.
const GRACE: Duration = Duration::from_millis(200);

/// How long it waits where no file can be had, before it gives the reader up.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many bytes are read from the file at a time.
const PIECE: u64 = 64 * 1024;

/// How many readers may have a file at the same time.
static FILES: Semaphore = Semaphore::const_new(32);

/// A pipe: what is sent into the one end comes out of the other in the same order.
pub(super) fn pipe() -> (Inlet, impl Stream<Item = io::Result<Bytes>> + Send + 'static) {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let (tail, seen) = watch::channel(Tail::default());
    let overflow = Arc::default();
    let inlet = Inlet { sender: Some(sender), overflow: Arc::clone(&overflow), tail };
    let outlet = Outlet { receiver, overflow, seen, position: 0 };
    let chunks = futures::stream::unfold(Some(outlet), |outlet| async {
        let mut outlet = outlet?;
        let chunk = outlet.next().await?;
        // After an error there is nothing more.
        let rest = chunk.is_ok().then_some(outlet);
        Some((chunk, rest))
    });
    (inlet, chunks)
}

/// The file that a slow reader reads from, gone with its last user.
#[derive(Debug)]
struct Overflow {
    file: File,
    _permit: SemaphorePermit<'static>,
}

/// How far the file has been written.
#[derive(Debug, Default, Clone)]
struct Tail {
    /// In bytes.
    length: u64,
    end: Option<End>,
}

/// How the writer ended.
#[derive(Debug, Clone)]
enum End {
    Complete,
    Failed(String),
}

/// Where the writer sends its chunks.
pub(super) struct Inlet {
    /// The way through memory; `None` once the file has taken its place.
    sender: Option<mpsc::Sender<io::Result<Bytes>>>,
    overflow: Arc<OnceLock<Overflow>>,
    tail: watch::Sender<Tail>,
}

impl Inlet {
    /// Passes a chunk on; false if nobody will read it.
    pub async fn send(&mut self, chunk: Bytes) -> bool {
        let Some(sender) = self.sender.clone() else { return self.append(chunk).await };
        if let Ok(permit) = timeout(GRACE, sender.reserve()).await {
            return permit.map(|permit| permit.send(Ok(chunk))).is_ok();
        }
        match self.turn_to_file(chunk.clone()).await {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(%error, "an export waits for its reader: no temporary file");
                matches!(timeout(PATIENCE, sender.send(Ok(chunk))).await, Ok(Ok(())))
            }
        }
    }

    /// Ends the file; without it, or after a failure, the reader learns that the file is cut.
    pub fn finish(self, outcome: io::Result<()>) {
        let failed = |error: io::Error| End::Failed(error.to_string());
        let end = outcome.map_or_else(failed, |()| End::Complete);
        self.tail.send_modify(|tail| tail.end = Some(end));
    }

    /// Whether nobody reads any more.
    pub fn is_abandoned(&self) -> bool {
        self.tail.is_closed()
    }

    /// Makes a file of which this chunk is the beginning.
    async fn turn_to_file(&mut self, chunk: Bytes) -> io::Result<()> {
        let permit = FILES.try_acquire().map_err(io::Error::other)?;
        let length = chunk.len() as u64;
        let write = move || {
            let file = tempfile::tempfile()?;
            file.write_all_at(&chunk, 0)?;
            Ok::<_, io::Error>(file)
        };
        let file = spawn_blocking(write).await.map_err(io::Error::other)??;
        // Nothing else sets it.
        _ = self.overflow.set(Overflow { file, _permit: permit });
        self.tail.send_modify(|tail| tail.length = length);
        self.sender = None;
        Ok(())
    }

    async fn append(&mut self, chunk: Bytes) -> bool {
        let (start, added) = (self.tail.borrow().length, chunk.len() as u64);
        let overflow = Arc::clone(&self.overflow);
        let write = move || match overflow.get() {
            Some(overflow) => overflow.file.write_all_at(&chunk, start),
            None => Err(io::Error::other("there is no file")),
        };
        match spawn_blocking(write).await.map_err(io::Error::other).flatten() {
            Ok(()) => {
                self.tail.send_modify(|tail| tail.length = start + added);
                !self.is_abandoned()
            }
            Err(error) => {
                tracing::warn!(%error, "an export was cut: its temporary file cannot grow");
                let end = End::Failed(error.to_string());
                self.tail.send_modify(|tail| tail.end = Some(end));
                false
            }
        }
    }
}

/// Where the reader takes its chunks from.
struct Outlet {
    receiver: mpsc::Receiver<io::Result<Bytes>>,
    overflow: Arc<OnceLock<Overflow>>,
    seen: watch::Receiver<Tail>,
    /// How much of the file has been read, in bytes.
    position: u64,
}

impl Outlet {
    async fn next(&mut self) -> Option<io::Result<Bytes>> {
        if let Some(chunk) = self.receiver.recv().await {
            return Some(chunk);
        }
        // An error means that the writer has gone without an end.
        let position = self.position;
        let moved = self.seen.wait_for(|tail| tail.length > position || tail.end.is_some()).await;
        let Ok(tail) = moved.map(|tail| tail.clone()) else {
            return Some(Err(io::Error::other("the export was cut off")));
        };
        if tail.length > position {
            return Some(self.read(tail.length).await);
        }
        match tail.end? {
            End::Complete => None,
            End::Failed(error) => Some(Err(io::Error::other(error))),
        }
    }

    async fn read(&mut self, length: u64) -> io::Result<Bytes> {
        let (start, end) = (self.position, length.min(self.position + PIECE));
        self.position = end;
        let overflow = Arc::clone(&self.overflow);
        let read = move || {
            let overflow = overflow.get().ok_or_else(|| io::Error::other("there is no file"))?;
            let size = usize::try_from(end - start).map_err(io::Error::other)?;
            let mut piece = vec![0; size];
            overflow.file.read_exact_at(&mut piece, start)?;
            Ok(Bytes::from(piece))
        };
        spawn_blocking(read).await.map_err(io::Error::other)?
    }
}

#[cfg(test)]
mod tests {
    use futures::StreamExt;

    use super::*;

    fn chunk(n: usize) -> Bytes {
        Bytes::from(format!("chunk {n};").repeat(1_000))
    }

    fn expected(chunks: usize) -> Vec<u8> {
        (0..chunks).flat_map(chunk).collect()
    }

    #[tokio::test]
    async fn a_writer_ends_before_a_reader_has_read_anything() {
        let (mut inlet, outlet) = pipe();

        for n in 0..100 {
            assert!(inlet.send(chunk(n)).await);
        }
        inlet.finish(Ok(()));

        let read: Vec<Bytes> = outlet.map(Result::unwrap).collect().await;
        assert_eq!(read.concat(), expected(100));
    }

    #[tokio::test]
    async fn a_reader_that_keeps_up_needs_no_file() {
        let (mut inlet, outlet) = pipe();

        let write = async {
            for n in 0..100 {
                assert!(inlet.send(chunk(n)).await);
            }
            let has_file = inlet.overflow.get().is_some();
            inlet.finish(Ok(()));
            has_file
        };
        let read = outlet.map(Result::unwrap).collect::<Vec<Bytes>>();
        let (has_file, read) = futures::join!(write, read);

        assert!(!has_file);
        assert_eq!(read.concat(), expected(100));
    }

    #[tokio::test]
    async fn a_failure_comes_after_what_was_written_before() {
        for chunks in [1, 50] {
            let (mut inlet, outlet) = pipe();
            for n in 0..chunks {
                assert!(inlet.send(chunk(n)).await);
            }

            inlet.finish(Err(io::Error::other("no more")));

            let mut read: Vec<io::Result<Bytes>> = outlet.collect().await;
            assert_eq!(read.pop().unwrap().unwrap_err().to_string(), "no more");
            let read: Vec<Bytes> = read.into_iter().map(Result::unwrap).collect();
            assert_eq!(read.concat(), expected(chunks));
        }
    }

    #[tokio::test]
    async fn a_writer_that_vanishes_leaves_a_cut_file() {
        for chunks in [0, 1, 50] {
            let (mut inlet, outlet) = pipe();
            for n in 0..chunks {
                assert!(inlet.send(chunk(n)).await);
            }

            drop(inlet);

            let last = outlet.collect::<Vec<_>>().await.pop().unwrap();
            assert_eq!(last.unwrap_err().to_string(), "the export was cut off");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_reader_that_never_comes_where_no_file_can_be_had_is_given_up_with_a_cut_file() {
        let _taken = FILES.acquire_many(32).await.unwrap();
        let (mut inlet, outlet) = pipe();
        for n in 0..AHEAD {
            assert!(inlet.send(chunk(n)).await);
        }

        assert!(!inlet.send(chunk(AHEAD)).await);

        drop(inlet);
        let last = outlet.collect::<Vec<_>>().await.pop().unwrap();
        assert_eq!(last.unwrap_err().to_string(), "the export was cut off");
    }

    #[tokio::test]
    async fn a_writer_learns_that_its_reader_has_gone() {
        for before in [0, 50] {
            let (mut inlet, outlet) = pipe();
            for n in 0..before {
                assert!(inlet.send(chunk(n)).await);
            }

            drop(outlet);

            assert!(!inlet.send(chunk(before)).await);
            assert!(inlet.is_abandoned());
        }
    }
}
