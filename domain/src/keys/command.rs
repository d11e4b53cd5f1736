//! The commands of the judge page that have a key.

use serde::{Deserialize, Serialize};

/// How many commands there are.
pub(super) const COUNT: usize = 22;

/// What a letter of the judge page does, where the task in front offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Drafts "A better" on a scale of two or three points.
    ABetter,
    /// Drafts "B better" on a scale of two or three points.
    BBetter,
    /// Drafts a tie on a scale of three points; in a ranking, ties the last with the one before.
    Tie,
    BothGood,
    BothBad,
    NextStep,
    PreviousStep,
    /// Into the field for why.
    Explain,
    /// Marks the passage that is selected as good.
    MarkGood,
    MarkWrong,
    MarkVerbose,
    Skip,
    Flag,
    /// Back to the last judgment.
    Reopen,
    NextDifference,
    PreviousDifference,
    /// What both have in common, or as it is again.
    Dim,
    /// B where A stands, or back.
    Flip,
    /// Texts as they were written, or rendered again.
    Raw,
    /// Columns that scroll by themselves, or one page again.
    Columns,
    /// Columns that follow each other, or no longer.
    Together,
    Guidelines,
}

impl Command {
    /// All there are in the order above: name, and letter for those who have changed nothing.
    pub(super) const ALL: [(Self, &'static str, u8); COUNT] = [
        (Self::ABetter, "a_better", b'a'),
        (Self::BBetter, "b_better", b'b'),
        (Self::Tie, "tie", b't'),
        (Self::BothGood, "both_good", b'v'),
        (Self::BothBad, "both_bad", b'x'),
        (Self::NextStep, "next_step", b'n'),
        (Self::PreviousStep, "previous_step", b'p'),
        (Self::Explain, "explain", b'r'),
        (Self::MarkGood, "mark_good", b'q'),
        (Self::MarkWrong, "mark_wrong", b'w'),
        (Self::MarkVerbose, "mark_verbose", b'e'),
        (Self::Skip, "skip", b's'),
        (Self::Flag, "flag", b'l'),
        (Self::Reopen, "reopen", b'u'),
        (Self::NextDifference, "next_difference", b'j'),
        (Self::PreviousDifference, "previous_difference", b'k'),
        (Self::Dim, "dim", b'd'),
        (Self::Flip, "flip", b'f'),
        (Self::Raw, "raw", b'm'),
        (Self::Columns, "columns", b'c'),
        (Self::Together, "together", b'y'),
        (Self::Guidelines, "guidelines", b'g'),
    ];

    /// All there are, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(command, ..)| *command)
    }

    /// The command's name, as in the API.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}
