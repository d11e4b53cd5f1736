//! Outputs by model become tasks: every two responses to the same prompt, or each against a
//! baseline; of a ranking all responses to a prompt together. Responses that came with an earlier import are paired with those of this one.

use std::collections::HashSet;

use domain::id::{PromptId, ResponseId};
use domain::import::{IdKey, Report, pair_external_id, set_external_id, task_id};
use domain::protocol::Kind;
use serde_json::Map;

use super::batch::{Target, TaskRow, insert_tasks, touch};
use crate::db::{Db, Tx, run};
use crate::error::Result;

/// How many prompts one transaction pairs up.
const SIZE: i64 = 100;

#[derive(Debug, sqlx::FromRow)]
struct Answer {
    id: ResponseId,
    model: Option<String>,
}

/// Makes tasks of the responses to the prompts that this import gave a response: of pairs one of
/// every two responses of different models, with `baseline` only those in which that model takes
/// part; of rankings one of all responses to a prompt.
pub(super) async fn bring_together(
    db: &Db,
    target: &Target,
    kind: Kind,
    baseline: Option<&str>,
    report: &mut Report,
) -> Result<()> {
    let mut after = PromptId::BEFORE_ALL;
    loop {
        let mut tx = db.write().await?;
        let prompts = unpaired(&mut tx, target, after).await?;
        let Some(last) = prompts.last() else { return Ok(()) };
        after = *last;
        let mut tasks = Vec::new();
        for prompt in prompts {
            let answers = answers(&mut tx, prompt).await?;
            match kind {
                Kind::Pair => tasks.extend(pairs(&target.key, prompt, &answers, baseline)),
                _ => tasks.extend(set(&target.key, kind, prompt, &answers)),
            }
        }
        for some in tasks.chunks(500) {
            insert_tasks(&mut tx, target, some, report).await?;
        }
        touch(&mut tx, target.import).await?;
        tx.commit().await?;
    }
}

/// Prompts with a response of this import that stands in no task yet.
async fn unpaired(tx: &mut Tx, target: &Target, after: PromptId) -> Result<Vec<PromptId>> {
    let sql = "
        select distinct response.prompt_id
        from response
        where response.import_id = $1
            and response.prompt_id > $2
            and not exists (
                select 1 from task_response where task_response.response_id = response.id)
        order by response.prompt_id
        limit $3";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(target.import)
        .bind(after)
        .bind(SIZE)
        .fetch_all(conn)
        .await)?)
}

async fn answers(tx: &mut Tx, prompt: PromptId) -> Result<Vec<Answer>> {
    let sql = "
        select id, model
        from response
        where prompt_id = $1 and model is not null
        order by model, id";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(prompt).fetch_all(conn).await)?)
}

fn pairs(
    key: &IdKey,
    prompt: PromptId,
    answers: &[Answer],
    baseline: Option<&str>,
) -> Vec<TaskRow> {
    let mut tasks = Vec::new();
    for (n, first) in answers.iter().enumerate() {
        for second in &answers[n + 1..] {
            let models = [first.model.as_deref(), second.model.as_deref()];
            let wanted = baseline.is_none_or(|baseline| models.contains(&Some(baseline)));
            if models[0] == models[1] || !wanted {
                continue;
            }
            let external_id = pair_external_id(prompt, first.id, second.id);
            tasks.push(TaskRow {
                id: task_id(key, prompt, &external_id),
                prompt_id: prompt,
                content_hash: external_id.clone(),
                external_id,
                metadata: Map::new(),
                responses: vec![first.id, second.id],
            });
        }
    }
    tasks
}

/// One task of all responses to a prompt, the first of each model; none where they are too few or
/// too many to be ranked.
fn set(key: &IdKey, kind: Kind, prompt: PromptId, answers: &[Answer]) -> Option<TaskRow> {
    let mut models = HashSet::new();
    let first = answers.iter().filter(|answer| models.insert(answer.model.as_deref()));
    let responses: Vec<ResponseId> = first.map(|answer| answer.id).collect();
    if !kind.responses().contains(&responses.len()) {
        return None;
    }
    let external_id = set_external_id(prompt, &responses);
    Some(TaskRow {
        id: task_id(key, prompt, &external_id),
        prompt_id: prompt,
        content_hash: external_id.clone(),
        external_id,
        metadata: Map::new(),
        responses,
    })
}
