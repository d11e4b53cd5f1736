//! Reasons: why a request is refused, for programs and for people of every language.
//!
//! Each reason has a stable code, which programs compare, and an English text for the API, without
//! capital letter and full stop. Pages show it in the reader's language, made from the code and
//! its values.

use serde::{Deserialize, Serialize};
use strum::VariantNames as _;

use crate::keys::command::Command;

/// Why a request is refused. Serialised as its code and the values that belong to it.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    thiserror::Error,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(tag = "code", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// Already in the reader's language: a page got it from the server in this form.
    #[error("{text}")]
    Worded { text: String },

    #[error("only site admins can do this")]
    OnlyAdmins,
    #[error("only members of the project can judge")]
    OnlyMembers,
    #[error("only managers and adjudicators can see results")]
    OnlyAdjudicators,
    #[error("only managers of the project can do this")]
    OnlyManagers,
    #[error("the token lacks the required scope")]
    TokenScope,

    #[error("the text contains a NUL character; remove it")]
    NulCharacter,
    /// Characters of the longest text accepted.
    #[error("write at most {} characters", grouped(*.most))]
    TooLong { most: usize },
    /// Characters of the shortest and of the longest text accepted.
    #[error("write {least} to {} characters", grouped(*.most))]
    Length { least: usize, most: usize },
    /// Characters of the longest name accepted.
    #[error("write a name of 1 to {most} characters")]
    NameLength { most: usize },
    /// The values that there are, separated by commas.
    #[error("must be one of {values}")]
    OneOf { values: String },
    #[error("must be between {least} and {most}")]
    Between { least: i64, most: i64 },

    #[error("enter an email address such as ann@example.org")]
    EmailInvalid,
    #[error("an account with this address already exists; sign in instead")]
    EmailTaken,
    #[error("email or password is wrong")]
    WrongCredentials,
    #[error("this is not your current password")]
    WrongPassword,
    #[error("use at least 8 characters; 12 or more are better")]
    PasswordTooShort,
    #[error("use at most 1,000 characters")]
    PasswordTooLong,
    #[error("do not use your name or email address as your password")]
    PasswordIsPersonal,
    #[error("this password is too easy to guess; use four unrelated words instead")]
    PasswordTooCommon,
    #[error("this is not the code that the server printed when it last started")]
    WrongSetUpCode,
    #[error("the first admin account already exists; sign in instead")]
    FirstAdminExists,
    #[error("this is the last site admin; make someone else a site admin first")]
    LastAdmin,
    #[error("this link was used or revoked, or has expired; ask an admin for a new one")]
    ResetLinkInvalid,
    #[error("change your own password on your account page")]
    OwnPasswordReset,
    #[error("this account is disabled; enable it first")]
    AccountDisabled,
    #[error("choose 1 to 366 days, or no expiration")]
    TokenDaysOutOfRange,

    #[error("nobody has an account with this address; send an invitation instead")]
    NoAccount,
    #[error("this account is already a member")]
    AlreadyMember,
    #[error(
        "this invitation was used or withdrawn, or has expired; ask the person who sent it for a \
         new one"
    )]
    InvitationInvalid,

    #[error("choose one letter, from A to Z")]
    LetterRequired,
    #[error("{letter} is already used for {}; choose another letter", .by.name())]
    LetterTaken { letter: char, by: Command },

    #[error("choose 1 to 100 judgments per task")]
    OverlapOutOfRange,
    #[error("choose a time limit from 60 to 86,400 seconds")]
    LeaseOutOfRange,
    #[error("choose 0 to 100 percent")]
    RepeatShareOutOfRange,
    #[error(
        "the question type cannot change, because the project already has tasks; create another \
         project"
    )]
    QuestionTypeFixed,
    #[error("a scale needs 2 to 9 points")]
    ScalePointsOutOfRange,
    #[error("choose 2 to 9 levels")]
    LevelCountOutOfRange,
    #[error("thumbs need exactly 2 levels: down and up")]
    ThumbsNeedTwoLevels,
    #[error("give each level a label, worst first")]
    LabelPerLevel,
    /// Characters of the longest label accepted.
    #[error("write a label of 1 to {most} characters")]
    LabelLength { most: usize },
    #[error("use at most {most} criteria")]
    TooManyCriteria { most: usize },
    #[error("only pairs can have a comparison; ask about each response instead")]
    OnlyPairsCompare,
    #[error("only pairs have verdicts, so this cannot depend on one")]
    OnlyPairsHaveVerdicts,
    /// The fewest and the most entries of a list.
    #[error("enter {least} to {most} entries")]
    ListLength { least: usize, most: usize },
    /// Characters of the longest key accepted.
    #[error(
        "a key starts with a lowercase letter, followed by letters, digits or underscores, with \
         at most {most} characters"
    )]
    InvalidKey { most: usize },
    #[error("the key {key} is used twice; each key must be unique")]
    DuplicateKey { key: String },
    #[error("choose 1 to 100 percent")]
    ShareOutOfRange,
    #[error("choose 1 to 1,000 characters")]
    MinLengthOutOfRange,
    #[error("the project never had this version of the protocol")]
    UnknownProtocolVersion,

    #[error("\"{name}\" needs an answer")]
    MissingCriterion { name: String },
    #[error("choose which response is better")]
    MissingVerdict,
    #[error("rank every response")]
    MissingRanking,
    #[error("choose the best response")]
    MissingBest,
    #[error("choose the worst response")]
    MissingWorst,
    #[error("rate the response")]
    MissingRating,
    #[error("write a better response")]
    MissingRewrite,
    #[error("choose how sure you are")]
    MissingConfidence,
    /// Characters of the shortest rationale accepted.
    #[error("explain your choice in at least {least} characters")]
    MissingRationale { least: usize },
    /// Characters of the shortest rationale accepted, and of the one that was sent.
    #[error("write at least {least} characters; these are {length}")]
    ShortRationale { least: usize, length: usize },
    #[error("ranks must start at 1 and leave no gaps")]
    RankGap,
    #[error("responses cannot share a rank here")]
    SharedRank,
    #[error("the best and the worst must be different responses")]
    BestIsWorst,
    #[error("write a response, or discard the rewrite")]
    EmptyRewrite,
    #[error("the rewrite has the same text as a response; change it, or discard it")]
    UnchangedRewrite,
    #[error("mark at most {most} passages")]
    TooManySpans { most: usize },
    #[error("this answer does not fit the question; reload the page")]
    AnswerMismatch,
    #[error("briefly explain why you are skipping")]
    SkipCommentRequired,
    #[error("this project does not ask for this")]
    NotAsked,
    #[error("this is not asked after this verdict")]
    NotAskedAfterVerdict,
    #[error("this project has no such criterion")]
    UnknownCriterion,
    #[error("there is no response at this position")]
    UnknownResponse,
    #[error("give {responses} values, one for each response")]
    OnePerResponse { responses: usize },
    /// What the criterion is answered with: a grade, levels or choices.
    #[error("answer this criterion with {form}")]
    WrongForm { form: String },
    #[error("choose each option only once")]
    DuplicateChoice,
    #[error("choose only one option")]
    TooManyChoices,
    #[error("add a grade; 0 is a tie")]
    MissingGrade,
    #[error("leave out the grade when both are bad or both are good")]
    GradeNotAllowed,
    #[error("grade and verdict contradict each other: negative is a, 0 is tie, positive is b")]
    GradeContradictsVerdict,
    #[error("a passage must end after it starts")]
    EmptySpan,
    #[error("the passage ends after its text")]
    SpanOutsideText,
    #[error("mark each passage only once")]
    DuplicateSpan,
    #[error("use each flag only once")]
    DuplicateFlag,
    #[error("there is no flag to comment on")]
    CommentWithoutFlag,

    #[error("you have already judged this task")]
    AlreadyJudged,
    #[error("you have already skipped this task")]
    AlreadySkipped,
    /// How many tasks one rater can have in progress.
    #[error("you already have {most} tasks in progress; judge those first")]
    TooManyInProgress { most: i64 },
    #[error("list at most {most} assignments")]
    TooManyAssignments { most: usize },
    #[error("the project is archived and takes no changes")]
    Archived,
    #[error("you have not judged this task yet")]
    NotJudged,
    #[error("you have a newer judgment of this task; correct that one")]
    NewerJudgmentExists,
    #[error("this id belongs to another judgment or skip; create a new id")]
    IdTaken,

    #[error("choose a file")]
    FileRequired,
    #[error("the file is empty")]
    FileEmpty,
    #[error("the upload was interrupted, or the file is too large; nothing was imported")]
    UploadInterrupted,
    #[error("another import into this project is running; try again when it is done")]
    ImportRunning,
    #[error("the import stalled and was removed; import the file again")]
    ImportStalled,
    #[error("the protocol changed during the import; import the file again")]
    ProtocolChanged,

    #[error("not valid JSON: {detail}")]
    NotJson { detail: String },
    #[error("send JSON as application/json")]
    NotJsonType,
    #[error("this field is required")]
    MissingField,
    #[error("there is no such field")]
    UnknownField,
    /// What is wrong, as the reader of the value says it.
    #[error("{detail}")]
    BadValue { detail: String },
    #[error("the body is too large")]
    BodyTooLarge,
    /// Bytes of the largest body accepted.
    #[error("must be at most {most} bytes")]
    TooManyBytes { most: u64 },
    /// Bytes of the longest field of a form accepted.
    #[error("write at most {most} bytes in a field")]
    FieldTooLarge { most: usize },
    #[error("the body was cut off; send it again")]
    BodyCutOff,
    #[error("the body stopped arriving; send it again")]
    BodyStalled,
    #[error("send at most {most} fields")]
    TooManyFields { most: usize },
    /// Bytes that a form may have before its file.
    #[error("send at most {most} bytes before the file")]
    TooMuchBeforeFile { most: usize },
    #[error("the form must start with a file")]
    FileNotFirst,
    #[error("this path does not support the method; see the Allow header")]
    WrongMethod,
    #[error("this is not a name of this server")]
    UnknownHost,
    #[error("this is not a name of this server; set its name with --public-origin")]
    UnnamedHost,
    #[error("only pages of this site can send this request")]
    OtherSite,
    #[error(
        "this server accepts only https; replace any password or token in this request, because \
         others could read it on the way"
    )]
    HttpsRequired,
}

