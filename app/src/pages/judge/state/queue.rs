//! The current task, the tasks fetched ahead, and what is being sent.
//!
//! Uses neither browser nor network, so that every case can be tested.

use std::collections::VecDeque;
use std::sync::Arc;

use domain::id::{AssignmentId, JudgmentId, SkipId};
use domain::judgment::{NewJudgment, NewSkip, SkipReason};
use domain::protocol::Step;
use domain::task::NextTask;
use uuid::Uuid;

use crate::components::choice::Choice;
use crate::language::judge as t;
use crate::pages::judge::state::call_failure::CallFailure;
use crate::pages::judge::state::draft::Draft;
use crate::pages::judge::state::history::{Before, DecisionId, Past, Suspended};
use crate::pages::judge::state::outbox::{Decision, Outbox, Persistence, SendOutcome, Unsent};
use crate::pages::judge::state::retry::Retry;
use crate::pages::judge::state::screen::{Connection, Shown};
use crate::pages::judge::state::stopwatch::Stopwatch;
use crate::rpc::{self, Error};

mod correction;
mod draft_edits;
mod status;
#[cfg(test)]
mod tests;

/// How many tasks are fetched ahead.
const AHEAD: usize = 2;

/// The most tasks in the page: the current one, one suspended by a correction, and those ahead.
pub const MAX_TASKS: usize = AHEAD + 2;

/// The pause before asking again when there was no task, in milliseconds.
const LOOK_AGAIN_MS: f64 = 30_000.0;

/// Why a draft cannot be submitted yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingAnswer {
    /// This step has no answer.
    Answer(Step),
    /// The rewrite equals one of the responses.
    Change,
    /// The rationale has `length` characters and needs `least`.
    Words { length: usize, least: usize },
}

/// The tasks of one rater in the page. Times are milliseconds of the page's monotonic clock.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Queue {
    front: Option<Arc<Shown>>,
    draft: Draft,
    past: VecDeque<Past>,
    before: Before,
    missed: Option<Error>,
    /// The suspended task, while a decision is corrected.
    suspended: Option<Suspended>,
    ahead: VecDeque<Arc<Shown>>,
    nothing: Option<NextTask>,
    trouble: Option<Error>,
    asking: bool,
    retired: bool,
    ask: Retry,
    outbox: Outbox,
    stopwatch: Stopwatch,
    connection: Connection,
    decided: usize,
    spoken: bool,
    refusals: Vec<String>,
    announcement: &'static str,
}

impl Queue {
    /// A queue with the first task that the server sent.
    pub fn open(next: NextTask, judgment: JudgmentId, skip: SkipId) -> Self {
        let mut queue = Self::default();
        match next {
            NextTask::Task(task) => {
                queue.front = Some(Arc::new(Shown { task: *task, judgment, skip }));
            }
            reason => queue.nothing = Some(reason),
        }
        queue
    }

    /// Starts the stopwatch of the current task.
    pub fn look(&mut self, now_ms: f64) {
        self.stopwatch.run(now_ms);
    }

    /// Pauses the stopwatch while the tab is hidden.
    pub fn look_away(&mut self, now_ms: f64) {
        self.stopwatch.rest(now_ms);
    }

    /// Restarts the stopwatch of the current task.
    pub fn look_first(&mut self, now_ms: f64) {
        self.stopwatch.restart(0.0, now_ms);
    }

    /// Adds decisions that an earlier visit could not send. Their tasks are not shown again.
    pub fn restore(&mut self, unsent: Vec<Unsent>, now_ms: f64) {
        self.outbox.restore(unsent);
        let decided: Vec<AssignmentId> = self.outbox.tasks().collect();
        self.ahead.retain(|shown| !decided.contains(&shown.task.assignment_id));
        if self.front.as_ref().is_some_and(|front| decided.contains(&front.task.assignment_id)) {
            self.advance(now_ms);
        }
    }

