//! Going back to what was decided before, and deciding otherwise. What was decided last in this
//! sitting is here; the server has the rest.

use std::sync::Arc;

use domain::id::{AssignmentId, JudgmentId, SkipId};
use domain::judgment::{Decided, Earlier};
use domain::task::TaskToJudge;
use uuid::Uuid;

use super::{Draft, Queue, Shown};
use crate::language::judge as say;
use crate::rpc::{self, Error};

/// How many decisions are kept here, so that they are reopened at once and without a network.
const REMEMBERED: usize = 20;

/// A task that was decided, with the answer or what there was of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    pub shown: Arc<Shown>,
    pub draft: Draft,
    /// The decision that stands.
    pub stands: Stands,
    pub active_ms: f64,
}

impl Past {
    /// What the server has kept.
    fn of(task: TaskToJudge, decision: &Decided) -> Self {
        let (stands, draft, active_ms) = match decision {
            Decided::Judgment(judgment) => {
                let active_ms = judgment.active_ms.unwrap_or(0) as f64;
                (Stands::Judged(judgment.id), Draft::of(judgment, &task), active_ms)
            }
            Decided::Skip(skip) => (Stands::Skipped(skip.id), Draft::default(), 0.0),
        };
        // What is decided anew has an id of its own.
        let (judgment, skip) = (JudgmentId(stands.id()), SkipId(stands.id()));
        Self { shown: Arc::new(Shown { task, judgment, skip }), draft, stands, active_ms }
    }
}

/// A decision that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Judged(JudgmentId),
    Skipped(SkipId),
}

impl Stands {
    /// The decision's id.
    pub fn id(self) -> Uuid {
        match self {
            Self::Judged(judgment) => judgment.0,
            Self::Skipped(skip) => skip.0,
        }
    }
}

/// What the server has of decisions before those that are here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Before {
    #[default]
    Nothing,
    Something,
    /// It was asked for the next of them; whoever has gone on meanwhile does not want it any more.
    Asked {
        wanted: bool,
    },
}

/// What waits while a decision is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Aside {
    /// The decision that is changed.
    pub changes: Stands,
    pub front: Option<Arc<Shown>>,
    pub draft: Draft,
    pub active_ms: f64,
}

impl Queue {
    /// Whether the task in front was judged before, and that judgment is corrected.
    pub fn is_correcting(&self) -> bool {
        self.aside.is_some()
    }

    /// Whether the task in front was skipped, and that is taken back.
    pub fn takes_back(&self) -> bool {
        matches!(self.aside, Some(Aside { changes: Stands::Skipped(_), .. }))
    }

    /// Whether there is anything to reopen.
    pub fn can_reopen(&self) -> bool {
        self.earlier().is_some() || self.before != Before::Nothing
    }

    /// Notes that the server has decisions of the rater from before this sitting.
    pub fn expect_earlier(&mut self) {
        self.before = Before::Something;
    }

    /// Brings the last task back with its answer, or the one before the one that is back already;
    /// also one that was skipped. `judgment` is the id of what will be decided. What was in front
    /// waits.
    ///
    /// Where the server has to be asked for it, nothing changes yet: the tasks to name, of which it
    /// is to be none.
    pub fn reopen(&mut self, judgment: JudgmentId, now_ms: f64) -> Option<Vec<AssignmentId>> {
        self.missed = None;
        if let Some(past) = self.earlier().cloned() {
            self.show(past, judgment, now_ms);
            return None;
        }
        let was = self.before;
        if was == Before::Nothing {
            return None;
        }
        self.before = Before::Asked { wanted: true };
        let past = self.past.iter().map(|past| past.shown.task.assignment_id);
        (was == Before::Something).then(|| past.chain(self.outbox.tasks()).collect())
    }

    /// Notes what the server has from before, and brings it back if the rater still waits for it.
    pub fn recalled(
        &mut self,
        answer: rpc::Result<Option<Earlier>>,
        correction: JudgmentId,
        now_ms: f64,
    ) {
        let wanted = self.before == Before::Asked { wanted: true };
        self.before = Before::Something;
        match answer {
            Ok(Some(Earlier { task, decision })) => {
                self.past.push_front(Past::of(task, &decision));
                if wanted {
                    self.reopen(correction, now_ms);
                }
            }
            Ok(None) => {
                self.before = Before::Nothing;
                self.announcement = say::announce_no_earlier();
            }
            Err(error) => self.missed = Some(error).filter(|_| wanted),
        }
    }

    /// Why an earlier judgment did not come that the rater waits for.
    pub fn missed(&self) -> Option<&Error> {
        self.missed.as_ref()
    }

    /// Whoever has gone on does not want an earlier judgment any more.
    pub(super) fn stop_waiting(&mut self) {
        self.missed = None;
        if let Before::Asked { wanted } = &mut self.before {
            *wanted = false;
        }
    }

    /// Remembers what was decided, in the place of what it changes.
    pub(super) fn remember(&mut self, past: Past) {
        match self.place_of_changed() {
            Some(place) => self.past[place] = past,
            None => self.past.push_back(past),
        }
        if self.past.len() > REMEMBERED {
            self.past.pop_front();
            self.look_further();
        }
    }

    /// Forgets a decision that the server has refused; what it has instead can be asked for.
    pub(super) fn forget(&mut self, id: Uuid) {
        self.past.retain(|past| past.stands.id() != id);
        self.look_further();
    }

    /// The server may have something that is not here any more.
    fn look_further(&mut self) {
        if self.before == Before::Nothing {
            self.before = Before::Something;
        }
    }

    fn show(&mut self, past: Past, judgment: JudgmentId, now_ms: f64) {
        let waiting = match self.aside.take() {
            Some(aside) => Aside { changes: past.stands, ..aside },
            None => Aside {
                changes: past.stands,
                front: self.front.take(),
                draft: std::mem::take(&mut self.draft),
                active_ms: self.stopwatch.elapsed_ms(now_ms),
            },
        };
        self.aside = Some(waiting);
        self.front = Some(Arc::new(Shown { judgment, ..(*past.shown).clone() }));
        self.draft = past.draft;
        self.stopwatch.restart(past.active_ms, now_ms);
        self.announcement = match self.takes_back() {
            true => say::announce_skipped(),
            false => say::announce_reopened(),
        };
    }

    /// Leaves a correction; what was recorded stays.
    pub fn cancel(&mut self, now_ms: f64) {
        if self.aside.is_some() {
            self.advance(now_ms);
        }
    }

    /// What is next to be reopened.
    fn earlier(&self) -> Option<&Past> {
        let changed = self.place_of_changed();
        let place = changed.unwrap_or(self.past.len()).checked_sub(1)?;
        self.past.get(place)
    }

    fn place_of_changed(&self) -> Option<usize> {
        let changed = self.aside.as_ref()?.changes;
        self.past.iter().position(|past| past.stands == changed)
    }
}
