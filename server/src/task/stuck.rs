//! Tasks that nobody is left to judge: finding them, putting them back, retiring them.

use std::collections::HashMap;

use domain::actor::Actor;
use domain::error::Error as Refusal;
use domain::id::{ProjectId, TaskId};
use domain::judgment::SkipReason;
use domain::policy;
use domain::stuck::{StuckSkip, StuckTask};
use domain::task::{Message, TaskState};
use serde_json::json;
use sqlx::QueryBuilder;
use sqlx::types::Json;

use crate::assignment::advance_slots_epoch;
use crate::db::{Db, Tx, run};
use crate::error::Result;
use crate::project::{self, Access};
use crate::{event, time};

/// How many tasks of each state are listed.
const LISTED: i64 = 50;

/// How much of a prompt is shown, in characters.
const EXCERPT: usize = 300;

#[derive(sqlx::FromRow)]
struct Row {
    id: TaskId,
    external_id: String,
    state: TaskState,
    messages: Json<Vec<Message>>,
    judgments: i64,
    wanted: i32,
}

/// The tasks that every member has judged or skipped and that still want judgments, then the
/// retired ones; of each the first 50 in the order of their ids.
pub async fn list(db: &Db, actor: &Actor, id: ProjectId) -> Result<Vec<StuckTask>> {
    let mut tx = db.read().await?;
    let Access { role, .. } = project::of(&mut tx, actor, id).await?;
    policy::oversee(actor, role)?;
    let sql = "
        select task.id, task.external_id, task.state, task.wanted, prompt.messages,
            (select count(*) from assignment
                where assignment.task_id = task.id and assignment.state = 'submitted'
                    and assignment.slot is not null) as judgments
        from (
            select id from (
                select task.id
                from live_task as task
                where task.project_id = $1 and task.open_slots > 0 and task.state = 'open'
                    and not exists (
                        select 1
                        from member
                        join account on account.id = member.account_id
                            and account.disabled_at is null
                        join rater on rater.project_id = $1
                            and rater.account_id = member.account_id
                        where member.project_id = $1 and not exists (
                            select 1 from assignment
                            where assignment.task_id = task.id
                                and assignment.rater_id = rater.id
                                and assignment.purpose = 'work'
                                and assignment.state in ('submitted', 'skipped')))
                order by task.id
                limit $2) as stuck
            union all
            select id from (
                select id
                from task
                where project_id = $1 and state = 'retired'
                order by id
                limit $2) as retired) as listed
        join task on task.id = listed.id
        join prompt on prompt.id = task.prompt_id
        order by task.state, task.id";
    let rows: Vec<Row> =
        run!(&mut tx, |conn| sqlx::query_as(sql).bind(id).bind(LISTED).fetch_all(conn).await)?;
    let ids: Vec<TaskId> = rows.iter().map(|row| row.id).collect();
    let mut skips = skips(&mut tx, &ids).await?;
    let tasks = rows.into_iter().map(|row| StuckTask {
        id: row.id,
        external_id: row.external_id,
        state: row.state,
        prompt: excerpt(row.messages.0),
        judgments: row.judgments,
        wanted: row.wanted,
        skips: skips.remove(&row.id).unwrap_or_default(),
    });
    Ok(tasks.collect())
}

/// The skips of some tasks that stand, the oldest first.
async fn skips(tx: &mut Tx, ids: &[TaskId]) -> Result<HashMap<TaskId, Vec<StuckSkip>>> {
    let mut skips = HashMap::<_, Vec<_>>::new();
    if ids.is_empty() {
        return Ok(skips);
    }
    let rows: Vec<(TaskId, String, SkipReason, Option<String>)> = run!(tx, |conn| {
        let mut query = QueryBuilder::new(
            "select skip.task_id, rater.name, skip.reason, skip.comment
            from skip
            join assignment on assignment.id = skip.assignment_id and assignment.purpose = 'work'
            join named_rater as rater on rater.id = skip.rater_id
            where skip.stands and skip.task_id in (",
        );
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") order by skip.skipped_at, skip.id");
        query.build_query_as().fetch_all(conn).await
    })?;
    for (task, rater_name, reason, comment) in rows {
        skips.entry(task).or_default().push(StuckSkip { rater_name, reason, comment });
    }
    Ok(skips)
}

fn excerpt(mut messages: Vec<Message>) -> String {
    let mut text = messages.pop().map(|last| last.text().into_owned()).unwrap_or_default();
    if let Some((end, _)) = text.char_indices().nth(EXCERPT) {
        text.truncate(end);
    }
    text
}

/// Retires a task, or puts it back, so that raters are offered it again, also those who skipped it.
/// Doing either twice is no fault. A rater who holds the task may still judge it.
pub async fn set_state(db: &Db, actor: &Actor, task: TaskId, state: TaskState) -> Result<()> {
    let mut tx = db.write().await?;
    let Access { project, role, .. } = project::of_task(&mut tx, actor, task).await?;
    policy::manage(actor, role)?;
    if state == TaskState::Open {
        put_skips_back(&mut tx, task).await?;
        advance_slots_epoch(&mut tx, project.id).await?;
    }
    let sql = "update task set state = $2 where id = $1";
    let rows = run!(&mut tx, |conn| sqlx::query(sql)
        .bind(task)
        .bind(state)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
    if rows == 0 {
        return Err(Refusal::not_found("task").into());
    }
    let detail = json!({ "task": task, "state": state });
    let (account, project) = (Some(actor.account_id()), Some(project.id));
    event::record(&mut tx, account, project, "task_state_changed", detail).await?;
    tx.commit().await
}

async fn put_skips_back(tx: &mut Tx, task: TaskId) -> Result<()> {
    let sql = "
        update assignment
        set state = 'released'
        where task_id = $1 and state = 'skipped'";
    run!(tx, |conn| sqlx::query(sql).bind(task).execute(conn).await.map(drop))?;
    let sql = "
        update skip
        set stands = false, put_back_at = $2
        where task_id = $1 and stands";
    let now = time::now();
    run!(tx, |conn| sqlx::query(sql).bind(task).bind(now).execute(conn).await.map(drop))?;
    Ok(())
}
