//! Judging: the next task, the verdict, the skip.

use domain::id::{JudgmentId, ProjectId, SkipId, TaskId};
use domain::judgment::{Judgment, NewJudgment, NewSkip, Skip, SkipReason};
use domain::task::NextTask;
use leptos::prelude::*;

use super::Error;
#[cfg(feature = "ssr")]
use super::context;

/// The next task that is not in `have`, or why there is none.
#[server(prefix = "/rpc", endpoint = "claim", input = server_fn::codec::Json)]
pub async fn claim(project: ProjectId, have: Vec<TaskId>) -> Result<NextTask, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::assignment::claim(&state.db, &actor, project, &have).await?)
}

/// Records a verdict. Sent again with the same id it answers as before.
#[server(prefix = "/rpc", endpoint = "submit", input = server_fn::codec::Json)]
pub async fn submit(task: TaskId, new: NewJudgment) -> Result<Judgment, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::judgment::submit(&state.db, &actor, task, &new).await?.into_inner())
}

/// Records a skip. Sent again with the same id it answers as before.
#[server(name = SkipTask, prefix = "/rpc", endpoint = "skip", input = server_fn::codec::Json)]
pub async fn skip(task: TaskId, new: NewSkip) -> Result<Skip, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::judgment::skip::submit(&state.db, &actor, task, &new).await?.into_inner())
}

/// Records a verdict from a plain form: `grade` is a number of the scale, or `both_bad`.
#[server(prefix = "/rpc", endpoint = "submit-form")]
pub async fn submit_form(task: TaskId, id: JudgmentId, grade: String) -> Result<(), Error> {
    let grade = match grade.as_str() {
        "both_bad" => None,
        number => Some(
            number
                .parse::<i32>()
                .map_err(|_| domain::Error::invalid("grade", "choose one of the verdicts"))?,
        ),
    };
    let verdict =
        grade.map_or(domain::judgment::Verdict::BothBad, domain::judgment::Verdict::of_grade);
    let new = NewJudgment { id, verdict, grade, rationale: None, active_ms: None };
    submit(task, new).await.map(drop)
}

/// Records a skip from a plain form.
#[server(prefix = "/rpc", endpoint = "skip-form")]
pub async fn skip_form(
    task: TaskId,
    id: SkipId,
    reason: SkipReason,
    comment: String,
) -> Result<(), Error> {
    let comment = Some(comment).filter(|comment| !comment.trim().is_empty());
    skip(task, NewSkip { id, reason, comment }).await.map(drop)
}
