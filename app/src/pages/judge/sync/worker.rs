//! Sends decisions and fetches tasks in the background.

use std::time::Duration;

use domain::id::{AccountId, AssignmentId, JudgmentId, ProjectId, SkipId};
use domain::task::NextTask;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::reactive::owner::ArcStoredValue;
use leptos::task::spawn_local;

use crate::pages::judge::browser::{later, new_id, now_ms};
use crate::pages::judge::state::outbox::{Decision, Persistence, SendOutcome, Unsent};
use crate::pages::judge::state::queue::Queue;
use crate::pages::judge::state::screen::Screen;
use crate::pages::judge::sync::store::Store;
use crate::rpc::{self, judging};

/// The time limit for storing a decision and for finding decisions of earlier visits. A disk needs
/// a fraction of it. Whatever takes longer will not finish at all.
const PATIENCE: Duration = Duration::from_millis(500);

/// Holds no part of the page, so that it can finish after the page is closed.
#[derive(Debug, Clone)]
pub struct SyncWorker {
    rater: AccountId,
    project: ProjectId,
    queue: ArcRwSignal<Queue>,
    store: Store,
    alarm: ArcStoredValue<Option<TimeoutHandle>>,
}

impl SyncWorker {
    /// A worker for one rater in one project.
    pub fn new(rater: AccountId, project: ProjectId, queue: ArcRwSignal<Queue>) -> Self {
        Self {
            rater,
            project,
            queue,
            store: Store::new(rater, project),
            alarm: ArcStoredValue::new(None),
        }
    }

    /// Restores decisions of earlier visits, reports that the page is ready, and starts. A slow
    /// browser is not waited for.
    pub fn begin(&self, ready: impl Fn() + Clone + 'static) {
        let left = self.store.kept_simply();
        self.queue.update(|queue| queue.restore(left.clone(), now_ms()));
        let worker = self.clone();
        let go_on = move || {
            worker.queue.update(|queue| worker.redraft(queue));
            ready();
            worker.work();
        };
        let alarm = later(go_on.clone(), PATIENCE);
        let worker = self.clone();
        spawn_local(async move {
            let found = worker.store.kept().await;
            _ = alarm.map(|alarm| alarm.clear());
            worker.queue.update(|queue| queue.restore(found, now_ms()));
            go_on();
            for unsent in left {
                // Decisions that were answered meanwhile are already removed.
                if worker.persistence(&unsent).is_some() {
                    worker.store.move_over(&unsent).await;
                }
            }
        });
    }

    /// Stores a decision, then sends it as soon as possible. The caller does not wait.
    pub fn take(&self, unsent: Unsent) {
        self.store.forget_draft(unsent.task);
        let (worker, late) = (self.clone(), unsent.clone());
        later(move || worker.settle(&late, false), PATIENCE);
        let worker = self.clone();
        spawn_local(async move {
            let on_disk = worker.store.keep(&unsent).await;
            worker.settle(&unsent, on_disk);
        });
    }

    /// Releases a decision for sending: it is on disk, or the time limit has passed.
    fn settle(&self, unsent: &Unsent, on_disk: bool) {
        if on_disk || self.persistence(unsent) == Some(Persistence::Pending) {
            let kept = on_disk || self.store.keep_simply(unsent);
            self.queue.update(|queue| queue.settle(unsent.id(), kept));
            self.work();
        }
    }

    fn persistence(&self, unsent: &Unsent) -> Option<Persistence> {
        self.queue.with_untracked(|queue| queue.persistence(unsent.id()))
    }

    /// Fetches the decision before the `known` tasks.
    pub fn recall(&self, known: Vec<AssignmentId>) {
        let worker = self.clone();
        spawn_local(async move {
            let answer = judging::earlier(worker.project, worker.rater, known).await;
            worker.queue.update(|queue| queue.recalled(answer, JudgmentId(new_id()), now_ms()));
        });
    }

