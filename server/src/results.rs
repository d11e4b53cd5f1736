//! Results of a project: reads its judgments and passes them to `domain::results`.

use domain::actor::Actor;
use domain::answers::Answers;
use domain::assignment::Purpose;
use domain::id::{ProjectId, PromptId, RaterId, ResponseId, TaskId};
use domain::judgment::Verdict;
use domain::outcome::AsShown;
use domain::policy;
use domain::presentation::Presentation;
use domain::protocol::Kind;
use domain::results::{RaterName, Results, ResultsBuilder, StandingJudgment};
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};

mod source;

/// A judgment that stands and counts, as its rater saw the task.
#[derive(sqlx::FromRow)]
struct JudgmentRow {
    task_id: TaskId,
    prompt_id: PromptId,
    rater_id: RaterId,
    verdict: Option<Verdict>,
    grade: Option<i32>,
    answers: Json<Answers>,
    protocol_version: i32,
    presentation: Json<Presentation>,
    active_ms: Option<i64>,
}

/// A response and who wrote it.
type Written = (ResponseId, Option<String>);

/// Adds up the counted judgments of a project, read once as they come, without their texts.
pub async fn results(db: &Db, actor: &Actor, id: ProjectId) -> Result<Results> {
    let mut tx = db.read().await?;
    let Access { project, role, .. } = project::of(&mut tx, actor, id).await?;
    policy::read_results(actor, role)?;
    let progress = project::count(&mut tx, &project).await?;
    let names = names(&mut tx, id).await?;
    let mut results = ResultsBuilder::new(&project::protocols(&mut tx, id).await?);
    match results.scope().kind {
        Kind::Pair => source::pairs(&mut tx, id, &mut results).await?,
        Kind::Ranking | Kind::BestWorst | Kind::Rating => {
            source::sets(&mut tx, id, &mut results).await?;
        }
    }
    Ok(results.finish(progress, names))
}

/// Adds a judgment of these responses, which are in the task's own order. One whose rater saw other
/// responses says nothing about these.
fn add(results: &mut ResultsBuilder, row: &JudgmentRow, responses: &[Written]) {
    let as_shown = AsShown {
        verdict: row.verdict,
        grade: row.grade,
        answers: &row.answers,
        presentation: &row.presentation,
        protocol_version: row.protocol_version,
    };
    let ids: Vec<ResponseId> = responses.iter().map(|(id, _)| *id).collect();
    let models: Vec<Option<&str>> = responses.iter().map(|(_, model)| model.as_deref()).collect();
    let Some(said) = as_shown.unblind(&ids) else { return };
    results.push(&StandingJudgment {
        task_id: row.task_id,
        prompt_id: row.prompt_id,
        rater_id: row.rater_id,
        // Only work fills slots, and only what fills a slot is read.
        purpose: Purpose::Work,
        counted: true,
        said,
        models: &models,
        active_ms: row.active_ms,
    });
}

/// The names of all who judged or skipped, with their skips.
async fn names(tx: &mut Tx, id: ProjectId) -> Result<Vec<RaterName>> {
    let sql = "
        select id, name,
            (select count(*) from skip where skip.rater_id = rater.id and skip.stands) as skips
        from named_rater as rater
        where project_id = $1 and (
            exists (select 1 from judgment where judgment.rater_id = rater.id)
            or exists (select 1 from skip where skip.rater_id = rater.id))
        order by name, id";
    let rows: Vec<(RaterId, String, i64)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_all(conn).await)?;
    let name = |(rater_id, name, skips)| RaterName { rater_id, name, skips };
    Ok(rows.into_iter().map(name).collect())
}
