//! The rater's work in hand: the task in front, those fetched ahead, and what is being sent.
//! Knows no browser and no network, so that every case can be tried.

use std::collections::VecDeque;
use std::sync::Arc;

use domain::id::{AssignmentId, JudgmentId, SkipId};
use domain::judgment::{NewJudgment, NewSkip, SkipReason};
use domain::protocol::Step;
use domain::task::NextTask;
use uuid::Uuid;

use super::draft::Draft;
use super::outbox::{Decision, Fate, Outbox, Safety, Unsent};
use super::retry::Retry;
use super::setback::Setback;
use super::stopwatch::Stopwatch;
use crate::components::choice::Choice;
use crate::language::judge as say;
use crate::rpc::{self, Error};
use correction::{Aside, Before, Past, Stands};
pub use shown::{Connection, Scene, Shown};

mod correction;
mod drafting;
mod shown;
#[cfg(test)]
mod tests;

/// How many tasks are fetched ahead of the one in front.
const AHEAD: usize = 2;

/// How many tasks lie before the rater at most: the one in front, one that waits while a judgment
/// is corrected, and those ahead.
pub const IN_HAND: usize = AHEAD + 2;

/// The pause before the server is asked again that had nothing to hand out, in milliseconds.
const LOOK_AGAIN_MS: f64 = 30_000.0;

/// What a judgment lacks that cannot be sent yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// This step is open.
    Answer(Step),
    /// The rewrite is the text of a response.
    Change,
    /// The rationale has so many characters and needs so many.
    Words { length: usize, least: usize },
}

