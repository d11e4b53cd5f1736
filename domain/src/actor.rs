//! Who is asking.

use serde::{Deserialize, Serialize};

use crate::id::AccountId;

/// Who is asking: an account that has proved itself, by session or by token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    account_id: AccountId,
    site_admin: bool,
    scope: Scope,
}

impl Actor {
    /// An actor whose identity has been proved. Only the code that proves it may call this.
    pub fn authenticated(account_id: AccountId, site_admin: bool, scope: Scope) -> Self {
        Self { account_id, site_admin, scope }
    }

    /// The account on whose behalf the request is made.
    pub fn account_id(&self) -> AccountId {
        self.account_id
    }

    /// Whether the account looks after the whole site.
    pub fn site_admin(&self) -> bool {
        self.site_admin
    }

    /// How much of the account's power this session or token carries.
    pub fn scope(&self) -> Scope {
        self.scope
    }
}

/// How much of its account's power a token carries; a session carries all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Looks and downloads, changes nothing.
    Read,
    /// Reads, claims tasks and judges.
    Judge,
    /// All that the account may do.
    Full,
}

/// What a member may do in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sets the project up, brings tasks in, takes data out, looks after members.
    Manager,
    /// Judges, reads results, decides disputes.
    Adjudicator,
    /// Judges.
    Rater,
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Role; 3] = [Role::Manager, Role::Adjudicator, Role::Rater];

    /// The role's name, as in the database, the API and on pages.
    pub fn name(self) -> &'static str {
        match self {
            Role::Manager => "manager",
            Role::Adjudicator => "adjudicator",
            Role::Rater => "rater",
        }
    }
}
