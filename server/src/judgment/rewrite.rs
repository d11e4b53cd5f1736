//! Rewrites, against the responses of their task.

use domain::id::TaskId;
use domain::judgment::NewJudgment;
use domain::task::{Message, response_text};
use sqlx::types::Json;

use crate::db::{Tx, run};
use crate::error::Result;

/// Checks that a rewrite says something that no response of the task says, which only its texts
/// tell.
pub(super) async fn check(tx: &mut Tx, task: TaskId, new: &NewJudgment) -> Result<()> {
    let Some(rewrite) = &new.answers.rewrite else { return Ok(()) };
    let sql = "
        select response.messages
        from task_response
        join response on response.id = task_response.response_id
        where task_response.task_id = $1";
    let responses: Vec<Json<Vec<Message>>> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(task).fetch_all(conn).await)?;
    let texts: Vec<_> = responses.iter().map(|Json(messages)| response_text(messages)).collect();
    Ok(rewrite.check_changed(texts.iter().map(AsRef::as_ref))?)
}
