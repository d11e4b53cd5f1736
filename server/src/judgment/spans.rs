//! Passages that are marked, against the texts that they lie in.

use domain::answers::span::{Span, check_ends};
use domain::judgment::NewJudgment;
use domain::presentation::Presentation;

use crate::db::{Tx, run};
use crate::error::Result;

/// Checks that marked passages lie within their texts, which nothing else here has to read.
pub(super) async fn check(
    tx: &mut Tx,
    presentation: &Presentation,
    new: &NewJudgment,
) -> Result<()> {
    for (place, response) in (0_u8..).zip(&presentation.order) {
        let is_here = |span: &&Span| span.response == place;
        let spans: Vec<&Span> = new.answers.spans.iter().filter(is_here).collect();
        if !spans.is_empty() {
            let sql = "select cast(length(text) as bigint) from response where id = $1";
            let length: i64 =
                run!(tx, |conn| sqlx::query_scalar(sql).bind(response).fetch_one(conn).await)?;
            check_ends(spans, length)?;
        }
    }
    Ok(())
}
