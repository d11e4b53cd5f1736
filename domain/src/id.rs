//! Identifiers: one newtype per noun, so that a task is never taken for a project.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
        #[cfg_attr(feature = "sqlx", sqlx(transparent))]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Comes before every other: where a walk through all of them begins.
            pub const BEFORE_ALL: Self = Self(Uuid::nil());
            /// Comes after every other: where a walk from the newest begins.
            pub const AFTER_ALL: Self = Self(Uuid::max());
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

id!(
    /// A person who can sign in.
    AccountId
);
id!(
    /// Somebody or something that judges in one project: a person, an imported rater, a model.
    RaterId
);
id!(
    /// A link that makes somebody a member, once.
    InvitationId
);
id!(
    /// A link that lets the owner of an account choose a new password, once.
    PasswordResetId
);
id!(
    /// A key for programs.
    TokenId
);
id!(
    /// Guidelines, protocol, members, tasks and rules.
    ProjectId
);
id!(
    /// What models were asked; stored once, shared by tasks.
    PromptId
);
id!(
    /// Who wrote responses.
    ModelId
);
id!(
    /// What a model answered.
    ResponseId
);
id!(
    /// What a rater is shown: a prompt and the responses to be judged together.
    TaskId
);
id!(
    /// A task in front of a rater. All that the rater's browser knows of the work.
    AssignmentId
);
id!(
    /// What a rater decided about a task; made by the browser or the caller, so that sending again is safe.
    JudgmentId
);
id!(
    /// A rater's refusal to judge a task, with the reason.
    SkipId
);
id!(
    /// Prompts, responses and tasks that came together.
    BatchId
);