impl Reason {
    /// The value must be one of these.
    pub fn one_of(values: impl IntoIterator<Item: ToString>) -> Self {
        let values: Vec<_> = values.into_iter().map(|value| value.to_string()).collect();
        Self::OneOf { values: values.join(", ") }
    }

    /// Every code that there is, in the order above.
    pub fn codes() -> &'static [&'static str] {
        Self::VARIANTS
    }

    /// The sentence of a reason that is already in words, and the code of any other. Unlike
    /// `Display`, this takes no English texts into a client.
    pub fn words(&self) -> &str {
        match self {
            Self::Worded { text } => text,
            other => other.code(),
        }
    }

    /// The code of this reason. It never changes.
    pub fn code(&self) -> &'static str {
        self.into()
    }
}

/// A number as English writes it.
pub(crate) fn grouped(number: usize) -> String {
    match (number / 1_000, number % 1_000) {
        (0, number) => number.to_string(),
        (thousands, rest) => format!("{},{rest:03}", grouped(thousands)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_reason_is_a_code_with_its_values_and_a_text() {
        let long = Reason::TooLong { most: 100_000 };

        assert_eq!(json!(long), json!({ "code": "too_long", "most": 100_000 }));
        assert_eq!(serde_json::from_value::<Reason>(json!(long)).unwrap(), long);
        assert_eq!(long.to_string(), "write at most 100,000 characters");
        assert_eq!(long.code(), "too_long");
    }

    #[test]
    fn every_code_has_one_reason() {
        let mut codes = Reason::codes().to_vec();
        codes.sort_unstable();
        codes.dedup();

        assert_eq!(codes.len(), Reason::codes().len());
        assert!(codes.iter().all(|code| code.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
    }
}
