//! In which order tasks are written: those of one prompt one after another.

use std::collections::HashMap;

use domain::export::prompt_key;
use domain::id::{ProjectId, PromptId, TaskId};
use domain::task::Message;
use sqlx::QueryBuilder;
use sqlx::types::Json;

use crate::db::{Tx, run};
use crate::error::Result;

/// How many rows are read at a time.
const PAGE: usize = 1_000;

/// How many tasks are written at a time, give or take those of one prompt.
const BATCH: usize = 200;

/// The tasks of a project that somebody has judged or skipped, 32 bytes each, in the order of their
/// prompts: where prompts say the same, they count as the one with the lowest id.
pub(super) struct Order(Vec<(PromptId, TaskId)>);

impl Order {
    /// Finds the tasks. Prompts are compared by their texts only where `pools_prompts` wants it.
    pub(super) async fn read(tx: &mut Tx, project: ProjectId, pools_prompts: bool) -> Result<Self> {
        let mut tasks = touched(tx, project).await?;
        tasks.sort_unstable();
        if pools_prompts {
            let same = same_prompts(tx, &tasks).await?;
            for (prompt, _) in &mut tasks {
                *prompt = same.get(prompt).copied().unwrap_or(*prompt);
            }
            tasks.sort_unstable();
        }
        Ok(Self(tasks))
    }

    /// The next tasks after so many, with all others of their prompts.
    pub(super) fn batch(&self, after: usize) -> &[(PromptId, TaskId)] {
        let rest = self.0.get(after..).unwrap_or_default();
        let Some((last, _)) = rest.get(BATCH) else { return rest };
        let before = rest.partition_point(|(prompt, _)| prompt < last);
        match before {
            0 => &rest[..rest.partition_point(|(prompt, _)| prompt <= last)],
            n => &rest[..n],
        }
    }
}

/// Every task with a judgment or a skip.
async fn touched(tx: &mut Tx, project: ProjectId) -> Result<Vec<(PromptId, TaskId)>> {
    let sql = "
        select task.prompt_id, task.id
        from (
            select task_id from (
                select distinct task_id from judgment
                where project_id = $1 and task_id > $2
                order by task_id limit $3) as judged
            union
            select task_id from (
                select distinct task_id from skip
                where project_id = $1 and task_id > $2
                order by task_id limit $3) as skipped
            order by task_id
            limit $3) as touched
        join task on task.id = touched.task_id
        order by task.id";
    let mut all = Vec::new();
    let mut after = TaskId::BEFORE_ALL;
    loop {
        let page: Vec<(PromptId, TaskId)> = run!(tx, |conn| sqlx::query_as(sql)
            .bind(project)
            .bind(after)
            .bind(i64::try_from(PAGE).unwrap_or(i64::MAX))
            .fetch_all(conn)
            .await)?;
        let Some((_, last)) = page.last() else { return Ok(all) };
        after = *last;
        all.extend(page);
    }
}

/// For each prompt that says the same as one with a lower id, that one.
async fn same_prompts(
    tx: &mut Tx,
    tasks: &[(PromptId, TaskId)],
) -> Result<HashMap<PromptId, PromptId>> {
    let mut prompts: Vec<PromptId> = tasks.iter().map(|(prompt, _)| *prompt).collect();
    prompts.dedup();
    let mut keys: Vec<([u8; 16], PromptId)> = Vec::with_capacity(prompts.len());
    for page in prompts.chunks(PAGE) {
        let rows: Vec<(PromptId, Json<Vec<Message>>)> = run!(tx, |conn| {
            let mut query = QueryBuilder::new("select id, messages from prompt where id in (");
            let mut list = query.separated(", ");
            for id in page {
                list.push_bind(*id);
            }
            query.push(")");
            query.build_query_as().fetch_all(conn).await
        })?;
        keys.extend(rows.into_iter().map(|(id, Json(messages))| (prompt_key(&messages), id)));
    }
    keys.sort_unstable();
    let same = keys.chunk_by(|one, other| one.0 == other.0).flat_map(|alike| {
        let first = alike[0].1;
        alike[1..].iter().map(move |(_, other)| (*other, first))
    });
    Ok(same.collect())
}

#[cfg(test)]
mod tests {
    use domain::id::{PromptId, TaskId};
    use uuid::Uuid;

    use super::{BATCH, Order};

    #[test]
    fn a_batch_never_ends_within_a_prompt() {
        let sizes = [3, BATCH - 1, 2 * BATCH + 1, 1, 1, BATCH, 5];
        let mut tasks = Vec::new();
        for (prompt, size) in (0_u128..).zip(sizes) {
            for _ in 0..size {
                let task = TaskId(Uuid::from_u128(tasks.len() as u128));
                tasks.push((PromptId(Uuid::from_u128(prompt)), task));
            }
        }
        let order = Order(tasks.clone());

        let mut read = Vec::new();
        loop {
            let batch = order.batch(read.len());
            let Some((last, _)) = batch.last() else { break };
            let next = tasks.get(read.len() + batch.len());
            assert!(next.is_none_or(|(prompt, _)| prompt != last));
            read.extend_from_slice(batch);
        }
        assert_eq!(read, tasks);
    }
}
