//! Passages that are marked, against the texts that they lie in.

use domain::answers::span::check_ends;
use domain::id::{ResponseId, TaskId};
use domain::judgment::NewJudgment;
use domain::presentation::Presentation;
use domain::task::{Message, response_text};
use sqlx::types::Json;

use crate::db::{Tx, run};
use crate::error::Result;

/// Checks that marked passages lie within their texts, which nothing else here has to read.
pub(super) async fn check(
    tx: &mut Tx,
    task: TaskId,
    presentation: &Presentation,
    new: &NewJudgment,
) -> Result<()> {
    let spans = &new.answers.spans;
    if spans.is_empty() {
        return Ok(());
    }
    let sql = "
        select response.id, response.messages
        from task_response
        join response on response.id = task_response.response_id
        where task_response.task_id = $1";
    let responses: Vec<(ResponseId, Json<Vec<Message>>)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(task).fetch_all(conn).await)?;
    for (response, Json(messages)) in responses {
        let length = response_text(&messages).chars().count();
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let place = presentation.order.iter().position(|shown| *shown == response);
        check_ends(spans.iter().filter(|span| Some(usize::from(span.response)) == place), length)?;
    }
    Ok(())
}
