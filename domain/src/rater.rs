//! Raters: who judges in a project.

use serde::{Deserialize, Serialize};

/// What kind of judge a rater is. Kinds are never mixed silently in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum RaterKind {
    /// A member of the project.
    Person,
    /// Known from imported judgments alone.
    Imported,
    /// A model that judges.
    Model,
}
