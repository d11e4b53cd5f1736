//! The moment of deciding: what must be known of a task when its rater sends a judgment or a skip.

use domain::Error as Refusal;
use domain::actor::Actor;
use domain::id::{AssignmentId, TaskId};
use domain::policy;
use domain::presentation::Presentation;
use domain::project::Protocol;
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use crate::db::{Tx, run};
use crate::error::Result;
use crate::project::{Access, AccessRow};

/// A task as it stands to somebody who decides about it.
pub(super) struct Decision {
    pub access: Access,
    pub protocol: Protocol,
    /// The rater's assignment, or why there is nothing to decide.
    pub in_hand: std::result::Result<InHand, Refusal>,
}

/// An assignment that waits for its rater's decision.
pub(super) struct InHand {
    pub id: AssignmentId,
    pub presentation: Json<Presentation>,
    pub expires_at: Timestamp,
    /// Whether its slot was given to others because the lease had run out.
    pub is_released: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    access: AccessRow,
    definition: Json<Protocol>,
    assignment_id: Option<AssignmentId>,
    assignment_status: Option<String>,
    presentation: Option<Json<Presentation>>,
    expires_at: Option<Timestamp>,
}

/// Finds a task that the actor may see. A second decision of the same rater waits here for the
/// first, and then finds it made. One query, because every judgment begins with it.
pub(super) async fn find(tx: &mut Tx, actor: &Actor, task: TaskId) -> Result<Decision> {
    tx.lock_assignment(task, actor.account_id()).await?;
    let sql = "
        select project.id, project.name, project.status, project.overlap, project.lease_seconds,
            project.guideline_version, project.protocol_version, project.created_at,
            project.created_by, project.seed, member.role, protocol.definition,
            assignment.id as assignment_id, assignment.status as assignment_status,
            assignment.presentation, assignment.expires_at
        from task
        join project on project.id = task.project_id
        join protocol on protocol.project_id = project.id
            and protocol.version = project.protocol_version
        left join member on member.project_id = project.id and member.account_id = $2
        left join assignment on assignment.task_id = task.id and assignment.rater_id = $2
        where task.id = $1";
    let row: Option<Row> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(task)
        .bind(actor.account_id())
        .fetch_optional(conn)
        .await)?;
    let row = row.ok_or_else(|| Refusal::not_found("task"))?;
    let in_hand = row.in_hand();
    let Row { access, definition: Json(protocol), .. } = row;
    let access = Access::from(access);
    policy::view(actor, access.role).map_err(|_| Refusal::not_found("task"))?;
    Ok(Decision { access, protocol, in_hand })
}

impl Row {
    fn in_hand(&self) -> std::result::Result<InHand, Refusal> {
        let unclaimed = || Refusal::conflict("claim the task before you judge it");
        let status = self.assignment_status.as_deref().ok_or_else(unclaimed)?;
        match status {
            "submitted" => return Err(Refusal::conflict("you have judged this task already")),
            "skipped" => return Err(Refusal::conflict("you have skipped this task")),
            _ => (),
        }
        Ok(InHand {
            id: self.assignment_id.ok_or_else(unclaimed)?,
            presentation: self.presentation.clone().ok_or_else(unclaimed)?,
            expires_at: self.expires_at.ok_or_else(unclaimed)?,
            is_released: status == "released",
        })
    }
}
