//! Outputs become tasks: of pairs every two answers to the same prompt, or each against a baseline;
//! of a ranking all answers to a prompt together. Answers of an earlier import take part.

use domain::id::{PromptId, ResponseId};
use domain::import::{
    IdKey, MAX_LISTED, Notice, Remark, Report, pair_external_id, set_external_id, task_id,
};
use domain::protocol::Kind;
use domain::task::{Message, Speaker};
use serde_json::{Map, Value};
use sqlx::types::Json;

use super::rows::{Target, TaskRow, insert_tasks, touch};
use super::spool::Records;
use crate::db::{Db, Tx, run};
use crate::error::Result;

/// How many prompts one transaction looks at.
const PROMPTS: i64 = 100;

/// After how many tasks a transaction takes no further prompt.
const TASKS: usize = 1_000;

/// How many answers to one prompt are paired: 4,950 pairs.
const MAX_ANSWERS: usize = 100;

/// How much of a prompt a notice shows, in characters.
const SHOWN: usize = 60;

#[derive(Debug, sqlx::FromRow)]
struct Answer {
    id: ResponseId,
    model: Option<String>,
    metadata: Option<Json<Map<String, Value>>>,
}

/// Why a prompt makes no task.
enum Lack {
    TooFew { least: usize },
    TooMany { most: usize },
    Baseline,
}

/// Makes tasks of the answers to the prompts that this import gave an answer: of pairs one of every
/// two answers of different models, with `baseline` only those in which that model takes part; of
/// rankings one of all answers to a prompt. Where all answers are one model's they are paired with
/// each other. Prompts that make no task are counted and named.
pub(super) async fn bring_together(
    db: &Db,
    target: &Target,
    kind: Kind,
    baseline: Option<&str>,
    records: Records,
    report: &mut Report,
) -> Result<()> {
    let mut after = PromptId::BEFORE_ALL;
    let mut without_task: Vec<(PromptId, Remark)> = Vec::new();
    loop {
        let mut tx = db.write().await?;
        let prompts = unpaired(&mut tx, target, after).await?;
        if prompts.is_empty() {
            break;
        }
        let mut tasks = Vec::new();
        for prompt in prompts {
            after = prompt;
            let answers = answers(&mut tx, prompt).await?;
            let made = match kind {
                Kind::Pair => pairs(&target.key, prompt, &answers, baseline),
                _ => set(&target.key, kind, prompt, &answers).map(|task| vec![task]),
            };
            match made {
                Ok(made) => tasks.extend(made),
                Err(lack) => {
                    report.without_task += 1;
                    if without_task.len() < MAX_LISTED {
                        let remark = lack.remark(beginning(&mut tx, prompt).await?, &answers);
                        without_task.push((prompt, remark));
                    }
                }
            }
            if tasks.len() >= TASKS {
                break;
            }
        }
        for some in tasks.chunks(500) {
            insert_tasks(&mut tx, target, some).await?.add_to(report);
        }
        touch(&mut tx, target.batch).await?;
        tx.commit().await?;
    }
    name_prompts(without_task, records, report).await
}

/// Adds a notice for each prompt that makes no task.
async fn name_prompts(
    without_task: Vec<(PromptId, Remark)>,
    mut records: Records,
    report: &mut Report,
) -> Result<()> {
    if without_task.is_empty() {
        return Ok(());
    }
    let prompts: Vec<PromptId> = without_task.iter().map(|(prompt, _)| *prompt).collect();
    let finding = tokio::task::spawn_blocking(move || records.lines(&prompts));
    let lines = finding.await.map_err(anyhow::Error::new)?.map_err(anyhow::Error::new)?;
    report.n_notices += report.without_task - without_task.len() as u64;
    for (prompt, remark) in without_task {
        report.notice(Notice::new(lines.get(&prompt).copied().unwrap_or_default(), remark));
    }
    report.sort();
    Ok(())
}

/// Prompts with an answer of this import that is in no task yet.
async fn unpaired(tx: &mut Tx, target: &Target, after: PromptId) -> Result<Vec<PromptId>> {
    let sql = "
        select distinct response.prompt_id
        from response
        where response.batch_id = $1
            and response.prompt_id > $2
            and not exists (
                select 1 from task_response where task_response.response_id = response.id)
        order by response.prompt_id
        limit $3";
    Ok(run!(tx, |conn| sqlx::query_scalar(sql)
        .bind(target.batch)
        .bind(after)
        .bind(PROMPTS)
        .fetch_all(conn)
        .await)?)
}

