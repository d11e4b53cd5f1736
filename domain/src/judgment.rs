//! Judgments: what one rater decided about one task. Append-only.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::answers::Answers;
use crate::assignment::Purpose;
use crate::error::{Error, Result};
use crate::id::{AssignmentId, JudgmentId, ProjectId, RaterId, SkipId, TaskId};
use crate::protocol::{Protocol, Scale};
use crate::rationale::{self, MAX_RATIONALE};
use crate::reason::Reason;
use crate::task::{ShownMessage, ShownResponse, TaskToJudge};
use crate::text::check_length;
use crate::timestamp::Timestamp;
pub use crate::verdict::Verdict;

/// The longest time that a task can have been in front of a rater: 31 days.
pub const MAX_ACTIVE_MS: i64 = 31 * 24 * 60 * 60 * 1_000;

/// A judgment to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewJudgment {
    /// Made by the caller; the same id sent again is the same judgment.
    pub id: JudgmentId,
    /// Of a pair; none of other questions.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// How much better, as shown: negative where A is better, 0 for a tie, none for both bad and
    /// both good.
    #[serde(default)]
    pub grade: Option<i32>,
    /// All else that was asked, as shown.
    #[serde(default)]
    pub answers: Answers,
    /// Why, in the rater's words.
    #[serde(default)]
    pub rationale: Option<String>,
    /// Milliseconds the task was in front of the rater, by the browser's monotonic clock; those
    /// before a correction included.
    #[serde(default)]
    pub active_ms: Option<i64>,
    /// The version of the protocol that the rater saw; the one that the task came with unless
    /// given.
    #[serde(default)]
    pub protocol_version: Option<i32>,
    /// The judgment that this one corrects: the rater's last of this task. It stays, and this one
    /// counts in its place.
    #[serde(default)]
    pub revises: Option<JudgmentId>,
}

impl NewJudgment {
    /// Checks the judgment against the protocol it is made under, about a task of so many
    /// responses. `wanted` is the rationale that the protocol
    /// [wants](crate::rationale::Rationale::wanted) of the task.
    pub fn check(&self, protocol: &Protocol, responses: usize, wanted: Option<i32>) -> Result<()> {
        match (protocol.scale(), self.verdict) {
            (Some(scale), Some(verdict)) => check_verdict(scale, verdict, self.grade)?,
            (Some(_), None) => {
                return Err(Error::invalid("verdict", Reason::MissingVerdict));
            }
            (None, None) if self.grade.is_none() => {}
            (None, _) => {
                return Err(Error::invalid("verdict", Reason::NotAsked));
            }
        }
        self.answers.check(protocol, responses, self.verdict)?;
        rationale::check(self.rationale.as_deref(), wanted)?;
        check_length("rationale", self.rationale.as_deref().unwrap_or_default(), MAX_RATIONALE)?;
        if self.active_ms.is_some_and(|ms| !(0..=MAX_ACTIVE_MS).contains(&ms)) {
            return Err(Error::invalid(
                "active_ms",
                Reason::Between { least: 0, most: MAX_ACTIVE_MS },
            ));
        }
        Ok(())
    }
}

fn check_verdict(scale: Scale, verdict: Verdict, grade: Option<i32>) -> Result<()> {
    match (verdict, grade) {
        (Verdict::BothBad, None) if scale.both_bad => Ok(()),
        (Verdict::BothGood, None) if scale.both_good => Ok(()),
        (Verdict::BothBad | Verdict::BothGood, None) => {
            Err(Error::invalid("verdict", Reason::NotAsked))
        }
        (Verdict::BothBad | Verdict::BothGood, Some(_)) => {
            Err(Error::invalid("grade", Reason::GradeNotAllowed))
        }
        (_, None) => Err(Error::invalid("grade", Reason::MissingGrade)),
        (_, Some(grade)) if !scale.grades().contains(&grade) => {
            Err(Error::invalid("grade", Reason::one_of(scale.grades())))
        }
        (verdict, Some(grade)) if verdict != Verdict::of_grade(grade) => {
            Err(Error::invalid("grade", Reason::GradeContradictsVerdict))
        }
        _ => Ok(()),
    }
}

/// How a judgment came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// On the judge page.
    Page,
    /// Through the API.
    Api,
    /// With an imported file.
    Import,
    /// From a model.
    Model,
}

/// A judgment as it was recorded, for those who may read results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Judgment {
    pub id: JudgmentId,
    pub assignment_id: AssignmentId,
    pub task_id: TaskId,
    pub rater_id: RaterId,
    /// 1 for the first; a correction is a revision of its own.
    pub revision: i32,
    /// Whether it is the last revision.
    pub stands: bool,
    /// Of a pair; none of other questions.
    pub verdict: Option<Verdict>,
    pub grade: Option<i32>,
    /// All else that was asked, as shown.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    #[cfg_attr(feature = "sqlx", sqlx(json))]
    pub answers: Answers,
    pub rationale: Option<String>,
    pub active_ms: Option<i64>,
    pub guideline_version: i32,
    pub protocol_version: i32,
    /// Came after the lease had run out.
    pub late: bool,
    /// Fills one of the task's slots; false where the slot had passed to another rater.
    pub counted: bool,
    pub submitted_at: Timestamp,
}

