//! Batches: the prompts, responses and tasks that came together, and what became of them.

use serde::{Deserialize, Serialize};

use crate::id::BatchId;
use crate::import::{Format, Report};
use crate::timestamp::Timestamp;

/// A batch as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Batch {
    pub id: BatchId,
    pub kind: BatchKind,
    /// The name of the file, or of whatever else the rows came from.
    pub source_name: Option<String>,
    /// The format of an imported file; none if it was not recognised.
    pub format: Option<Format>,
    pub state: BatchState,
    /// Empty while the batch is running.
    pub report: Report,
    pub created_at: Timestamp,
    pub completed_at: Option<Timestamp>,
}

/// Where the rows of a batch came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BatchKind {
    /// A file.
    Import,
    /// Models that answered prompts of the project.
    Generation,
    /// Conversations that people have with models.
    Arena,
    /// Somebody typed them.
    Manual,
}

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BatchState {
    /// Rows are being added; none of them is visible.
    Running,
    /// All rows are there.
    Completed,
    /// No row is there; the report says why.
    Failed,
}
