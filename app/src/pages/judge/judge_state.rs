//! The state that all parts of the page share, and the actions on it.

use std::sync::Arc;

use domain::answers::{Mark, Span};
use domain::id::JudgmentId;
use domain::judgment::SkipReason;
use domain::keys::Keys;
use domain::protocol::Step;
use leptos::prelude::*;

use crate::components::choice::Choice;
use crate::pages::judge::browser::{
    focus, go_to_top, hidden, make_scrollers_reachable, new_id, next_frame, now_ms, watch,
};
use crate::pages::judge::state::queue::{MissingAnswer, Queue};
use crate::pages::judge::state::screen::{Connection, Screen, Shown};
use crate::pages::judge::sync::worker::SyncWorker;
use crate::pages::judge::view::columns;
use crate::pages::judge::view::marks;
use crate::pages::judge::view::saved_view::SavedView;
use crate::pages::judge::view::view_options::ViewOptions;
use crate::rpc::judging::Opening;

/// The heading that gets the focus when the screen changes.
pub const HEADING: &str = "question";

/// The field for the rationale.
pub const RATIONALE: &str = "rationale";

/// The field for a better response.
pub const REWRITE: &str = "rewrite";

/// State and actions of the page, passed to each of its parts.
#[derive(Debug, Clone, Copy)]
pub struct JudgeState {
    pub queue: RwSignal<Queue>,
    /// What the page shows.
    pub screen: Memo<Screen>,
    /// Whether an earlier judgment is corrected.
    pub correcting: Memo<bool>,
    /// Whether an earlier skip is undone, which is a kind of correction.
    pub taking_back: Memo<bool>,
    /// How the responses are shown.
    pub view_options: ViewOptions,
    /// View options that the browser remembers.
    pub saved_view: SavedView,
    /// The letters of the rater's shortcuts.
    pub keys: Keys,
    /// Whether the page is interactive. Until then its forms work without scripts.
    pub hydrated: RwSignal<bool>,
    /// What the draft missed at the last attempt to submit it, and its judgment.
    missing_answer: RwSignal<Option<(JudgmentId, MissingAnswer)>>,
    worker: StoredValue<Option<SyncWorker>>,
}

impl JudgeState {
    /// The state of a page that the server rendered.
    pub fn new(opening: &Opening) -> Self {
        let mut first = Queue::open(opening.next.clone(), opening.judgment, opening.skip);
        if opening.has_decided {
            first.expect_earlier();
        }
        let shared = ArcRwSignal::new(first);
        let worker = SyncWorker::new(opening.rater, opening.project, shared.clone());
        Self::around(RwSignal::from(shared), opening.keys, Some(worker))
    }

    /// A state without storage and server.
    pub fn of(queue: Queue) -> Self {
        Self::around(RwSignal::new(queue), Keys::default(), None)
    }

    fn around(queue: RwSignal<Queue>, keys: Keys, worker: Option<SyncWorker>) -> Self {
        let view_options = ViewOptions::default();
        Self {
            queue,
            screen: Memo::new(move |_| queue.with(Queue::screen)),
            correcting: Memo::new(move |_| queue.with(Queue::is_correcting)),
            taking_back: Memo::new(move |_| queue.with(Queue::takes_back)),
            view_options,
            saved_view: SavedView::new(view_options),
            keys,
            hydrated: RwSignal::new(false),
            missing_answer: RwSignal::new(None),
            worker: StoredValue::new(worker),
        }
    }

