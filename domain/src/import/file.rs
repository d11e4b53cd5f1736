//! One file: how it is to be read, and what its first tasks look like.

use serde::{Deserialize, Serialize};

use super::{Format, LineError};
use crate::task::{ShownMessage, ShownResponse};

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