/// The rater's work in hand. Times are milliseconds of the page's monotonic clock.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Queue {
    front: Option<Arc<Shown>>,
    draft: Draft,
    past: VecDeque<Past>,
    before: Before,
    missed: Option<Error>,
    /// Something while a judgment is corrected.
    aside: Option<Aside>,
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
    /// The queue at the first answer of the server.
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

    /// Starts the clock of the task in front.
    pub fn look(&mut self, now_ms: f64) {
        self.stopwatch.run(now_ms);
    }

    /// Stops the clock while the tab is out of sight.
    pub fn look_away(&mut self, now_ms: f64) {
        self.stopwatch.rest(now_ms);
    }

    /// Counts the time of the task in front from now on: it was not looked at before.
    pub fn look_first(&mut self, now_ms: f64) {
        self.stopwatch.restart(0.0, now_ms);
    }

    /// Takes in decisions that an earlier visit could not send, and what was decided is not
    /// shown again.
    pub fn restore(&mut self, unsent: Vec<Unsent>, now_ms: f64) {
        self.outbox.restore(unsent);
        let decided: Vec<AssignmentId> = self.outbox.tasks().collect();
        self.ahead.retain(|shown| !decided.contains(&shown.task.assignment_id));
        if self.front.as_ref().is_some_and(|front| decided.contains(&front.task.assignment_id)) {
            self.advance(now_ms);
        }
    }

    /// Decides the task in front as drafted and goes on to the next, or back from a correction.
    /// None without a draft, so that a second Enter judges nothing; where something is left open it
    /// goes there.
    pub fn judge(&mut self, now_ms: f64) -> Result<Option<Unsent>, Lack> {
        let Some(shown) = self.front.clone().filter(|_| !self.is_undecided()) else {
            return Ok(None);
        };
        if let Some(lack) = self.lack() {
            match lack {
                Lack::Answer(open) => self.go_to(open),
                Lack::Change => self.go_to(Step::Rewrite),
                Lack::Words { .. } => {}
            }
            return Err(lack);
        }
        let rationale = Some(self.draft.rationale.trim()).filter(|text| !text.is_empty());
        let active_ms = self.stopwatch.elapsed_ms(now_ms);
        let revises = self.aside.as_ref().and_then(|aside| match aside.changes {
            Stands::Judged(judgment) => Some(judgment),
            Stands::Skipped(_) => None,
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
        let stands = Stands::Judged(shown.judgment);
        self.remember(Past { shown, draft: self.draft.clone(), stands, active_ms });
        Ok(Some(self.decide(task, Decision::Judgment(Box::new(judgment)), now_ms)))
    }

    /// Skips the task in front and goes on to the next. None without a task in front.
    pub fn skip(
        &mut self,
        reason: SkipReason,
        comment: &str,
        now_ms: f64,
    ) -> domain::Result<Option<Unsent>> {
        let Some(front) = self.front.clone().filter(|_| self.aside.is_none()) else {
            return Ok(None);
        };
        let comment = Some(comment.trim()).filter(|comment| !comment.is_empty());
        let skip = NewSkip { id: front.skip, reason, comment: comment.map(str::to_owned) };
        skip.check()?;
        let (task, stands) = (front.task.assignment_id, Stands::Skipped(front.skip));
        let active_ms = self.stopwatch.elapsed_ms(now_ms);
        self.remember(Past { shown: front, draft: self.draft.clone(), stands, active_ms });
        Ok(Some(self.decide(task, Decision::Skip(skip), now_ms)))
    }

    /// How safe a decision is; none once the server has answered it.
    pub fn safety(&self, id: Uuid) -> Option<Safety> {
        self.outbox.safety(id)
    }

    /// Notes whether a decision outlives the tab; from then on it may be sent.
    pub fn settle(&mut self, id: Uuid, kept: bool) {
        self.outbox.settle(id, kept);
    }

    /// The decision to send now.
    pub fn next_to_send(&mut self, now_ms: f64) -> Option<Unsent> {
        self.outbox.next(now_ms)
    }

    /// Notes the server's answer to a decision.
    pub fn sent(&mut self, id: Uuid, answer: rpc::Result<()>, now_ms: f64) -> Fate {
        let fate = self.outbox.answered(id, answer, now_ms);
        match &fate {
            Fate::Saved => {
                self.reached(Connection::Fine);
                if self.outbox.is_empty() {
                    self.announcement = say::announce_saved();
                }
            }
            Fate::Kept(setback) => self.set_back(*setback),
            Fate::Refused(reason) => {
                self.reached(Connection::Fine);
                self.forget(id);
                self.refusals.push(reason.clone());
                self.ask.hurry();
            }
        }
        fate
    }

    /// The tasks to name when the server is asked for another one now; none if it is not.
    pub fn next_to_ask(&mut self, now_ms: f64) -> Option<Vec<AssignmentId>> {
        if !self.wants_more() || self.ask.wait_ms(now_ms) > 0.0 {
            return None;
        }
        self.asking = true;
        let in_hand = self.in_hand().map(|shown| shown.task.assignment_id);
        Some(in_hand.chain(self.outbox.tasks()).collect())
    }

    /// The same for a question that travels with a decision. What was sent in vain before goes
    /// alone, so that nothing about another task can stand in its way.
    pub fn next_to_ask_with(&mut self, unsent: &Unsent, now_ms: f64) -> Option<Vec<AssignmentId>> {
        let takes_questions = matches!(unsent.decision, Decision::Judgment(_));
        (takes_questions && !self.outbox.was_in_vain()).then(|| self.next_to_ask(now_ms)).flatten()
    }

    /// Notes that a question that travelled with a decision was not answered.
    pub fn unanswered(&mut self) {
        self.asking = false;
    }

    /// Notes the server's answer to the question for another task.
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
                let setback = Setback::of(&error);
                setback.put_off(&mut self.ask, now_ms);
                self.set_back(setback);
                self.trouble = Some(error);
            }
        }
    }

    /// How long until there is something to send or to ask; none if that takes an event.
    pub fn wait_ms(&self, now_ms: f64) -> Option<f64> {
        let ask = self.wants_more().then(|| self.ask.wait_ms(now_ms).max(0.0));
        let send = self.outbox.wait_ms(now_ms);
        ask.into_iter().chain(send).reduce(f64::min)
    }

    /// Tries again at once: the network is back, or the rater asks.
    pub fn hurry(&mut self) {
        self.ask.hurry();
        self.outbox.retry.hurry();
    }

    /// Asks for no more tasks: the page is left.
    pub fn retire(&mut self) {
        self.retired = true;
    }

    /// Puts the reasons away that the rater has read.
    pub fn dismiss_refusals(&mut self) {
        self.refusals.clear();
    }

    /// The tasks that lie before the rater, seen or not, the one in front first.
    pub fn in_hand(&self) -> impl Iterator<Item = &Arc<Shown>> + Clone {
        let aside = self.aside.iter().filter_map(|aside| aside.front.as_ref());
        self.front.iter().chain(aside).chain(&self.ahead)
    }

    fn decide(&mut self, task: AssignmentId, decision: Decision, now_ms: f64) -> Unsent {
        let unsent = Unsent { task, decision };
        self.outbox.put(unsent.clone());
        self.spoken = true;
        if self.aside.is_none() {
            self.decided += 1;
        }
        self.advance(now_ms);
        unsent
    }

    /// Goes on to the next task, or back to the one that waits.
    fn advance(&mut self, now_ms: f64) {
        self.stop_waiting();
        let waiting = self.aside.take().and_then(|aside| {
            let Aside { front, draft, active_ms, .. } = aside;
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
        self.announcement = if self.front.is_some() { say::announce_next() } else { "" };
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

    /// Whether the server is to be asked for a task, now or later.
    fn wants_more(&self) -> bool {
        let enough = self.ahead.len() >= AHEAD;
        let all_handed_out = self.front.is_some() && self.nothing.is_some();
        // A decision that is about to be sent takes the question along.
        let soon = self.outbox.is_pending();
        !self.asking && !self.retired && !enough && !all_handed_out && !soon
    }

    fn set_back(&mut self, setback: Setback) {
        match setback {
            Setback::SignedOut => self.reached(Connection::SignedOut),
            Setback::Unreachable => self.reached(Connection::Offline),
            Setback::Busy { .. } | Setback::Fault | Setback::Refused => {}
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
