//! The ledger of an export: every judgment and skip that was read is in a row or left out for
//! one reason.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An account of everything that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ledger {
    /// Judgments and skips that were read.
    pub read: u64,
    /// Judgments and skips that are in a row or support one.
    pub used: u64,
    /// Those that are not, by reason.
    pub left_out: LeftOut,
    /// Rows that were written.
    pub rows: u64,
    /// Tasks without a row of their own, because another task has the same texts and the judgments
    /// of both support one row.
    #[serde(default)]
    pub duplicates: u64,
    /// Columns left out of the file because no row has a value and readers could not tell the type.
    /// Never for CSV.
    #[serde(default)]
    pub empty_columns: Vec<String>,
}

/// Judgments and skips that are in no row, by reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeftOut {
    /// A tie, by this rater or by the majority.
    pub tie: u64,
    /// Both responses are bad, by this rater or by the majority.
    pub both_bad: u64,
    /// Both responses are good, by this rater or by the majority.
    #[serde(default)]
    pub both_good: u64,
    /// The rater skipped the task.
    pub skip: u64,
    /// No outcome has more than half of the judgments.
    pub no_majority: u64,
    /// Several tasks with the same texts have opposite majorities, and together they have none.
    #[serde(default)]
    pub contradiction: u64,
    /// The same rater judged the task again later.
    pub superseded: u64,
    /// The judgment came too late: its slot had passed to another rater.
    pub uncounted: u64,
    /// The judgment is a repeat, which only measures the rater's consistency.
    #[serde(default)]
    pub repeat: u64,
    /// The texts differ only in white space.
    pub identical_text: u64,
    /// One of the texts is blank.
    pub blank_text: u64,
    /// A rater wrote a better response, which is used instead.
    #[serde(default)]
    pub rewritten: u64,
    /// Another response to the prompt has a better record and is its only row.
    #[serde(default)]
    pub outranked: u64,
    /// A rater flagged the prompt or a text of the row, in this task or another.
    #[serde(default)]
    pub flagged: u64,
    /// The format cannot hold it: the prompt does not end with a user's turn, or the responses that
    /// were shown are not the task's.
    pub unrepresentable: u64,
}

/// Why a judgment or skip is in no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    Tie,
    BothBad,
    BothGood,
    Skip,
    NoMajority,
    Contradiction,
    Superseded,
    Uncounted,
    Repeat,
    IdenticalText,
    BlankText,
    Rewritten,
    Outranked,
    Flagged,
    Unrepresentable,
}

/// In words, as a sentence of a program's output goes on.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Tie => "tie",
            Reason::BothBad => "both bad",
            Reason::BothGood => "both good",
            Reason::Skip => "skipped",
            Reason::NoMajority => "no majority",
            Reason::Contradiction => "tasks contradict each other",
            Reason::Superseded => "replaced by a later judgment",
            Reason::Uncounted => "came too late",
            Reason::Repeat => "the same rater's task once more",
            Reason::IdenticalText => "both texts the same",
            Reason::BlankText => "a text is blank",
            Reason::Rewritten => "a rater wrote a better one",
            Reason::Outranked => "another response is better",
            Reason::Flagged => "flagged by a rater",
            Reason::Unrepresentable => "not possible in this format",
        })
    }
}

impl Ledger {
    /// Accounts for `n` judgments or skips that are left out.
    pub fn leave_out(&mut self, n: usize, reason: Reason) {
        let n = n as u64;
        self.read += n;
        *self.left_out.of(reason) += n;
    }

    /// Accounts for one row that rests on `n` judgments or skips.
    pub fn row(&mut self, n: usize) {
        let n = n as u64;
        self.read += n;
        self.used += n;
        self.rows += 1;
    }

    /// Accounts for one row with judgments of `tasks` tasks. [`Ledger::settle`] accounts for the
    /// judgments.
    pub fn add_row(&mut self, tasks: usize) {
        self.rows += 1;
        self.duplicates += tasks.saturating_sub(1) as u64;
    }

    /// Accounts for judgments: `None` for one that is in a row, else the reason why it is not.
    pub fn settle(&mut self, reasons: impl IntoIterator<Item = Option<Reason>>) {
        for reason in reasons {
            match reason {
                None => {
                    self.read += 1;
                    self.used += 1;
                }
                Some(reason) => self.leave_out(1, reason),
            }
        }
    }

    /// Whether all that was read is accounted for.
    pub fn balanced(&self) -> bool {
        self.read == self.used + self.left_out.total()
    }
}

impl LeftOut {
    /// All that is in no row.
    pub fn total(&self) -> u64 {
        self.by_reason().into_iter().map(|(_, n)| n).sum()
    }

    /// Each reason with its count.
    pub fn by_reason(&self) -> [(Reason, u64); 15] {
        [
            (Reason::Tie, self.tie),
            (Reason::BothBad, self.both_bad),
            (Reason::BothGood, self.both_good),
            (Reason::Skip, self.skip),
            (Reason::NoMajority, self.no_majority),
            (Reason::Contradiction, self.contradiction),
            (Reason::Superseded, self.superseded),
            (Reason::Uncounted, self.uncounted),
            (Reason::Repeat, self.repeat),
            (Reason::IdenticalText, self.identical_text),
            (Reason::BlankText, self.blank_text),
            (Reason::Rewritten, self.rewritten),
            (Reason::Outranked, self.outranked),
            (Reason::Flagged, self.flagged),
            (Reason::Unrepresentable, self.unrepresentable),
        ]
    }

    fn of(&mut self, reason: Reason) -> &mut u64 {
        match reason {
            Reason::Tie => &mut self.tie,
            Reason::BothBad => &mut self.both_bad,
            Reason::BothGood => &mut self.both_good,
            Reason::Skip => &mut self.skip,
            Reason::NoMajority => &mut self.no_majority,
            Reason::Contradiction => &mut self.contradiction,
            Reason::Superseded => &mut self.superseded,
            Reason::Uncounted => &mut self.uncounted,
            Reason::Repeat => &mut self.repeat,
            Reason::IdenticalText => &mut self.identical_text,
            Reason::BlankText => &mut self.blank_text,
            Reason::Rewritten => &mut self.rewritten,
            Reason::Outranked => &mut self.outranked,
            Reason::Flagged => &mut self.flagged,
            Reason::Unrepresentable => &mut self.unrepresentable,
        }
    }
}
