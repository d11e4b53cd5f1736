//! Projects: what is asked, of how many raters, and whether work goes on.

use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::error::{Error, Result};
use crate::id::{AccountId, ProjectId};
use crate::protocol::Protocol;
use crate::reason::Reason;
use crate::text::{check_length, check_nul};
use crate::timestamp::Timestamp;

/// The largest number of judgments that may be wanted per task.
pub const MAX_OVERLAP: i32 = 100;

/// The longest guidelines, in characters.
pub const MAX_GUIDELINES: usize = 100_000;

/// A project as its members see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Project {
    pub id: ProjectId,
    pub name: String,
    pub status: Status,
    /// Judgments wanted per task, 1 to [`MAX_OVERLAP`].
    pub overlap: i32,
    /// Seconds for which a claimed task is kept for its rater.
    pub lease_seconds: i32,
    /// How many tasks in a hundred raters meet a second time, 0 to 100: see
    /// [`repeat`](crate::repeat).
    pub repeat_share: i32,
    /// The version of the guidelines that judgments are pinned to now; 1 is the first.
    pub guideline_version: i32,
    /// The version of the protocol that judgments are pinned to now; 1 is the first.
    pub protocol_version: i32,
    pub created_at: Timestamp,
    pub created_by: AccountId,
}

/// Whether tasks are handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ProjectStatus))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being set up; nothing is handed out.
    Draft,
    /// Tasks are handed out.
    Active,
    /// Nothing new is handed out; tasks in hand may still be judged.
    Paused,
    /// Closed: kept for reading and export only.
    Archived,
}

impl Status {
    /// Every status, in the order of a project's life.
    pub const ALL: [Status; 4] = [Status::Draft, Status::Active, Status::Paused, Status::Archived];

    /// The status's name, as in the database, the API and on pages.
    pub fn name(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Active => "active",
            Status::Paused => "paused",
            Status::Archived => "archived",
        }
    }
}

/// A project to be created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewProject {
    pub name: String,
    /// Markdown, shown to raters beside every task.
    #[serde(default)]
    pub guidelines: String,
    /// Judgments wanted per task, 1 to [`MAX_OVERLAP`].
    pub overlap: i32,
    /// What raters are asked; seven points and "both bad" unless given.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = crate::protocol::Written))]
    pub protocol: Protocol,
}

impl NewProject {
    /// Checks name, guidelines, overlap and protocol.
    pub fn check(&self) -> Result<()> {
        check_name(&self.name)?;
        check_guidelines(&self.guidelines)?;
        check_overlap(self.overlap)?;
        self.protocol.check()
    }
}

/// What may be changed about a project; a missing field stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProjectChanges {
    pub name: Option<String>,
    /// New text makes a new version; judgments keep the version they were made under.
    pub guidelines: Option<String>,
    pub overlap: Option<i32>,
    /// Another protocol makes a new version; judgments keep the version they were made under.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::protocol::Written>))]
    pub protocol: Option<Protocol>,
    pub status: Option<Status>,
    /// Seconds for which a claimed task is kept for its rater, 60 to 86,400.
    pub lease_seconds: Option<i32>,
    /// How many tasks in a hundred raters meet a second time, 0 to 100; 3 to 5 tell how consistent
    /// a rater is.
    pub repeat_share: Option<i32>,
}

impl ProjectChanges {
    /// Checks every field that is present.
    pub fn check(&self) -> Result<()> {
        self.name.as_deref().map_or(Ok(()), check_name)?;
        self.guidelines.as_deref().map_or(Ok(()), check_guidelines)?;
        self.overlap.map_or(Ok(()), check_overlap)?;
        self.protocol.as_ref().map_or(Ok(()), Protocol::check)?;
        self.lease_seconds.map_or(Ok(()), check_lease)?;
        self.repeat_share.map_or(Ok(()), check_repeat_share)
    }
}

/// A project and what it means to the one who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProjectView {
    #[serde(flatten)]
    pub project: Project,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::protocol::Written))]
    pub protocol: Protocol,
    /// The newest guidelines, Markdown.
    pub guidelines: String,
    /// The role of the one who asks; none for a site admin who is not a member.
    pub role: Option<Role>,
}

fn check_name(name: &str) -> Result<()> {
    check_nul("name", name)?;
    let length = name.trim().chars().count();
    if (1..=200).contains(&length) {
        return Ok(());
    }
    Err(Error::invalid("name", Reason::NameLength { most: 200 }))
}

/// One version of a project's guidelines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Guidelines {
    /// 1 is the first.
    pub version: i32,
    /// Markdown.
    pub text: String,
    /// Since when they hold.
    pub created_at: Timestamp,
}

fn check_guidelines(guidelines: &str) -> Result<()> {
    check_length("guidelines", guidelines, MAX_GUIDELINES)
}

fn check_overlap(overlap: i32) -> Result<()> {
    if (1..=MAX_OVERLAP).contains(&overlap) {
        return Ok(());
    }
    Err(Error::invalid("overlap", Reason::OverlapOutOfRange))
}

fn check_lease(seconds: i32) -> Result<()> {
    if (60..=86_400).contains(&seconds) {
        return Ok(());
    }
    Err(Error::invalid("lease_seconds", Reason::LeaseOutOfRange))
}

fn check_repeat_share(share: i32) -> Result<()> {
    if (0..=100).contains(&share) {
        return Ok(());
    }
    Err(Error::invalid("repeat_share", Reason::RepeatShareOutOfRange))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overlap_out_of_range_is_refused_with_its_field() {
        for overlap in [-1, 0, 101] {
            let (name, guidelines, protocol) = ("p".into(), String::new(), Protocol::default());
            let project = NewProject { name, guidelines, overlap, protocol };

            assert!(
                matches!(project.check(), Err(Error::Invalid { field, .. }) if field == "overlap")
            );
        }
    }
}
