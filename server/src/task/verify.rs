//! The invariants of tasks.

use domain::task::TaskState;
use serde_json::{Map, Value};

use crate::error::Result;
use crate::verify::verification::Verification;

pub(crate) async fn verify(check: &mut Verification) -> Result<()> {
    check.enumeration::<TaskState>("task.state", "select distinct state from task").await?;
    check.documents::<Map<String, Value>>("task.metadata", "select id, metadata from task").await?;
    check
        .invariant(
            "the open slots of a task are those wanted less those taken",
            "select id from task
            where open_slots <> wanted - (
                select count(*) from assignment
                where assignment.task_id = task.id and slot is not null)",
            Some(
                "update task
                set open_slots = wanted - (
                    select count(*) from assignment
                    where assignment.task_id = task.id and slot is not null)
                where open_slots <> wanted - (
                    select count(*) from assignment
                    where assignment.task_id = task.id and slot is not null)",
            ),
        )
        .await?;
    check
        .invariant(
            "a task and its prompt belong to one project",
            "select task.id from task
            join prompt on prompt.id = task.prompt_id
            where prompt.project_id <> task.project_id",
            None,
        )
        .await?;
    check
        .invariant(
            "the responses of a task answer its prompt",
            "select task_response.task_id from task_response
            join task on task.id = task_response.task_id
            join response on response.id = task_response.response_id
            where response.prompt_id <> task.prompt_id",
            None,
        )
        .await?;
    check
        .invariant(
            "the places of a task's responses count from 1",
            "select id from task
            where coalesce((
                select max(place) from task_response
                where task_response.task_id = task.id), 0) <> (
                select count(*) from task_response
                where task_response.task_id = task.id)
            or not exists (
                select 1 from task_response where task_response.task_id = task.id)",
            None,
        )
        .await
}
