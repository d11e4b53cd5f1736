//! Imports: files in. The address names the act; what it answers with is the batch that the file
//! became. Batches of other kinds get addresses of their own acts.

use axum::extract::State;
use axum::http::StatusCode;
use domain::batch::{Batch, BatchKind, BatchState};
use domain::id::{BatchId, ProjectId};
use domain::import::{Format, Options, Preview};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path, Query};
use super::problem::Refusals;
use super::upload::{Head, Upload};
use crate::actor::SignedIn;
use crate::error::Result;
use crate::{batch, import};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new()
        .routes(routes!(list_imports, create_import))
        .routes(routes!(preview_import))
        .routes(routes!(find_import))
}

/// Options of an import.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Reading {
    /// Name of the file in the list of imports. Default: the name in the form, or `upload`.
    file_name: Option<String>,
    /// Default: detected from the first record.
    #[param(inline)]
    format: Option<Format>,
    /// For outputs: create only pairs that include this model.
    baseline: Option<String>,
}

/// Options of a preview.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Glance {
    /// Default: detected from the first record.
    #[param(inline)]
    format: Option<Format>,
    /// Whether this is the whole file. If not, its last record is ignored.
    #[serde(default)]
    whole: bool,
}

/// Lists the imports of a project, newest first.
#[utoipa::path(
    get, path = "/projects/{project}/imports", tag = "imports",
    params(("project" = ProjectId, Path)),
    responses((status = 200, body = [Batch]), Refusals)
)]
async fn list_imports(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
) -> Result<Json<Vec<Batch>>> {
    Ok(Json(batch::list(&state.db, &actor, project, BatchKind::Import).await?))
}

/// Imports a file into a project. If any record is wrong, nothing is imported and the report lists
/// every bad record. Importing the same file again changes nothing.
///
/// Send the file as the body, or as the first part of a form. It can be compressed with gzip.
#[utoipa::path(
    post, path = "/projects/{project}/imports", tag = "imports",
    params(("project" = ProjectId, Path), Reading),
    request_body(content(
        (String = "application/jsonl"),
        (String = "application/json"),
        (String = "application/octet-stream"),
        (String = "multipart/form-data"),
    )),
    responses(
        (status = 201, description = "All of it is there.", body = Batch),
        Refusals,
        (status = 422, description = "None of it is there; the report says why.", body = Batch),
    )
)]
async fn create_import(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Query(reading): Query<Reading>,
    mut upload: Upload,
) -> Result<(StatusCode, Json<Batch>)> {
    let file = upload.file().await?;
    let name = reading.file_name.or(file.name).unwrap_or_else(|| "upload".into());
    let options = Options { format: reading.format, baseline: reading.baseline };
    let most = state.config.max_import_bytes;
    let batch = import::run(&state.db, &actor, project, &name, &options, most, file.bytes).await?;
    let status = match batch.state {
        BatchState::Failed => StatusCode::UNPROCESSABLE_ENTITY,
        BatchState::Completed | BatchState::Running => StatusCode::CREATED,
    };
    Ok((status, Json(batch)))
}

/// Returns an import and its report.
#[utoipa::path(
    get, path = "/projects/{project}/imports/{import}", tag = "imports",
    responses((status = 200, body = Batch), Refusals)
)]
async fn find_import(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((project, import)): Path<(ProjectId, BatchId)>,
) -> Result<Json<Batch>> {
    Ok(Json(batch::find(&state.db, &actor, project, BatchKind::Import, import).await?))
}

/// Shows the first tasks of a file as raters would see them. Nothing is imported.
///
/// Send the file, or its first megabyte, as the body.
#[utoipa::path(
    post, path = "/projects/{project}/imports/preview", tag = "imports",
    params(("project" = ProjectId, Path), Glance),
    request_body(content(
        (String = "application/jsonl"),
        (String = "application/json"),
        (String = "application/octet-stream"),
    )),
    responses((status = 200, body = Preview), Refusals)
)]
async fn preview_import(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path(project): Path<ProjectId>,
    Query(glance): Query<Glance>,
    Head(head): Head,
) -> Result<Json<Preview>> {
    let Glance { format, whole } = glance;
    Ok(Json(import::preview(&state.db, &actor, project, format, &head, whole).await?))
}
