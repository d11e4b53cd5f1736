//! Verdicts: which of two responses is better.

use serde::{Deserialize, Serialize};

/// Which side is better, as shown: A stood first. Means nothing without the presentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    A,
    B,
    Tie,
    BothBad,
    BothGood,
}

impl Verdict {
    /// The verdict's name, as in the database, the API and exports.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::A => "a",
            Verdict::B => "b",
            Verdict::Tie => "tie",
            Verdict::BothBad => "both_bad",
            Verdict::BothGood => "both_good",
        }
    }

    /// The verdict that a grade amounts to: negative means A.
    pub fn of_grade(grade: i32) -> Self {
        match grade {
            ..0 => Verdict::A,
            0 => Verdict::Tie,
            1.. => Verdict::B,
        }
    }
}