/// A judgment as its own rater is told of it.
///
/// Its task and whether it counts are left out: they would tell a repeat from other work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnJudgment {
    pub id: JudgmentId,
    pub assignment_id: AssignmentId,
    /// 1 for the first; a correction is a revision of its own.
    pub revision: i32,
    /// Of a pair; none of other questions.
    pub verdict: Option<Verdict>,
    pub grade: Option<i32>,
    /// All else that was asked, as shown.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    pub rationale: Option<String>,
    pub active_ms: Option<i64>,
    pub guideline_version: i32,
    pub protocol_version: i32,
    /// Came after the lease had run out.
    pub late: bool,
    pub submitted_at: Timestamp,
}

impl From<Judgment> for OwnJudgment {
    fn from(judgment: Judgment) -> Self {
        Self {
            id: judgment.id,
            assignment_id: judgment.assignment_id,
            revision: judgment.revision,
            verdict: judgment.verdict,
            grade: judgment.grade,
            answers: judgment.answers,
            rationale: judgment.rationale,
            active_ms: judgment.active_ms,
            guideline_version: judgment.guideline_version,
            protocol_version: judgment.protocol_version,
            late: judgment.late,
            submitted_at: judgment.submitted_at,
        }
    }
}

/// A task that its rater has decided about, as it was shown then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Earlier {
    pub task: TaskToJudge,
    pub decision: Decided,
}

/// What a rater has decided about a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decided {
    /// The judgment that stands: the last revision.
    Judgment(OwnJudgment),
    Skip(OwnSkip),
}

/// How many judgments a page of the list of those who may read results holds.
pub const LISTED: usize = 50;

/// A judgment in the list of those who may read results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ListedJudgment {
    #[cfg_attr(feature = "sqlx", sqlx(flatten))]
    pub judgment: Judgment,
    pub rater_name: String,
    /// The task's id in the file that it came from.
    pub external_id: String,
    /// Why the rater saw the task.
    pub purpose: Purpose,
}

/// A judgment with all that its rater saw, and what the rater did not see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Replay {
    pub project_id: ProjectId,
    pub judgment: Judgment,
    pub rater_name: String,
    /// The task's id in the file that it came from.
    pub external_id: String,
    /// Why the rater saw the task.
    pub purpose: Purpose,
    pub prompt: Vec<ShownMessage>,
    /// In the order in which they were shown: A, B, ….
    pub responses: Vec<ShownResponse>,
    /// The models of the responses, in the same order; the rater did not see them.
    pub models: Vec<Option<String>>,
    /// What else the file says of the task; the rater did not see it.
    #[serde(default)]
    pub metadata: Map<String, Value>,
    /// In the version that the rater saw.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::protocol::Written))]
    pub protocol: Protocol,
    /// The guidelines in the version that the rater saw: sanitised HTML.
    pub guidelines: String,
    /// All judgments of this rater about the task, from the first to the one that stands.
    pub revisions: Vec<Judgment>,
}

/// Why a rater would not judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// The rater does not know the subject.
    NotMyField,
    /// The prompt cannot be understood.
    UnclearPrompt,
    /// A language the rater does not read.
    WrongLanguage,
    /// The text is cut, garbled or does not show.
    Broken,
    /// The rater would rather not read this.
    Upsetting,
    /// Anything else; the comment says what.
    Other,
}

impl SkipReason {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [SkipReason; 6] = [
        SkipReason::NotMyField,
        SkipReason::UnclearPrompt,
        SkipReason::WrongLanguage,
        SkipReason::Broken,
        SkipReason::Upsetting,
        SkipReason::Other,
    ];

    /// The reason's name, as in the database, the API and exports.
    pub fn name(self) -> &'static str {
        match self {
            SkipReason::NotMyField => "not_my_field",
            SkipReason::UnclearPrompt => "unclear_prompt",
            SkipReason::WrongLanguage => "wrong_language",
            SkipReason::Broken => "broken",
            SkipReason::Upsetting => "upsetting",
            SkipReason::Other => "other",
        }
    }
}

/// A skip to be recorded: missing data, never a tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSkip {
    /// Made by the caller; the same id sent again is the same skip.
    pub id: SkipId,
    pub reason: SkipReason,
    #[serde(default)]
    pub comment: Option<String>,
}

impl NewSkip {
    /// Checks the comment: at most 10,000 characters, and present where the reason is `other`.
    pub fn check(&self) -> Result<()> {
        let comment = self.comment.as_deref().unwrap_or_default();
        if self.reason == SkipReason::Other && comment.trim().is_empty() {
            return Err(Error::invalid("comment", Reason::SkipCommentRequired));
        }
        check_length("comment", comment, MAX_RATIONALE)
    }
}

/// A skip as its own rater is told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnSkip {
    pub id: SkipId,
    pub assignment_id: AssignmentId,
    pub reason: SkipReason,
    pub comment: Option<String>,
    pub skipped_at: Timestamp,
}

/// A skip as it was recorded, for those who may read results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Skip {
    pub id: SkipId,
    pub assignment_id: AssignmentId,
    pub task_id: TaskId,
    pub rater_id: RaterId,
    pub reason: SkipReason,
    pub comment: Option<String>,
    pub skipped_at: Timestamp,
}
