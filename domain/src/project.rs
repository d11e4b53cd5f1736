//! Projects: what is asked, of how many raters, and whether work goes on.

use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::error::{Error, Result};
use crate::id::{AccountId, ProjectId};
use crate::rationale::Rationale;
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

/// What raters are asked about a task. A tagged value, so that rankings, ratings and rewrites
/// can stand beside pairs in the same column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Protocol {
    /// Two responses, which is better and by how much.
    Pair {
        scale: Scale,
        #[serde(default)]
        rationale: Rationale,
    },
}

impl Protocol {
    /// The scale of a pair question.
    pub fn scale(&self) -> Scale {
        match self {
            Protocol::Pair { scale, .. } => *scale,
        }
    }

    /// Whether raters are asked why.
    pub fn rationale(&self) -> Rationale {
        match self {
            Protocol::Pair { rationale, .. } => *rationale,
        }
    }

    /// Checks that the protocol can be judged by.
    pub fn check(&self) -> Result<()> {
        self.scale().check()?;
        self.rationale().check()
    }
}

impl Default for Protocol {
    /// Seven points from «A much better» over a tie to «B much better», and «both bad»; no
    /// rationale.
    fn default() -> Self {
        let scale = Scale { points: 7, both_bad: true, both_good: false };
        Protocol::Pair { scale, rationale: Rationale::default() }
    }
}

/// The points between «A much better» and «B much better».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Scale {
    /// How many points, 2 to 9; an odd number has a tie in the middle.
    pub points: u8,
    /// Whether «both bad» may be said instead.
    pub both_bad: bool,
    /// Whether «both good» may be said instead.
    #[serde(default)]
    pub both_good: bool,
}

impl Scale {
    /// Every number of points that a scale may have.
    pub const POINTS: std::ops::RangeInclusive<u8> = 2..=9;

    /// Checks the number of points.
    pub fn check(self) -> Result<()> {
        if Self::POINTS.contains(&self.points) {
            return Ok(());
        }
        Err(Error::invalid("points", "a scale must have 2 to 9 points"))
    }

    /// The grades of the points from left to right: negative where A is better, 0 a tie.
    pub fn grades(self) -> Vec<i32> {
        let side = i32::from(self.points / 2);
        (-side..=side).filter(|grade| *grade != 0 || self.points % 2 == 1).collect()
    }

    /// A grade of this scale in words.
    pub fn label(self, grade: i32) -> String {
        let side = match grade {
            ..0 => "A",
            0 => return "Tie".to_owned(),
            1.. => "B",
        };
        let degree = match (self.points / 2, grade.unsigned_abs()) {
            (2, 2) | (3, 3) | (4, 4) => " much",
            (2 | 3, 1) | (4, 2) => " slightly",
            (4, 1) => " barely",
            _ => "",
        };
        format!("{side}{degree} better")
    }

    /// What the scale is used for where preferences are collected; empty for the uncommon ones.
    pub fn known_from(points: u8) -> &'static str {
        match points {
            2 => "one is always better",
            3 => "as in Chatbot Arena, with both bad",
            7 => "as in HelpSteer3",
            8 => "four degrees and no tie, as in Llama 2 and Anthropic HH",
            9 => "as in summarize-from-feedback",
            _ => "",
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
    /// What raters are asked; seven points and «both bad» unless given.
    #[serde(default)]
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
    pub protocol: Option<Protocol>,
    pub status: Option<Status>,
    /// Seconds for which a claimed task is kept for its rater, 60 to 86,400.
    pub lease_seconds: Option<i32>,
}

impl ProjectChanges {
    /// Checks every field that is present.
    pub fn check(&self) -> Result<()> {
        self.name.as_deref().map_or(Ok(()), check_name)?;
        self.guidelines.as_deref().map_or(Ok(()), check_guidelines)?;
        self.overlap.map_or(Ok(()), check_overlap)?;
        self.protocol.as_ref().map_or(Ok(()), Protocol::check)?;
        self.lease_seconds.map_or(Ok(()), check_lease)
    }
}

/// A project and what it means to the one who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProjectView {
    #[serde(flatten)]
    pub project: Project,
    pub protocol: Protocol,
    /// The newest guidelines, Markdown.
    pub guidelines: String,
    /// The role of the one who asks; none for a site admin who is not a member.
    pub role: Option<Role>,
}

fn check_name(name: &str) -> Result<()> {
    let length = name.trim().chars().count();
    if (1..=200).contains(&length) {
        return Ok(());
    }
    Err(Error::invalid("name", "give the project a name of 1 to 200 characters"))
}

fn check_guidelines(guidelines: &str) -> Result<()> {
    if guidelines.chars().count() <= MAX_GUIDELINES {
        return Ok(());
    }
    Err(Error::invalid("guidelines", "guidelines may have 100,000 characters at most"))
}

fn check_overlap(overlap: i32) -> Result<()> {
    if (1..=MAX_OVERLAP).contains(&overlap) {
        return Ok(());
    }
    Err(Error::invalid("overlap", "judgments per task must be between 1 and 100"))
}

fn check_lease(seconds: i32) -> Result<()> {
    if (60..=86_400).contains(&seconds) {
        return Ok(());
    }
    Err(Error::invalid("lease_seconds", "a lease must be between 60 and 86,400 seconds"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_as_many_grades_as_points() {
        for points in Scale::POINTS {
            let grades = Scale { points, both_bad: false, both_good: false }.grades();

            assert_eq!(grades.len(), usize::from(points));
            assert_eq!(grades.contains(&0), points % 2 == 1);
            assert_eq!(grades.iter().sum::<i32>(), 0);
        }
    }

    fn labels(points: u8) -> Vec<String> {
        let scale = Scale { points, both_bad: false, both_good: false };
        scale.grades().into_iter().map(|grade| scale.label(grade)).collect()
    }

    #[test]
    fn every_point_of_a_scale_has_words_of_its_own() {
        for points in Scale::POINTS {
            let labels = labels(points);
            let different: std::collections::HashSet<_> = labels.iter().collect();

            assert_eq!(different.len(), usize::from(points), "{labels:?}");
        }
        assert_eq!(labels(2), ["A better", "B better"]);
        assert_eq!(labels(3), ["A better", "Tie", "B better"]);
        assert_eq!(labels(4)[..2], ["A much better", "A slightly better"]);
        assert_eq!(labels(7)[..4], ["A much better", "A better", "A slightly better", "Tie"]);
        assert_eq!(
            labels(8)[4..],
            ["B barely better", "B slightly better", "B better", "B much better"]
        );
    }

    #[test]
    fn a_scale_has_two_to_nine_points() {
        for (points, accepted) in [(0, false), (1, false), (2, true), (9, true), (10, false)] {
            let scale = Scale { points, both_bad: true, both_good: false };

            assert_eq!(scale.check().is_ok(), accepted, "{points}");
        }
    }

    #[test]
    fn a_protocol_from_before_both_good_is_read_as_it_was_meant() {
        let kept = r#"{"kind": "pair", "scale": {"points": 7, "both_bad": true}}"#;

        assert_eq!(serde_json::from_str::<Protocol>(kept).unwrap(), Protocol::default());
    }

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
