//! Results: what a project's judgments say so far.

use domain::actor::Actor;
use domain::id::{AccountId, ProjectId, ResponseId, TaskId};
use domain::judgment::Verdict;
use domain::policy;
use domain::presentation::{Preference, Presentation};
use domain::results::{RaterName, Results, ResultsBuilder, Row};
use domain::unit::{Both, Outcome};
use futures::TryStreamExt;
use sqlx::types::Json;

use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};

/// A judgment with what is needed to undo its sides.
#[derive(sqlx::FromRow)]
struct Judged {
    task_id: TaskId,
    rater_id: AccountId,
    verdict: Verdict,
    presentation: Json<Presentation>,
    active_ms: Option<i64>,
    first: ResponseId,
    model_1: Option<String>,
    model_2: Option<String>,
}

/// Adds up the counted judgments of a project, read once as they come, without their texts.
pub async fn results(db: &Db, actor: &Actor, id: ProjectId) -> Result<Results> {
    let mut tx = db.read().await?;
    let Access { project, role, .. } = project::of(&mut tx, actor, id).await?;
    policy::read_results(actor, role)?;
    let progress = project::count(&mut tx, &project).await?;
    let names = names(&mut tx, id).await?;
    let mut builder = ResultsBuilder::default();
    let sql = "
        select judgment.task_id, judgment.rater_id, judgment.verdict, judgment.presentation,
            judgment.active_ms, place_1.response_id as first,
            response_1.model as model_1, response_2.model as model_2
        from judgment
        join task_response as place_1
            on place_1.task_id = judgment.task_id and place_1.place = 1
        join task_response as place_2
            on place_2.task_id = judgment.task_id and place_2.place = 2
        join response as response_1 on response_1.id = place_1.response_id
        join response as response_2 on response_2.id = place_2.response_id
        where judgment.project_id = $1 and judgment.counted
            and not exists (
                select 1 from judgment as later
                where later.task_id = judgment.task_id and later.rater_id = judgment.rater_id
                    and later.revision > judgment.revision)
        order by judgment.task_id";
    run!(&mut tx, |conn| {
        let mut rows = sqlx::query_as::<_, Judged>(sql).bind(id).fetch(conn);
        while let Some(judged) = rows.try_next().await? {
            builder.push(row(judged));
        }
    });
    Ok(builder.finish(progress, names))
}

/// Undoes the sides of a judgment.
fn row(judged: Judged) -> Row {
    let preference = judged.presentation.undo(judged.verdict);
    let outcome = match preference {
        Some(Preference::Over { chosen, .. }) if chosen == judged.first => Outcome::First,
        Some(Preference::Over { .. }) => Outcome::Second,
        _ => Outcome::Tie,
    };
    let first_shown_preferred = match judged.verdict {
        Verdict::A => Some(true),
        Verdict::B => Some(false),
        Verdict::Tie | Verdict::BothBad | Verdict::BothGood => None,
    };
    Row {
        task_id: judged.task_id,
        rater_id: judged.rater_id,
        outcome,
        both: match judged.verdict {
            Verdict::BothBad => Some(Both::Bad),
            Verdict::BothGood => Some(Both::Good),
            Verdict::A | Verdict::B | Verdict::Tie => None,
        },
        first_shown_preferred,
        models: judged.model_1.zip(judged.model_2),
        active_ms: judged.active_ms,
    }
}

/// The names of all who judged or skipped, with their skips.
async fn names(tx: &mut Tx, id: ProjectId) -> Result<Vec<RaterName>> {
    let sql = "
        select account.id, account.name,
            (select count(*) from skip
                where skip.rater_id = account.id and skip.project_id = $1) as skips
        from account
        where account.id in (select rater_id from judgment where project_id = $1)
            or account.id in (select rater_id from skip where project_id = $1)
        order by account.name, account.id";
    let rows: Vec<(AccountId, String, i64)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_all(conn).await)?;
    let name = |(rater_id, name, skips)| RaterName { rater_id, name, skips };
    Ok(rows.into_iter().map(name).collect())
}