    /// Starts in the browser. Does nothing on the server.
    pub fn start(self) {
        watch(move || {
            self.queue.update_untracked(|queue| {
                if !hidden() {
                    queue.look(now_ms());
                }
            });
            // The page may be closed before it is ready.
            self.send(|worker| worker.begin(move || _ = self.hydrated.try_set(true)));
        });
        let mut before = None;
        watch(move || {
            let screen = self.screen.get();
            if before.replace(screen.clone()).is_some_and(|before| before != screen) {
                go_to_top(HEADING);
            }
            self.view_options.raw.track();
            self.view_options.columns.track();
            make_scrollers_reachable();
        });
        self.saved_view.follow();
        self.view_options.follow(self.screen);
        self.view_options.lay_out();
        watch(move || columns::listen(self.view_options));
        let visibility = window_event_listener_untyped("visibilitychange", move |_| {
            self.queue.update_untracked(|queue| match hidden() {
                true => queue.look_away(now_ms()),
                false => queue.look(now_ms()),
            });
        });
        let online = window_event_listener_untyped("online", move |_| self.hurry());
        // The rater may come back from signing in elsewhere.
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
            let _ = self.worker.try_with_value(|worker| worker.as_ref().map(SyncWorker::retire));
        });
    }

    /// The current task, if there is one.
    pub fn front(self) -> Option<Arc<Shown>> {
        match self.screen.get() {
            Screen::Task(shown) => Some(shown),
            Screen::Loading | Screen::Nothing(_) | Screen::Trouble(_) => None,
        }
    }

    /// Chooses a verdict and goes to the step after it.
    pub fn choose(self, choice: Choice) {
        self.change(|queue| {
            queue.choose(choice);
            queue.go_to(Step::Verdict);
            queue.go(false);
        });
    }

    /// Picks option `n` of a step. With `goes_on`, goes to the next step if one pick completes this
    /// one. Raters who walk through options by keyboard are not done after each.
    pub fn pick(self, step: Step, n: usize, goes_on: bool) {
        self.change(|queue| {
            queue.pick(step, n);
            queue.go_to(step);
            if goes_on && queue.goes_on_after(step) {
                queue.go(false);
            }
        });
        if step == Step::Rewrite {
            // The picked text is edited next.
            next_frame(|| focus(REWRITE));
        }
    }

    /// Changes the draft and saves it.
    pub fn change(self, change: impl FnOnce(&mut Queue)) {
        self.queue.update(change);
        self.missing_answer.set(None);
        self.send(SyncWorker::keep_draft);
    }

    /// Reopens the previous decision, from the server if the page does not have it.
    pub fn reopen(self) {
        let known = self.queue.try_update(|queue| queue.reopen(JudgmentId(new_id()), now_ms()));
        if let Some(known) = known.flatten() {
            self.send(|worker| worker.recall(known));
        }
    }

    /// Cancels a correction.
    pub fn cancel(self) {
        self.queue.update(|queue| queue.cancel(now_ms()));
    }

    /// Sets the rationale.
    pub fn explain(self, rationale: String) {
        self.change(|queue| queue.explain(rationale));
    }

    /// Submits the draft. An empty draft does nothing. If the rationale is missing, it gets the
    /// focus.
    pub fn judge(self) {
        match self.queue.try_update(|queue| queue.judge(now_ms())) {
            Some(Ok(Some(unsent))) => self.send(|worker| worker.take(unsent)),
            Some(Err(missing_answer)) => {
                let front = self.queue.with_untracked(Queue::judgment);
                self.missing_answer.set(front.map(|front| (front, missing_answer)));
                if matches!(missing_answer, MissingAnswer::Words { .. }) {
                    focus(RATIONALE);
                }
            }
            Some(Ok(None)) | None => {}
        }
    }

    /// What the current draft missed at the last attempt to submit it.
    pub fn missing_answer(self) -> Option<MissingAnswer> {
        let (judgment, missing_answer) = self.missing_answer.get()?;
        (self.queue.with(Queue::judgment) == Some(judgment)).then_some(missing_answer)
    }

    /// Marks the selected passage, if there is one.
    pub fn mark(self, mark: Mark) {
        let texts = self.front().map(|front| front.task.responses.clone()).unwrap_or_default();
        if let Some((response, start, end)) = marks::selected(&texts) {
            let span = Span { response, start, end, mark, comment: None };
            self.change(|queue| queue.mark(span));
            // A selection would hide the mark.
            marks::deselect();
        }
    }

    /// Skips the current task. Fails if the comment is invalid.
    pub fn skip(self, reason: SkipReason, comment: &str) -> domain::Result<()> {
        let skipped = self.queue.try_update(|queue| queue.skip(reason, comment, now_ms()));
        if let Some(unsent) = skipped.transpose()?.flatten() {
            self.send(|worker| worker.take(unsent));
        }
        Ok(())
    }

    /// Retries now whatever waits for a retry.
    pub fn hurry(self) {
        self.send(SyncWorker::hurry);
    }

    fn send(self, act: impl FnOnce(&SyncWorker)) {
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                act(worker);
            }
        });
    }
}
