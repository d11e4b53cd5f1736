//! Votes of raters on units.

use crate::assignment::Purpose;
use crate::id::{PromptId, RaterId, TaskId};
use crate::outcome::Outcome;

/// The overall question or one of the criteria. Each is a data set of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Criterion(pub u16);

impl Criterion {
    /// The overall question. Criteria count from 1.
    pub const OVERALL: Criterion = Criterion(0);
}

/// Which part of a task a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part(u8);

/// Set for a single response.
const RESPONSE: u8 = 0x80;

impl Part {
    /// The only pair of a task with two responses.
    pub const PAIR: Part = Part(0);

    /// The pair of the responses at two positions, the lower one first. A task has at most nine.
    pub fn pair([first, second]: [usize; 2], responses: usize) -> Self {
        let number = if responses == 2 { 0 } else { first * responses + second };
        Part(u8::try_from(number).unwrap_or(RESPONSE) & !RESPONSE)
    }

    /// The response at a position.
    pub fn response(position: usize) -> Self {
        Part(u8::try_from(position).unwrap_or(u8::MAX) | RESPONSE)
    }

    /// Whether it is a pair of responses.
    pub fn is_pair(self) -> bool {
        self.0 & RESPONSE == 0
    }
}

/// A part of a task on which raters vote. The criterion is that of its data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId {
    pub task: TaskId,
    pub part: Part,
}

impl UnitId {
    /// The unit of a task that has two responses.
    pub fn of(task: TaskId) -> Self {
        Self { task, part: Part::PAIR }
    }
}

/// The content of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Says {
    /// About a pair: which response is better, and by how much if that was asked. A negative grade
    /// means that the first is better.
    Outcome { outcome: Outcome, grade: Option<i8> },
    /// About one response: twice its rank.
    Rank(u8),
    /// About one response: its level on a scale. Levels of different scales cannot be compared.
    Level { scale: u8, level: u8 },
}

impl Says {
    /// An outcome without a grade.
    pub fn outcome(outcome: Outcome) -> Self {
        Says::Outcome { outcome, grade: None }
    }
}

/// The vote of one rater on one unit, with everything that statistics need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vote<'a> {
    pub unit: UnitId,
    pub criterion: Criterion,
    /// The prompt of the task: votes on the same prompt are not independent.
    pub prompt: PromptId,
    /// Who wrote the response, or the two responses of a pair.
    pub models: [Option<&'a str>; 2],
    pub rater: RaterId,
    pub purpose: Purpose,
    /// Whether the vote counts for agreement, majorities and rankings.
    pub counts: bool,
    pub says: Says,
    /// Of a pair: which response (0 or 1) the rater saw first.
    pub shown_first: Option<usize>,
}

impl Vote<'_> {
    /// A vote on a pair that counts, of which nothing else is known.
    pub fn on_pair(task: TaskId, rater: RaterId, outcome: Outcome) -> Self {
        Self {
            unit: UnitId::of(task),
            criterion: Criterion::OVERALL,
            prompt: PromptId(task.0),
            models: [None; 2],
            rater,
            purpose: Purpose::Work,
            counts: true,
            says: Says::outcome(outcome),
            shown_first: None,
        }
    }
}