/// The answers to a prompt whose model is known, or that came as outputs.
async fn answers(tx: &mut Tx, prompt: PromptId) -> Result<Vec<Answer>> {
    let sql = "
        select response.id, model.name as model, response.metadata
        from response
        join batch on batch.id = response.batch_id
        left join model on model.id = response.model_id
        where response.prompt_id = $1
            and (response.model_id is not null or batch.format = 'outputs')
        order by model.name, response.id";
    Ok(run!(tx, |conn| sqlx::query_as(sql).bind(prompt).fetch_all(conn).await)?)
}

/// The beginning of what is asked last.
async fn beginning(tx: &mut Tx, prompt: PromptId) -> Result<String> {
    let sql = "select messages from prompt where id = $1";
    let Json(messages): Json<Vec<Message>> =
        run!(tx, |conn| sqlx::query_scalar(sql).bind(prompt).fetch_one(conn).await)?;
    let asked = messages.iter().rfind(|message| message.role == Speaker::User);
    let text = asked.or(messages.last()).map(Message::text).unwrap_or_default();
    let text = text.trim();
    let shown: String = text.chars().take(SHOWN).collect();
    Ok(if shown.len() < text.len() { format!("{shown}…") } else { shown })
}

fn pairs(
    key: &IdKey,
    prompt: PromptId,
    answers: &[Answer],
    baseline: Option<&str>,
) -> std::result::Result<Vec<TaskRow>, Lack> {
    if answers.len() > MAX_ANSWERS {
        return Err(Lack::TooMany { most: MAX_ANSWERS });
    }
    let one_model = answers.iter().all(|answer| answer.model == answers[0].model);
    let mut tasks = Vec::new();
    for (n, first) in answers.iter().enumerate() {
        for second in &answers[n + 1..] {
            let models = [first.model.as_deref(), second.model.as_deref()];
            let differ = models[0].is_none() || models[0] != models[1];
            let wanted = baseline.is_none_or(|baseline| models.contains(&Some(baseline)));
            if wanted && (differ || one_model) {
                let external_id = pair_external_id(prompt, first.id, second.id);
                tasks.push(task(key, prompt, external_id, &[first, second]));
            }
        }
    }
    match (tasks.is_empty(), answers.len()) {
        (false, _) => Ok(tasks),
        (true, 0 | 1) => Err(Lack::TooFew { least: 2 }),
        (true, _) => Err(Lack::Baseline),
    }
}

/// One task of all answers to a prompt.
fn set(
    key: &IdKey,
    kind: Kind,
    prompt: PromptId,
    answers: &[Answer],
) -> std::result::Result<TaskRow, Lack> {
    let possible = kind.responses();
    if answers.len() < *possible.start() {
        return Err(Lack::TooFew { least: *possible.start() });
    }
    if answers.len() > *possible.end() {
        return Err(Lack::TooMany { most: *possible.end() });
    }
    let ids: Vec<ResponseId> = answers.iter().map(|answer| answer.id).collect();
    let answers: Vec<&Answer> = answers.iter().collect();
    Ok(task(key, prompt, set_external_id(prompt, &ids), &answers))
}

fn task(key: &IdKey, prompt: PromptId, external_id: String, answers: &[&Answer]) -> TaskRow {
    let mut metadata = Map::new();
    for (position, answer) in answers.iter().enumerate() {
        for (key, value) in answer.metadata.iter().flat_map(|metadata| &metadata.0) {
            metadata.insert(format!("responses[{position}].{key}"), value.clone());
        }
    }
    TaskRow {
        id: task_id(key, prompt, &external_id),
        prompt_id: prompt,
        content_hash: external_id.clone(),
        external_id,
        metadata,
        tags: Vec::new(),
        responses: answers.iter().map(|answer| answer.id).collect(),
    }
}

impl Lack {
    fn remark(self, prompt: String, answers: &[Answer]) -> Remark {
        let found = answers.len();
        match self {
            Lack::TooFew { .. } if found == 1 => {
                Remark::OneAnswer { prompt, model: answers[0].model.clone() }
            }
            Lack::TooFew { least } => Remark::TooFewAnswers { prompt, found, least },
            Lack::TooMany { most } => Remark::TooManyAnswers { prompt, found, most },
            Lack::Baseline => Remark::NoBaseline { prompt },
        }
    }
}
