//! Reasons: why a request is refused, for programs and for people of every language.
//!
//! A reason is its English text to whatever reads the API, without capital and full stop. The
//! pages say the same in the language of whoever reads them, which is why the reasons that a
//! person can meet there are known one by one.

use serde::{Deserialize, Serialize};

use crate::keys::command::Command;

/// Why a request is refused. Written as its text, and read as a [`Text`](Reason::Text).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(from = "String", into = "String")]
pub enum Reason {
    /// What only programs get to read, or what was put in words before.
    #[error("{0}")]
    Text(String),

    #[error("only site admins may do this")]
    OnlyAdmins,
    #[error("only members of the project may judge")]
    OnlyMembers,
    #[error("only managers and adjudicators may see results")]
    OnlyAdjudicators,
    #[error("only managers of the project may do this")]
    OnlyManagers,

    #[error("the text holds a NUL character; remove it")]
    NulCharacter,
    /// Characters of the longest text taken.
    #[error("write {} characters at most", grouped(*.most))]
    TooLong { most: usize },
    /// Characters of the shortest and of the longest text taken.
    #[error("write {least} to {} characters", grouped(*.most))]
    Length { least: usize, most: usize },
    /// Characters of the longest name taken.
    #[error("write a name of 1 to {most} characters")]
    Name { most: usize },

    #[error("write an e-mail address such as ann@example.org")]
    NoEmail,
    #[error("there is an account with this address; sign in")]
    EmailTaken,
    #[error("e-mail address and password do not match")]
    WrongSignIn,
    #[error("this is not your current password")]
    WrongPassword,
    #[error("must have at least 8 characters; 12 or more are better")]
    PasswordShort,
    #[error("must have at most 1,000 characters")]
    PasswordLong,
    #[error("must not be made of your name or e-mail address")]
    PasswordOfOwner,
    #[error("is among the first that are guessed; take four unrelated words instead")]
    PasswordGuessed,
    #[error("this is not the code printed at the last start")]
    WrongCode,
    #[error("the first admin has been made already; sign in")]
    FirstAdminMade,
    #[error("this is the last site admin; make another one first")]
    LastAdmin,
    #[error("this link was used or revoked, or has expired; ask an admin for a new one")]
    ResetGone,
    #[error("change your own password on your account page")]
    OwnReset,
    #[error("this account is disabled; enable it first")]
    AccountDisabled,
    #[error("a token lasts 1 to 366 days, or for ever")]
    TokenDays,

    #[error("nobody has an account with this address; send an invitation")]
    NoAccount,
    #[error("this account is a member already")]
    MemberAlready,
    #[error(
        "this invitation was used, withdrawn or has run out; ask whoever sent it for a new one"
    )]
    InvitationGone,

    #[error("choose one letter, from A to Z")]
    NoLetter,
    #[error("{letter} is the key of «{}» already: choose another", .by.name())]
    LetterTaken { letter: char, by: Command },

    #[error("judgments per task must be between 1 and 100")]
    Overlap,
    #[error("a lease must be between 60 and 86,400 seconds")]
    Lease,
    #[error("repeat 0 to 100 tasks in a hundred")]
    RepeatShare,
    #[error("the kind of question stays once tasks were brought in; make another project")]
    KindStays,
    #[error("a scale must have 2 to 9 points")]
    ScalePoints,
    #[error("there must be 2 to 9 levels")]
    LevelCount,
    #[error("thumbs are down or up: 2 levels")]
    ThumbLevels,
    #[error("give each level a label, from the worst to the best")]
    LabelPerLevel,
    /// Characters of the longest label taken.
    #[error("a label has 1 to {most} characters")]
    Label { most: usize },
    #[error("ask {most} criteria at most")]
    TooManyCriteria { most: usize },
    #[error("only two responses can be compared: rate each instead")]
    OnlyPairsCompare,
    #[error("only pairs have verdicts to ask after")]
    OnlyPairsHaveVerdicts,
    /// How many a list must and may have.
    #[error("give {least} to {most} of them")]
    ListLength { least: usize, most: usize },
    /// Characters of the longest key taken.
    #[error("a key is a small letter and then letters, digits or underscores, {most} at most")]
    KeyForm { most: usize },
    #[error("the key «{key}» stands twice; give each its own")]
    KeyTwice { key: String },
    #[error("say of how many tasks in a hundred, 1 to 100")]
    Share,
    #[error("require 1 to 1,000 characters")]
    MinLength,

    #[error("«{name}» needs an answer")]
    OpenCriterion { name: String },
    #[error("say which response is better")]
    OpenVerdict,
    #[error("rank every response")]
    OpenRanking,
    #[error("say which response is the best")]
    OpenBest,
    #[error("say which response is the worst")]
    OpenWorst,
    #[error("say how good the response is")]
    OpenRating,
    #[error("write a better response")]
    OpenRewrite,
    #[error("say how sure you are")]
    OpenConfidence,
    /// Characters of the shortest rationale taken.
    #[error("say why, in {least} characters or more")]
    OpenRationale { least: usize },
    /// Characters of the shortest rationale taken, and of the one that was given.
    #[error("say a little more: {least} characters at least, these are {length}")]
    ShortRationale { least: usize, length: usize },
    #[error("ranks go from 1 on and leave none out")]
    RankLeftOut,
    #[error("two responses cannot share a rank here")]
    RankShared,
    #[error("one response cannot be the best and the worst")]
    BestIsWorst,
    #[error("write a response, or leave it out")]
    EmptyRewrite,
    #[error("the text is that of a response; change it, or leave the rewrite out")]
    UnchangedRewrite,
    #[error("mark {most} passages at most")]
    TooManySpans { most: usize },
    #[error("this is not an answer to what is asked; load the page again")]
    NoAnswer,
    #[error("say in a few words why you skip")]
    SkipUnexplained,

    #[error("you have judged this task already")]
    JudgedAlready,
    #[error("you have skipped this task already")]
    SkippedAlready,
    #[error("claim the task before you judge it")]
    NotClaimed,
    /// How many tasks a rater can hold at once.
    #[error("you hold {most} tasks already; judge those first")]
    HandsFull { most: i64 },
    #[error("the project is archived; nothing more is collected")]
    Archived,
    #[error("you have not judged this task yet")]
    NotJudged,
    #[error("this is not your last judgment of the task: look at that one")]
    NotTheLast,

    #[error("choose a file")]
    NoFile,
    #[error("the file is empty")]
    FileEmpty,
    #[error("the upload was cut off or is too large; nothing was brought in")]
    UploadCutOff,
    #[error("another import of this project is running; try again when it is done")]
    ImportRunning,
    #[error("the import stood still too long and was swept; send the file again")]
    ImportSwept,
    #[error("what is asked was changed meanwhile; send the file again")]
    QuestionChanged,
}

impl From<String> for Reason {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Reason {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Reason> for String {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Text(text) => text,
            known => known.to_string(),
        }
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
    use super::*;

    #[test]
    fn a_reason_is_its_text_to_programs() {
        for (reason, text) in [
            (Reason::TooLong { most: 100_000 }, "write 100,000 characters at most"),
            (Reason::Length { least: 0, most: 200 }, "write 0 to 200 characters"),
            (Reason::from("send JSON"), "send JSON"),
        ] {
            assert_eq!(serde_json::to_value(&reason).unwrap(), text);
            let read: Reason = serde_json::from_value(text.into()).unwrap();
            assert_eq!(read, Reason::Text(text.to_owned()));
        }
    }
}