    /// Submits the draft and goes to the next task, or back from a correction. Returns none for an
    /// empty draft, so that a second Enter submits nothing. If an answer is missing, goes to its
    /// step.
    pub fn judge(&mut self, now_ms: f64) -> Result<Option<Unsent>, MissingAnswer> {
        let Some(shown) = self.front.clone().filter(|_| !self.is_undecided()) else {
            return Ok(None);
        };
        if let Some(missing_answer) = self.missing_answer() {
            match missing_answer {
                MissingAnswer::Answer(open) => self.go_to(open),
                MissingAnswer::Change => self.go_to(Step::Rewrite),
                MissingAnswer::Words { .. } => {}
            }
            return Err(missing_answer);
        }
        let rationale = Some(self.draft.rationale.trim()).filter(|text| !text.is_empty());
        let active_ms = self.stopwatch.elapsed_ms(now_ms);
        let revises = self.suspended.as_ref().and_then(|suspended| match suspended.changes {
            DecisionId::Judged(judgment) => Some(judgment),
            DecisionId::Skipped(_) => None,
        });
        let judgment = NewJudgment {
            id: shown.judgment,
            verdict: self.draft.choice.map(Choice::verdict),
            grade: self.draft.choice.and_then(Choice::grade),
            answers: self.draft_to_send(),
            rationale: rationale.map(str::to_owned),
            active_ms: Some(whole(active_ms)),
            protocol_version: Some(shown.task.protocol_version),
            revises,
        };
        let task = shown.task.assignment_id;
        let stands = DecisionId::Judged(shown.judgment);
        self.remember(Past { shown, draft: self.draft.clone(), stands, active_ms });
        Ok(Some(self.decide(task, Decision::Judgment(Box::new(judgment)), now_ms)))
    }

    /// Skips the current task and goes to the next. Returns none without a current task.
    pub fn skip(
        &mut self,
        reason: SkipReason,
        comment: &str,
        now_ms: f64,
    ) -> domain::Result<Option<Unsent>> {
        let Some(front) = self.front.clone().filter(|_| self.suspended.is_none()) else {
            return Ok(None);
        };
        let comment = Some(comment.trim()).filter(|comment| !comment.is_empty());
        let skip = NewSkip { id: front.skip, reason, comment: comment.map(str::to_owned) };
        skip.check()?;
        let (task, stands) = (front.task.assignment_id, DecisionId::Skipped(front.skip));
        let active_ms = self.stopwatch.elapsed_ms(now_ms);
        self.remember(Past { shown: front, draft: self.draft.clone(), stands, active_ms });
        Ok(Some(self.decide(task, Decision::Skip(skip), now_ms)))
    }

    /// Whether a decision is stored. None once the server has answered it.
    pub fn persistence(&self, id: Uuid) -> Option<Persistence> {
        self.outbox.persistence(id)
    }

    /// Records whether a decision is stored. After that it may be sent.
    pub fn settle(&mut self, id: Uuid, kept: bool) {
        self.outbox.settle(id, kept);
    }

    /// The decision to send now.
    pub fn next_to_send(&mut self, now_ms: f64) -> Option<Unsent> {
        self.outbox.next(now_ms)
    }

    /// Handles the server's answer to a decision.
    pub fn sent(&mut self, id: Uuid, answer: rpc::Result<()>, now_ms: f64) -> SendOutcome {
        let outcome = self.outbox.answered(id, answer, now_ms);
        match &outcome {
            SendOutcome::Saved => {
                self.reached(Connection::Fine);
                if self.outbox.is_empty() {
                    self.announcement = t::announce_saved();
                }
            }
            SendOutcome::Queued(call_failure) => self.set_back(*call_failure),
            SendOutcome::Refused(reason) => {
                self.reached(Connection::Fine);
                self.forget(id);
                self.refusals.push(reason.clone());
                self.ask.hurry();
            }
        }
        outcome
    }

    /// The tasks to report when asking the server for another one. None if it should not be asked
    /// now.
    pub fn next_to_ask(&mut self, now_ms: f64) -> Option<Vec<AssignmentId>> {
        if !self.wants_more() || self.ask.wait_ms(now_ms) > 0.0 {
            return None;
        }
        self.asking = true;
        let in_hand = self.in_hand().map(|shown| shown.task.assignment_id);
        Some(in_hand.chain(self.outbox.tasks()).collect())
    }

    /// The same for a request that also carries a decision. A decision that failed before is sent
    /// alone, so that no other task can be the cause.
    pub fn next_to_ask_with(&mut self, unsent: &Unsent, now_ms: f64) -> Option<Vec<AssignmentId>> {
        let takes_questions = matches!(unsent.decision, Decision::Judgment(_));
        (takes_questions && !self.outbox.was_in_vain()).then(|| self.next_to_ask(now_ms)).flatten()
    }

    /// Records that a request for a task got no answer because its decision failed.
    pub fn unanswered(&mut self) {
        self.asking = false;
    }

