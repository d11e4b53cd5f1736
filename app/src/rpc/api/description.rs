//! The parts of the API's description.

use serde::{Deserialize, Serialize};

/// The API by groups, made from its OpenAPI document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Scheme and host of this server, as the browser knows it.
    pub origin: String,
    pub description: String,
    pub groups: Vec<Group>,
    /// What most operations may answer, and therefore none says for itself.
    pub common: Vec<Answer>,
}

/// Operations about the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub name: String,
    pub operations: Vec<Operation>,
}

/// A method on a path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// For links to it.
    pub id: String,
    /// In lower case.
    pub method: String,
    pub path: String,
    pub summary: String,
    /// What there is to say beyond the summary.
    pub description: Option<String>,
    /// Whether it answers without a session or a token.
    pub is_public: bool,
    pub parameters: Vec<Parameter>,
    pub request: Option<Body>,
    pub answers: Vec<Answer>,
    /// A call with `curl`, without the credentials.
    pub example: String,
}

/// A part of the address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// `path` or `query`.
    pub place: String,
    pub field: Field,
}

/// What is sent or answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Body {
    pub media_types: Vec<String>,
    /// The name of the type.
    pub kind: String,
    /// Empty where it is no object.
    pub fields: Vec<Field>,
}

/// A named value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    pub name: String,
    /// The type, in words.
    pub kind: String,
    pub is_required: bool,
    pub description: String,
}

/// A status, what it means, and what comes with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub status: String,
    pub description: String,
    pub body: Option<Body>,
}
