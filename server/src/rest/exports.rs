//! Exports: judgments out.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use domain::export::{Aggregation, Flagged, Format, Ledger, Options};
use domain::id::ProjectId;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::extract::{Json, Path, Query};
use super::problem::Refusals;
use crate::actor::SignedIn;
use crate::error::Result;
use crate::export::{self, Export};

pub(super) fn routes() -> OpenApiRouter<crate::State> {
    OpenApiRouter::new().routes(routes!(export_judgments)).routes(routes!(find_ledger))
}

/// Options of an export.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Choice {
    /// Applies to preferences and unpaired data.
    #[serde(default)]
    #[param(inline)]
    aggregation: Aggregation,
    /// Whether flagged texts are left out. The tables of judgments always have them.
    #[serde(default)]
    #[param(inline)]
    flagged: Flagged,
}

impl From<Choice> for Options {
    fn from(Choice { aggregation, flagged }: Choice) -> Self {
        Options { aggregation, flagged }
    }
}

/// Exports the judgments of a project as one file, from one snapshot.
///
/// If the connection ends early, the file is incomplete.
#[utoipa::path(
    get, path = "/projects/{project}/exports/{format}", tag = "exports", params(Choice),
    responses(
        (status = 200, description = "The file.", content(
            (String = "application/x-ndjson"),
            (String = "text/csv"),
        )),
        Refusals,
    )
)]
async fn export_judgments(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((project, format)): Path<(ProjectId, Format)>,
    Query(choice): Query<Choice>,
) -> Result<(HeaderMap, Body)> {
    let file = export::stream(&state.db, &actor, project, format, choice.into()).await?;
    Ok((headers(&file), Body::from_stream(file.bytes)))
}

/// Counts the rows of the file, and the judgments left out by reason.
#[utoipa::path(
    get, path = "/projects/{project}/exports/{format}/ledger", tag = "exports", params(Choice),
    responses((status = 200, body = Ledger), Refusals)
)]
async fn find_ledger(
    State(state): State<crate::State>,
    SignedIn(actor): SignedIn,
    Path((project, format)): Path<(ProjectId, Format)>,
    Query(choice): Query<Choice>,
) -> Result<Json<Ledger>> {
    Ok(Json(export::ledger(&state.db, &actor, project, format, choice.into()).await?))
}

/// The browser always saves the file and never shows it.
fn headers(file: &Export) -> HeaderMap {
    let disposition = format!("attachment; filename=\"{}\"", file.file_name);
    let disposition = HeaderValue::try_from(disposition)
        .expect("a file name holds letters, digits, hyphens and a dot");
    let kind = HeaderValue::from_static(file.format.content_type());
    HeaderMap::from_iter([(header::CONTENT_DISPOSITION, disposition), (header::CONTENT_TYPE, kind)])
}
