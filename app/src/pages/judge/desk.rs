//! What the parts of the page share: the work in hand, and what can be done about it.

use std::sync::Arc;

use domain::answers::{Mark, Span};
use domain::id::JudgmentId;
use domain::judgment::SkipReason;
use domain::keys::Keys;
use domain::protocol::Step;
use leptos::prelude::*;

use super::browser::{
    focus, go_to_top, hidden, make_scrollers_reachable, new_id, next_frame, now_ms, watch,
};
use super::columns;
use super::courier::Courier;
use super::habits::Habits;
use super::marks;
use super::queue::{Connection, Lack, Queue, Scene, Shown};
use super::reading::Reading;
use crate::components::choice::Choice;
use crate::rpc::judging::Opening;

/// The heading that the focus goes to when the scene changes.
pub const HEADING: &str = "question";

/// The field for why.
pub const WHY: &str = "rationale";

/// The field for a better response.
pub const REWRITE: &str = "rewrite";

/// The rater's desk, to be handed to every part of the page.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    pub queue: RwSignal<Queue>,
    /// What the page shows.
    pub scene: Memo<Scene>,
    /// Whether an earlier judgment is corrected.
    pub correcting: Memo<bool>,
    /// Whether an earlier skip is taken back, which is a kind of correcting.
    pub taking_back: Memo<bool>,
    /// How the responses are read.
    pub reading: Reading,
    /// How the rater likes to work.
    pub habits: Habits,
    /// The letters of the rater's commands.
    pub keys: Keys,
    /// Whether the page has come alive; until then its forms are plain.
    pub alive: RwSignal<bool>,
    /// What the draft lacked when it was last sent off, and the judgment that it was for.
    lack: RwSignal<Option<(JudgmentId, Lack)>>,
    courier: StoredValue<Option<Courier>>,
}

impl Desk {
    /// The desk as the server has laid it out.
    pub fn new(opening: &Opening) -> Self {
        let mut first = Queue::open(opening.next.clone(), opening.judgment, opening.skip);
        if opening.has_decided {
            first.expect_earlier();
        }
        let shared = ArcRwSignal::new(first);
        let courier = Courier::new(opening.rater, opening.project, shared.clone());
        Self::around(RwSignal::from(shared), opening.keys, Some(courier))
    }

    /// A desk from which nothing is sent, nor kept.
    pub fn of(queue: Queue) -> Self {
        Self::around(RwSignal::new(queue), Keys::default(), None)
    }

    fn around(queue: RwSignal<Queue>, keys: Keys, courier: Option<Courier>) -> Self {
        let reading = Reading::new();
        Self {
            queue,
            scene: Memo::new(move |_| queue.with(Queue::scene)),
            correcting: Memo::new(move |_| queue.with(Queue::is_correcting)),
            taking_back: Memo::new(move |_| queue.with(Queue::takes_back)),
            reading,
            habits: Habits::new(reading),
            keys,
            alive: RwSignal::new(false),
            lack: RwSignal::new(None),
            courier: StoredValue::new(courier),
        }
    }