    /// Saves the current draft, so that it survives a reload.
    pub fn keep_draft(&self) {
        self.queue.with_untracked(|queue| {
            if let Some(kept) = queue.draft_to_keep() {
                self.store.keep_draft(kept);
            }
        });
    }

    /// Retries now whatever waits for a retry.
    pub fn hurry(&self) {
        self.queue.update_untracked(Queue::hurry);
        self.work();
    }

    /// Fetches no more tasks, and stops when everything is sent.
    pub fn retire(&self) {
        self.queue.update_untracked(Queue::retire);
    }

    /// Sends and requests what is due, and sets a timer for the rest.
    fn work(&self) {
        let now = now_ms();
        let next = self.queue.try_update_untracked(|queue| {
            let unsent = queue.next_to_send(now)?;
            let have = queue.next_to_ask_with(&unsent, now);
            Some((unsent, have))
        });
        if let Some((unsent, have)) = next.flatten() {
            let worker = self.clone();
            spawn_local(async move { worker.send(unsent, have).await });
        }
        let have = self.queue.try_update_untracked(|queue| queue.next_to_ask(now)).flatten();
        if let Some(have) = have {
            let worker = self.clone();
            spawn_local(async move { worker.fetch(have).await });
        }
        self.set_alarm(now);
    }

    /// Sends a decision. With `have`, also requests another task.
    async fn send(&self, unsent: Unsent, have: Option<Vec<AssignmentId>>) {
        let (id, asked) = (unsent.id(), have.is_some());
        let (answer, next) = match self.deliver(unsent, have).await {
            Ok(next) => (Ok(()), next),
            Err(error) => (Err(error), None),
        };
        let outcome = self.queue.try_update(|queue| {
            let outcome = queue.sent(id, answer, now_ms());
            match next {
                Some(next) => self.arrive(queue, Ok(next)),
                None if asked => queue.unanswered(),
                None => {}
            }
            outcome
        });
        self.work();
        if matches!(outcome, Some(SendOutcome::Saved | SendOutcome::Refused(_))) {
            self.store.forget(id).await;
        }
    }

    async fn fetch(&self, have: Vec<AssignmentId>) {
        let answer = judging::claim(self.project, self.rater, have).await;
        self.queue.update(|queue| self.arrive(queue, answer));
        self.work();
    }

    fn arrive(&self, queue: &mut Queue, answer: rpc::Result<NextTask>) {
        let was_empty = !matches!(queue.screen(), Screen::Task(_));
        queue.arrived(answer, JudgmentId(new_id()), SkipId(new_id()), now_ms());
        if was_empty {
            self.redraft(queue);
        }
    }

    /// Restores the saved draft if it belongs to the current task. The draft of a task that is gone
    /// is removed.
    fn redraft(&self, queue: &mut Queue) {
        let Some((task, draft)) = self.store.draft() else { return };
        queue.redraft(task, draft);
        if queue.draft_to_keep().is_some_and(|(front, _)| front != task) {
            self.store.forget_draft(task);
        }
    }

    async fn deliver(
        &self,
        unsent: Unsent,
        have: Option<Vec<AssignmentId>>,
    ) -> rpc::Result<Option<NextTask>> {
        match unsent.decision {
            Decision::Judgment(new) => judging::submit(unsent.task, self.rater, *new, have).await,
            Decision::Skip(new) => judging::skip(unsent.task, self.rater, new).await.map(|()| None),
        }
    }

    fn set_alarm(&self, now: f64) {
        let wait = self.queue.with_untracked(|queue| queue.wait_ms(now));
        if let Some(earlier) = self.alarm.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        let Some(wait) = wait else { return };
        let worker = self.clone();
        // Slightly late rather than slightly early.
        let pause = Duration::from_secs_f64((wait + 5.0) / 1_000.0);
        if let Some(handle) = later(move || worker.work(), pause) {
            self.alarm.set_value(Some(handle));
        }
    }
}
