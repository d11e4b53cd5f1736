//! One file brought in: how it was asked for, what became of it, what it would look like.

use serde::{Deserialize, Serialize};

use super::{Format, LineError, Report};
use crate::id::ImportId;
use crate::task::{ShownMessage, ShownResponse};
use crate::timestamp::Timestamp;

/// An import as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Import {
    pub id: ImportId,
    pub file_name: String,
    /// None where the file was like no format that is known.
    pub format: Option<Format>,
    pub status: Status,
    pub report: Report,
    pub created_at: Timestamp,
    pub completed_at: Option<Timestamp>,
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ImportStatus))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Rows come in; none of them is visible.
    Running,
    /// All of it is there.
    Completed,
    /// None of it is there; the report says why.
    Failed,
}

/// How a file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ImportOptions))]
pub struct Options {
    /// None to recognise it by the first record.
    pub format: Option<Format>,
    /// For outputs by model: make only the pairs in which this model takes part.
    pub baseline: Option<String>,
}

/// The first tasks of a file, or what is wrong with its first records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// The format as given, or as recognised.
    pub format: Option<Format>,
    pub tasks: Vec<PreviewTask>,
    pub errors: Vec<LineError>,
}

/// A task of a preview: as raters will see it, and beside it what they will not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewTask {
    /// None for an output, which becomes a task only with another one.
    pub external_id: Option<String>,
    pub prompt: Vec<ShownMessage>,
    pub responses: Vec<ShownResponse>,
    /// The models of the responses, hidden from raters.
    pub models: Vec<Option<String>>,
}