    /// Handles the server's answer to a request for a task.
    pub fn arrived(
        &mut self,
        answer: rpc::Result<NextTask>,
        judgment: JudgmentId,
        skip: SkipId,
        now_ms: f64,
    ) {
        self.asking = false;
        match answer {
            Ok(NextTask::Task(task)) => {
                self.ask.succeed();
                self.trouble = None;
                self.nothing = None;
                self.reached(Connection::Fine);
                self.take(Shown { task: *task, judgment, skip }, now_ms);
            }
            Ok(reason) => {
                self.ask.succeed();
                self.ask.postpone(now_ms, LOOK_AGAIN_MS);
                self.trouble = None;
                self.nothing = Some(reason);
                self.reached(Connection::Fine);
            }
            Err(error) => {
                let call_failure = CallFailure::of(&error);
                call_failure.put_off(&mut self.ask, now_ms);
                self.set_back(call_failure);
                self.trouble = Some(error);
            }
        }
    }

    /// Milliseconds until something can be sent or requested. None if that needs another event.
    pub fn wait_ms(&self, now_ms: f64) -> Option<f64> {
        let ask = self.wants_more().then(|| self.ask.wait_ms(now_ms).max(0.0));
        let send = self.outbox.wait_ms(now_ms);
        ask.into_iter().chain(send).reduce(f64::min)
    }

    /// Retries now, because the network is back or the rater asks for it.
    pub fn hurry(&mut self) {
        self.ask.hurry();
        self.outbox.retry.hurry();
    }

    /// Requests no more tasks, because the page is being closed.
    pub fn retire(&mut self) {
        self.retired = true;
    }

    /// Removes the refusals that the rater has read.
    pub fn dismiss_refusals(&mut self) {
        self.refusals.clear();
    }

    /// All tasks in the page, the current one first.
    pub fn in_hand(&self) -> impl Iterator<Item = &Arc<Shown>> + Clone {
        let suspended = self.suspended.iter().filter_map(|suspended| suspended.front.as_ref());
        self.front.iter().chain(suspended).chain(&self.ahead)
    }

    fn decide(&mut self, task: AssignmentId, decision: Decision, now_ms: f64) -> Unsent {
        let unsent = Unsent { task, decision };
        self.outbox.put(unsent.clone());
        self.spoken = true;
        if self.suspended.is_none() {
            self.decided += 1;
        }
        self.advance(now_ms);
        unsent
    }

    /// Goes to the next task, or back to the suspended one.
    fn advance(&mut self, now_ms: f64) {
        self.stop_waiting();
        let waiting = self.suspended.take().and_then(|suspended| {
            let Suspended { front, draft, active_ms, .. } = suspended;
            Some((front?, draft, active_ms))
        });
        let (front, draft, active_ms) = match waiting {
            Some((front, draft, active_ms)) => (Some(front), draft, active_ms),
            None => (self.ahead.pop_front(), Draft::default(), 0.0),
        };
        (self.front, self.draft) = (front, draft);
        if self.nothing.take().is_some() {
            self.ask.hurry();
        }
        self.stopwatch.restart(active_ms, now_ms);
        self.announcement = if self.front.is_some() { t::announce_next() } else { "" };
    }

    fn take(&mut self, shown: Shown, now_ms: f64) {
        let task = shown.task.assignment_id;
        let known = self.in_hand().any(|known| known.task.assignment_id == task);
        if known || self.outbox.tasks().any(|decided| decided == task) {
            self.ask.fail(now_ms);
            return;
        }
        self.ahead.push_back(Arc::new(shown));
        if self.front.is_none() {
            self.advance(now_ms);
        }
    }

    /// Whether the server should be asked for a task, now or later.
    fn wants_more(&self) -> bool {
        let enough = self.ahead.len() >= AHEAD;
        let all_handed_out = self.front.is_some() && self.nothing.is_some();
        // A decision that is about to be sent carries the request.
        let soon = self.outbox.is_pending();
        !self.asking && !self.retired && !enough && !all_handed_out && !soon
    }

    fn set_back(&mut self, call_failure: CallFailure) {
        match call_failure {
            CallFailure::SignedOut => self.reached(Connection::SignedOut),
            CallFailure::Unreachable => self.reached(Connection::Offline),
            CallFailure::Busy { .. } | CallFailure::Fault | CallFailure::Refused => {}
        }
    }

    fn reached(&mut self, connection: Connection) {
        if self.connection != Connection::Fine && connection == Connection::Fine {
            self.hurry();
        }
        self.connection = connection;
    }
}

/// Whole milliseconds.
#[expect(clippy::cast_possible_truncation, reason = "a tab is not open for 300,000 years")]
fn whole(ms: f64) -> i64 {
    ms as i64
}
