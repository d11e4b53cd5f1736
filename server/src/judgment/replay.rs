//! Looking at judgments one by one, as their raters saw them.

use domain::actor::Actor;
use domain::assignment::Purpose;
use domain::id::{AssignmentId, JudgmentId, ProjectId, ResponseId};
use domain::judgment::{Judgment, LISTED, ListedJudgment, Replay};
use domain::presentation::Presentation;
use domain::protocol::Protocol;
use domain::{Error as Refusal, policy};
use serde_json::{Map, Value};
use sqlx::types::Json;

use super::judgment_columns;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};
use crate::{markdown, task};

/// What raters of a project have been asked, in the order of the versions, from 1.
pub async fn protocols(db: &Db, actor: &Actor, id: ProjectId) -> Result<Vec<Protocol>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::read_results(actor, role)?;
    project::protocols(&mut tx, id).await
}

/// The judgments of a project before `before`, newest first by their ids, [`LISTED`] at a time;
/// corrections stand beside what they correct.
pub async fn list(
    db: &Db,
    actor: &Actor,
    id: ProjectId,
    before: Option<JudgmentId>,
) -> Result<Vec<ListedJudgment>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::read_results(actor, role)?;
    let sql = concat!(
        "select ",
        judgment_columns!(),
        ", rater.name as rater_name, task.external_id, assignment.purpose
        from judgment
        join assignment on assignment.id = judgment.assignment_id
        join named_rater as rater on rater.id = judgment.rater_id
        join task on task.id = judgment.task_id
        where judgment.project_id = $1 and judgment.id < $2
        order by judgment.id desc
        limit $3"
    );
    Ok(run!(&mut tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(before.unwrap_or(JudgmentId::AFTER_ALL))
        .bind(i64::try_from(LISTED).unwrap_or(i64::MAX))
        .fetch_all(conn)
        .await)?)
}

/// A judgment with all that its rater saw: texts and their order, protocol and guidelines in the
/// versions of then.
pub async fn find(db: &Db, actor: &Actor, id: JudgmentId) -> Result<Replay> {
    let mut tx = db.read().await?;
    let missing = || Refusal::not_found("judgment");
    let row = row(&mut tx, id).await?.ok_or_else(missing)?;
    let Row { judgment, project_id, presentation, rater_name, external_id, purpose, metadata } =
        row;
    let Json(presentation) = presentation;
    let access = project::of(&mut tx, actor, project_id).await.map_err(|_| missing())?;
    policy::read_results(actor, access.role)?;
    let protocol = project::protocol(&mut tx, project_id, judgment.protocol_version).await?;
    let protocol = protocol.ok_or(sqlx::Error::RowNotFound)?;
    let guidelines = project::guidelines(&mut tx, project_id, judgment.guideline_version).await?;
    let content = task::content(&mut tx, judgment.task_id).await?;
    let models = models(&mut tx, &judgment, &presentation).await?;
    let revisions = revisions(&mut tx, judgment.assignment_id).await?;
    drop(tx);
    let (messages, responses) = content.into_shown(&presentation);
    Ok(Replay {
        project_id,
        judgment,
        rater_name,
        external_id,
        purpose,
        prompt: messages.iter().map(task::show_message).collect(),
        responses: responses.iter().map(|messages| task::show_response(messages)).collect(),
        models,
        metadata: metadata.0,
        protocol,
        guidelines: markdown::render(&guidelines),
        revisions,
    })
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    judgment: Judgment,
    project_id: ProjectId,
    presentation: Json<Presentation>,
    rater_name: String,
    external_id: String,
    purpose: Purpose,
    metadata: Json<Map<String, Value>>,
}

async fn row(tx: &mut Tx, id: JudgmentId) -> Result<Option<Row>> {
    let sql = concat!(
        "select ",
        judgment_columns!(),
        ", judgment.project_id, assignment.presentation, assignment.purpose,
            rater.name as rater_name, task.external_id, task.metadata
        from judgment
        join assignment on assignment.id = judgment.assignment_id
        join named_rater as rater on rater.id = judgment.rater_id
        join task on task.id = judgment.task_id
        where judgment.id = $1"
    );
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(id).fetch_optional(conn).await)?)
}

/// Who wrote the responses, in the order in which they were shown.
async fn models(
    tx: &mut Tx,
    judgment: &Judgment,
    presentation: &Presentation,
) -> Result<Vec<Option<String>>> {
    let sql = "
        select response.id, model.name
        from task_response
        join response on response.id = task_response.response_id
        left join model on model.id = response.model_id
        where task_response.task_id = $1";
    let all: Vec<(ResponseId, Option<String>)> =
        run!(tx, |conn| sqlx::query_as(sql).bind(judgment.task_id).fetch_all(conn).await)?;
    let model = |id: &ResponseId| all.iter().find(|(known, _)| known == id)?.1.clone();
    Ok(presentation.order.iter().map(model).collect())
}

/// All judgments of an assignment, from the first to the one that stands.
async fn revisions(tx: &mut Tx, assignment: AssignmentId) -> Result<Vec<Judgment>> {
    let sql = concat!(
        "select ",
        judgment_columns!(),
        " from judgment where assignment_id = $1 order by revision"
    );
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(assignment).fetch_all(conn).await)?)
}
