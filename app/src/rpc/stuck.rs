//! Tasks that nobody is left to judge.

use domain::id::{ProjectId, TaskId};
use domain::stuck::StuckTask;
use domain::task::TaskState;
use leptos::prelude::*;

use super::Error;
#[cfg(feature = "ssr")]
use super::context;
use super::done::Done;
use super::json::Json;

/// The tasks of a project that nobody is left to judge, and those that were retired.
#[server(name = ListStuckTasks, prefix = "/rpc", endpoint = "stuck-tasks", output = Json)]
pub async fn list(project: ProjectId) -> Result<Vec<StuckTask>, Error> {
    let (state, actor) = context::signed_in().await?;
    Ok(server::task::stuck::list(&state.db, &actor, project).await?)
}

/// Retires a task, or puts it back.
#[server(name = SetTaskState, prefix = "/rpc", endpoint = "set-task-state", output = Json)]
pub async fn set_state(
    project: ProjectId,
    task: TaskId,
    task_state: TaskState,
) -> Result<Done, Error> {
    let (state, actor) = context::signed_in().await?;
    server::task::stuck::set_state(&state.db, &actor, task, task_state).await?;
    let done = match task_state {
        TaskState::Open => Done::TaskPutBack,
        TaskState::Retired => Done::TaskRetired,
    };
    Ok(done.on(&format!("/projects/{project}/stuck")))
}