    /// Begins to work, in the browser only.
    pub fn come_alive(self) {
        watch(move || {
            self.queue.update_untracked(|queue| {
                if !hidden() {
                    queue.look(now_ms());
                }
            });
            // The page may be left before it is ready.
            self.send(|courier| courier.begin(move || _ = self.alive.try_set(true)));
        });
        let mut before = None;
        watch(move || {
            let scene = self.scene.get();
            if before.replace(scene.clone()).is_some_and(|before| before != scene) {
                go_to_top(HEADING);
            }
            self.reading.raw.track();
            self.reading.columns.track();
            make_scrollers_reachable();
        });
        self.habits.follow();
        self.reading.follow(self.scene);
        self.reading.lay_out();
        watch(move || columns::listen(self.reading));
        let visibility = window_event_listener_untyped("visibilitychange", move |_| {
            self.queue.update_untracked(|queue| match hidden() {
                true => queue.look_away(now_ms()),
                false => queue.look(now_ms()),
            });
        });
        let online = window_event_listener_untyped("online", move |_| self.hurry());
        // Somebody who has signed in elsewhere comes back.
        let focus = window_event_listener_untyped("focus", move |_| {
            if self.queue.with_untracked(Queue::connection) != Connection::Fine {
                self.hurry();
            }
        });
        let leaving = window_event_listener_untyped("beforeunload", move |event| {
            if self.queue.with_untracked(Queue::unsent) > 0 {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            for listener in [visibility, online, focus, leaving] {
                listener.remove();
            }
            let _ = self.courier.try_with_value(|courier| courier.as_ref().map(Courier::retire));
        });
    }

    /// The task in front; none where there is nothing to judge.
    pub fn front(self) -> Option<Arc<Shown>> {
        match self.scene.get() {
            Scene::Task(shown) => Some(shown),
            Scene::Loading | Scene::Nothing(_) | Scene::Trouble(_) => None,
        }
    }

    /// Drafts a verdict and goes on to what it calls for.
    pub fn choose(self, choice: Choice) {
        self.change(|queue| {
            queue.choose(choice);
            queue.go_to(Step::Verdict);
            queue.go(false);
        });
    }

    /// Picks the `n`th of what a step offers, and goes on to the next step where one pick is all
    /// and `goes_on` says so: who walks through a list by keyboard is not done with it.
    pub fn pick(self, step: Step, n: usize, goes_on: bool) {
        self.change(|queue| {
            queue.pick(step, n);
            queue.go_to(step);
            if goes_on && queue.goes_on_after(step) {
                queue.go(false);
            }
        });
        if step == Step::Rewrite {
            // What is picked there is written on.
            next_frame(|| focus(REWRITE));
        }
    }

    /// Changes what is drafted, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Queue)) {
        self.queue.update(change);
        self.lack.set(None);
        self.send(Courier::keep_draft);
    }

    /// Brings the last task back, to be decided otherwise, from the server if it is not here.
    pub fn reopen(self) {
        let known = self.queue.try_update(|queue| queue.reopen(JudgmentId(new_id()), now_ms()));
        if let Some(known) = known.flatten() {
            self.send(|courier| courier.recall(known));
        }
    }

    /// Leaves a correction.
    pub fn cancel(self) {
        self.queue.update(|queue| queue.cancel(now_ms()));
    }

    /// Drafts why.
    pub fn explain(self, rationale: String) {
        self.change(|queue| queue.explain(rationale));
    }

    /// Sends the drafted verdict; nothing happens without one. Where it has to say why, and does
    /// not, that is where the focus goes.
    pub fn judge(self) {
        match self.queue.try_update(|queue| queue.judge(now_ms())) {
            Some(Ok(Some(unsent))) => self.send(|courier| courier.take(unsent)),
            Some(Err(lack)) => {
                let front = self.queue.with_untracked(Queue::judgment);
                self.lack.set(front.map(|front| (front, lack)));
                if matches!(lack, Lack::Words { .. }) {
                    focus(WHY);
                }
            }
            Some(Ok(None)) | None => {}
        }
    }

    /// What the draft in front lacked when it was last sent off. Another task knows nothing of it.
    pub fn lack(self) -> Option<Lack> {
        let (judgment, lack) = self.lack.get()?;
        (self.queue.with(Queue::judgment) == Some(judgment)).then_some(lack)
    }

    /// Marks the passage that is selected, if there is one.
    pub fn mark(self, mark: Mark) {
        let texts = self.front().map(|front| front.task.responses.clone()).unwrap_or_default();
        if let Some((response, start, end)) = marks::selected(&texts) {
            let span = Span { response, start, end, mark, comment: None };
            self.change(|queue| queue.mark(span));
            // What is marked shows its mark.
            marks::deselect();
        }
    }

    /// Skips the task in front; says what is wrong with the comment.
    pub fn skip(self, reason: SkipReason, comment: &str) -> domain::Result<()> {
        let skipped = self.queue.try_update(|queue| queue.skip(reason, comment, now_ms()));
        if let Some(unsent) = skipped.transpose()?.flatten() {
            self.send(|courier| courier.take(unsent));
        }
        Ok(())
    }

    /// Tries again at once what was put off.
    pub fn hurry(self) {
        self.send(Courier::hurry);
    }

    fn send(self, act: impl FnOnce(&Courier)) {
        self.courier.with_value(|courier| {
            if let Some(courier) = courier {
                act(courier);
            }
        });
    }
}
