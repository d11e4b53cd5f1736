//! The body of a request, cut when it stops coming.

use std::error::Error as StdError;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

use super::activity::Activity;

/// Fewer bytes are no progress: a client that drips one at a time is as good as gone.
const PROGRESS_BYTES: usize = 1024;

type BoxError = Box<dyn StdError + Send + Sync>;

/// A request body stopped coming.
#[derive(Debug, thiserror::Error)]
#[error("the request body stopped coming")]
pub struct Stalled;

impl Stalled {
    /// Whether an error has this cause.
    pub fn is_behind(error: &(dyn StdError + 'static)) -> bool {
        let mut cause = Some(error);
        while let Some(error) = cause {
            if error.is::<Self>() {
                return true;
            }
            cause = error.source();
        }
        false
    }
}

/// Counts only the time in which a handler waits for the client: a slow handler is not the
/// client's fault.
pub(super) struct RequestBody<B = Incoming> {
    body: B,
    patience: Duration,
    activity: Arc<Activity>,
    bytes: usize,
    waited: Duration,
    waiting_since: Option<Instant>,
    alarm: Option<Pin<Box<Sleep>>>,
    is_ended: bool,
}

impl<B: Body> RequestBody<B> {
    pub(super) fn new(body: B, patience: Duration, activity: Arc<Activity>) -> Self {
        let is_ended = body.is_end_stream();
        Self {
            body,
            patience,
            activity,
            bytes: 0,
            waited: Duration::ZERO,
            waiting_since: None,
            alarm: None,
            is_ended,
        }
    }

    fn receive(&mut self, bytes: usize) {
        if let Some(since) = self.waiting_since.take() {
            self.waited += since.elapsed();
        }
        self.bytes += bytes;
        if self.bytes >= PROGRESS_BYTES {
            self.bytes = 0;
            self.waited = Duration::ZERO;
        }
    }

    /// Ready when the client has kept us waiting for too long.
    fn poll_patience(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.waiting_since.is_none() {
            let now = Instant::now();
            let deadline = now + self.patience.saturating_sub(self.waited);
            self.waiting_since = Some(now);
            match &mut self.alarm {
                Some(alarm) => alarm.as_mut().reset(deadline),
                None => self.alarm = Some(Box::pin(sleep_until(deadline))),
            }
        }
        let alarm = self.alarm.as_mut().expect("an alarm is set when waiting begins");
        alarm.as_mut().poll(context)
    }
}

impl<B> Body for RequestBody<B>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match Pin::new(&mut self.body).poll_frame(context) {
            Poll::Ready(Some(Ok(frame))) => {
                self.receive(frame.data_ref().map_or(0, Bytes::len));
                self.is_ended = self.body.is_end_stream();
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(Some(Err(cause))) => Poll::Ready(Some(Err(cause.into()))),
            Poll::Ready(None) => {
                self.is_ended = true;
                Poll::Ready(None)
            }
            Poll::Pending => {
                self.poll_patience(context).map(|()| Some(Err(Box::new(Stalled) as BoxError)))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl<B> Drop for RequestBody<B> {
    fn drop(&mut self) {
        if !self.is_ended {
            self.activity.leave_body_unread();
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::{StreamExt, stream};
    use http_body_util::{BodyExt, StreamBody};

    use super::*;

    /// Sends `bytes` at a time, `pause` apart.
    fn dripping(
        bytes: &'static [u8],
        pause: Duration,
    ) -> impl Body<Data = Bytes, Error = BoxError> {
        let frames = stream::repeat(bytes).then(move |bytes| async move {
            tokio::time::sleep(pause).await;
            Ok::<_, BoxError>(Frame::data(Bytes::from_static(bytes)))
        });
        let body = StreamBody::new(Box::pin(frames.take(100)));
        RequestBody::new(body, Duration::from_secs(30), Arc::default())
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_body_that_makes_progress_arrives() {
        let body = dripping(&[0; PROGRESS_BYTES], Duration::from_secs(29));

        let bytes = body.collect().await.unwrap().to_bytes();

        assert_eq!(bytes.len(), 100 * PROGRESS_BYTES);
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_drips_is_cut() {
        let started = Instant::now();
        let body = dripping(b"x", Duration::from_secs(1));

        let cause = body.collect().await.unwrap_err();

        assert!(Stalled::is_behind(&*cause));
        assert!(started.elapsed() <= Duration::from_secs(31), "{:?}", started.elapsed());
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_handler_is_not_held_against_the_client() {
        let mut body = Box::pin(dripping(b"x", Duration::from_secs(10)));
        body.frame().await.unwrap().unwrap();

        tokio::time::sleep(Duration::from_secs(60)).await;

        assert!(body.frame().await.unwrap().is_ok());
    }
}
