//! A change that was just made, so that the page can confirm it.

#[cfg(feature = "ssr")]
use super::context;
use domain::project::Status;
use serde::{Deserialize, Serialize};

/// What was changed. A call answers with it; a plain form carries it in the address of the page
/// that follows, where only these names mean anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    MemberAdded,
    MemberRemoved,
    RoleChanged,
    InvitationWithdrawn,
    TokenRevoked,
    AccountDisabled,
    AccountEnabled,
    AdminMade,
    AdminRemoved,
    ProjectActive,
    ProjectPaused,
    ProjectArchived,
    TaskPutBack,
    TaskRetired,
}

impl Done {
    /// Every change.
    pub const ALL: [Done; 14] = [
        Done::MemberAdded,
        Done::MemberRemoved,
        Done::RoleChanged,
        Done::InvitationWithdrawn,
        Done::TokenRevoked,
        Done::AccountDisabled,
        Done::AccountEnabled,
        Done::AdminMade,
        Done::AdminRemoved,
        Done::ProjectActive,
        Done::ProjectPaused,
        Done::ProjectArchived,
        Done::TaskPutBack,
        Done::TaskRetired,
    ];

    /// The name, as in an address.
    pub fn name(self) -> &'static str {
        match self {
            Done::MemberAdded => "member-added",
            Done::MemberRemoved => "member-removed",
            Done::RoleChanged => "role-changed",
            Done::InvitationWithdrawn => "invitation-withdrawn",
            Done::TokenRevoked => "token-revoked",
            Done::AccountDisabled => "account-disabled",
            Done::AccountEnabled => "account-enabled",
            Done::AdminMade => "admin-made",
            Done::AdminRemoved => "admin-removed",
            Done::ProjectActive => "project-active",
            Done::ProjectPaused => "project-paused",
            Done::ProjectArchived => "project-archived",
            Done::TaskPutBack => "task-put-back",
            Done::TaskRetired => "task-retired",
        }
    }

    /// The change with this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.name() == name)
    }

    /// The change that gave a project this status; nothing makes a project a draft again.
    pub fn of_status(status: Status) -> Option<Self> {
        match status {
            Status::Draft => None,
            Status::Active => Some(Done::ProjectActive),
            Status::Paused => Some(Done::ProjectPaused),
            Status::Archived => Some(Done::ProjectArchived),
        }
    }

    /// The same, after sending a browser without scripts to the page that confirms it.
    #[cfg(feature = "ssr")]
    pub fn on(self, page: &str) -> Self {
        context::go_on(&format!("{page}?done={}", self.name()));
        self
    }
}
