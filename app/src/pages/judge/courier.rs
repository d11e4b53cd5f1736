//! Carries decisions to the server and tasks to the page, in the background.

use std::time::Duration;

use domain::id::{AccountId, AssignmentId, JudgmentId, ProjectId, SkipId};
use domain::task::NextTask;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::reactive::owner::ArcStoredValue;
use leptos::task::spawn_local;

use super::browser::{later, new_id, now_ms};
use super::outbox::{Decision, Fate, Safety, Unsent};
use super::queue::{Queue, Scene};
use super::store::Store;
use crate::rpc::{self, judging};

/// How long the browser may take to write a decision down, or to find what earlier visits left. A
/// disk takes a fraction of it; longer takes what does not come at all.
const PATIENCE: Duration = Duration::from_millis(500);

/// Holds no part of the page, so that what is under way is finished when the page is left.
#[derive(Debug, Clone)]
pub struct Courier {
    rater: AccountId,
    project: ProjectId,
    queue: ArcRwSignal<Queue>,
    store: Store,
    alarm: ArcStoredValue<Option<TimeoutHandle>>,
}

impl Courier {
    /// A courier for one rater in one project.
    pub fn new(rater: AccountId, project: ProjectId, queue: ArcRwSignal<Queue>) -> Self {
        Self {
            rater,
            project,
            queue,
            store: Store::new(rater, project),
            alarm: ArcStoredValue::new(None),
        }
    }

    /// Takes up what earlier visits left, says that the page is ready, and begins. A browser that
    /// takes long to look is not waited for.
    pub fn begin(&self, ready: impl Fn() + Clone + 'static) {
        let left = self.store.kept_simply();
        self.queue.update(|queue| queue.restore(left.clone(), now_ms()));
        let courier = self.clone();
        let go_on = move || {
            courier.queue.update(|queue| courier.redraft(queue));
            ready();
            courier.work();
        };
        let alarm = later(go_on.clone(), PATIENCE);
        let courier = self.clone();
        spawn_local(async move {
            let found = courier.store.kept().await;
            _ = alarm.map(|alarm| alarm.clear());
            courier.queue.update(|queue| queue.restore(found, now_ms()));
            go_on();
            for unsent in left {
                // What is answered meanwhile is forgotten already.
                if courier.safety(&unsent).is_some() {
                    courier.store.move_over(&unsent).await;
                }
            }
        });
    }

    /// Keeps a decision safe, then sends it as soon as can be. Nobody waits for it.
    pub fn take(&self, unsent: Unsent) {
        self.store.forget_draft(unsent.task);
        let (courier, late) = (self.clone(), unsent.clone());
        later(move || courier.settle(&late, false), PATIENCE);
        let courier = self.clone();
        spawn_local(async move {
            let on_disk = courier.store.keep(&unsent).await;
            courier.settle(&unsent, on_disk);
        });
    }

    /// Lets a decision go that is on the disk, or after this long is not.
    fn settle(&self, unsent: &Unsent, on_disk: bool) {
        if on_disk || self.safety(unsent) == Some(Safety::Pending) {
            let kept = on_disk || self.store.keep_simply(unsent);
            self.queue.update(|queue| queue.settle(unsent.id(), kept));
            self.work();
        }
    }

    fn safety(&self, unsent: &Unsent) -> Option<Safety> {
        self.queue.with_untracked(|queue| queue.safety(unsent.id()))
    }

    /// Fetches what was decided before the `known` tasks.
    pub fn recall(&self, known: Vec<AssignmentId>) {
        let courier = self.clone();
        spawn_local(async move {
            let answer = judging::earlier(courier.project, courier.rater, known).await;
            courier.queue.update(|queue| queue.recalled(answer, JudgmentId(new_id()), now_ms()));
        });
    }

    /// Keeps what is drafted for the task in front, so that it outlives a reload.
    pub fn keep_draft(&self) {
        self.queue.with_untracked(|queue| {
            if let Some(kept) = queue.draft_to_keep() {
                self.store.keep_draft(kept);
            }
        });
    }

    /// Tries again at once what was put off.
    pub fn hurry(&self) {
        self.queue.update_untracked(Queue::hurry);
        self.work();
    }

    /// Fetches no more tasks, and stops when all is sent.
    pub fn retire(&self) {
        self.queue.update_untracked(Queue::retire);
    }

    /// Sends and asks for what is due, and sets the alarm for the rest.
    fn work(&self) {
        let now = now_ms();
        let next = self.queue.try_update_untracked(|queue| {
            let unsent = queue.next_to_send(now)?;
            let have = queue.next_to_ask_with(&unsent, now);
            Some((unsent, have))
        });
        if let Some((unsent, have)) = next.flatten() {
            let courier = self.clone();
            spawn_local(async move { courier.send(unsent, have).await });
        }
        let have = self.queue.try_update_untracked(|queue| queue.next_to_ask(now)).flatten();
        if let Some(have) = have {
            let courier = self.clone();
            spawn_local(async move { courier.fetch(have).await });
        }
        self.set_alarm(now);
    }

    /// Sends a decision, and with it the question for another task, if `have` is there.
    async fn send(&self, unsent: Unsent, have: Option<Vec<AssignmentId>>) {
        let (id, asked) = (unsent.id(), have.is_some());
        let (answer, next) = match self.deliver(unsent, have).await {
            Ok(next) => (Ok(()), next),
            Err(error) => (Err(error), None),
        };
        let fate = self.queue.try_update(|queue| {
            let fate = queue.sent(id, answer, now_ms());
            match next {
                Some(next) => self.arrive(queue, Ok(next)),
                None if asked => queue.unanswered(),
                None => {}
            }
            fate
        });
        self.work();
        if matches!(fate, Some(Fate::Saved | Fate::Refused(_))) {
            self.store.forget(id).await;
        }
    }

    async fn fetch(&self, have: Vec<AssignmentId>) {
        let answer = judging::claim(self.project, self.rater, have).await;
        self.queue.update(|queue| self.arrive(queue, answer));
        self.work();
    }

    fn arrive(&self, queue: &mut Queue, answer: rpc::Result<NextTask>) {
        let was_empty = !matches!(queue.scene(), Scene::Task(_));
        queue.arrived(answer, JudgmentId(new_id()), SkipId(new_id()), now_ms());
        if was_empty {
            self.redraft(queue);
        }
    }

    /// Takes up the draft that is kept, if it is for the task in front. One for a task that is
    /// not in hand any more is forgotten.
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
        let courier = self.clone();
        // A little later than due, never a hair too early.
        let pause = Duration::from_secs_f64((wait + 5.0) / 1_000.0);
        if let Some(handle) = later(move || courier.work(), pause) {
            self.alarm.set_value(Some(handle));
        }
    }
}
