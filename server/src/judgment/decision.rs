//! The moment of deciding: what must be known of a task when its rater sends a judgment or a skip.

use domain::Error as Refusal;
use domain::actor::Actor;
use domain::id::{AssignmentId, TaskId};
use domain::policy;
use domain::presentation::Presentation;
use domain::reason::Reason;
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use crate::assignment::desk::{self, Desk};
use crate::db::{Tx, run};
use crate::error::Result;
use crate::project::project_columns;

/// A task as it stands to somebody who decides about it.
pub(super) struct Decision {
    /// The desk it lies on.
    pub desk: Desk,
    /// The rater's assignment, or why there is nothing to decide.
    pub in_hand: std::result::Result<InHand, Refusal>,
    /// When that was so, by the database's clock.
    pub now: Timestamp,
}

/// An assignment that waits for its rater's decision.
pub(super) struct InHand {
    pub id: AssignmentId,
    pub presentation: Json<Presentation>,
    pub expires_at: Timestamp,
    /// The versions that the task was served with.
    pub guideline_version: i32,
    pub protocol_version: i32,
    pub standing: Standing,
}

/// How an assignment stands that can still be decided about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Held,
    /// Its slot was given to others because the lease had run out.
    Released,
    /// Its slot was given to others because the rater had skipped the task.
    Skipped,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    desk: desk::Row,
    own_id: Option<AssignmentId>,
    own_status: Option<String>,
    own_presentation: Option<Json<Presentation>>,
    own_expires_at: Option<Timestamp>,
    own_guideline_version: Option<i32>,
    own_protocol_version: Option<i32>,
}

/// Finds a task that the actor may see. A second decision of the same rater waits here for the
/// first, and then finds it made. One query, because every judgment begins with it.
pub(super) async fn find(tx: &mut Tx, actor: &Actor, task: TaskId) -> Result<Decision> {
    let now = tx.lock_assignment(task, actor.account_id()).await?;
    let sql = concat!(
        "select ",
        project_columns!(),
        ", project.seed, member.role, member.walk_import_id,
            member.walk_position, member.walk_ended, project.reopened, protocol.definition,
            (select min(expires_at) from assignment
                where project_id = project.id and status = 'held') as first_expiry,
            held.id as held_id, held.task_id, held.presentation, held.expires_at,
            held.guideline_version as held_guideline_version,
            held.protocol_version as held_protocol_version,
            own.id as own_id, own.status as own_status, own.presentation as own_presentation,
            own.expires_at as own_expires_at,
            own.guideline_version as own_guideline_version,
            own.protocol_version as own_protocol_version
        from task
        join project on project.id = task.project_id
        join protocol on protocol.project_id = project.id
            and protocol.version = project.protocol_version
        left join member on member.project_id = project.id and member.account_id = $2
        left join assignment as own on own.task_id = task.id and own.rater_id = $2
        left join assignment as held on held.rater_id = $2 and held.project_id = project.id
            and held.status = 'held'
        where task.id = $1
        order by held.claimed_at, held.id"
    );
    let rows: Vec<Row> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(task)
        .bind(actor.account_id())
        .fetch_all(conn)
        .await)?;
    let in_hand = rows.first().map(Row::in_hand);
    let desk = desk::collect(rows.into_iter().map(|row| row.desk));
    let (in_hand, desk) = in_hand.zip(desk).ok_or_else(|| Refusal::not_found("task"))?;
    policy::view(actor, desk.access.role).map_err(|_| Refusal::not_found("task"))?;
    Ok(Decision { desk, in_hand, now })
}

impl Row {
    fn in_hand(&self) -> std::result::Result<InHand, Refusal> {
        let unclaimed = || Refusal::conflict(Reason::NotClaimed);
        let status = self.own_status.as_deref().ok_or_else(unclaimed)?;
        let standing = match status {
            "submitted" => return Err(Refusal::conflict(Reason::JudgedAlready)),
            "skipped" => Standing::Skipped,
            "released" => Standing::Released,
            _ => Standing::Held,
        };
        Ok(InHand {
            id: self.own_id.ok_or_else(unclaimed)?,
            presentation: self.own_presentation.clone().ok_or_else(unclaimed)?,
            expires_at: self.own_expires_at.ok_or_else(unclaimed)?,
            guideline_version: self.own_guideline_version.ok_or_else(unclaimed)?,
            protocol_version: self.own_protocol_version.ok_or_else(unclaimed)?,
            standing,
        })
    }
}
