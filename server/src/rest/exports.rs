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

/// What the one who exports may choose.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Choice {
    /// Concerns preferences and unpaired data.
    #[serde(default)]
    #[param(inline)]
    aggregation: Aggregation,
    /// What becomes of texts that a rater has flagged; the long table has all.
    #[serde(default)]
    #[param(inline)]
    flagged: Flagged,
}

impl From<Choice> for Options {
    fn from(Choice { aggregation, flagged }: Choice) -> Self {
        Options { aggregation, flagged }
    }
}

/// The judgments of a project as a file: one snapshot of the moment of asking.
///
/// A connection that ends early tells of a fault: the file is then cut.
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

/// What the file would hold: rows, and judgments left out by reason.
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

/// Never shown in the browser, whatever is in it: always a file to be kept.
fn headers(file: &Export) -> HeaderMap {
    let disposition = format!("attachment; filename=\"{}\"", file.file_name);
    let disposition = HeaderValue::try_from(disposition)
        .expect("a file name holds letters, digits, hyphens and a dot");
    let kind = HeaderValue::from_static(file.format.content_type());
    HeaderMap::from_iter([(header::CONTENT_DISPOSITION, disposition), (header::CONTENT_TYPE, kind)])
}
