//! What must be known of an assignment when its rater sends a judgment or a skip.

use domain::Error as Refusal;
use domain::actor::Actor;
use domain::assignment::{AssignmentState, Purpose};
use domain::id::{AssignmentId, RaterId, TaskId};
use domain::policy;
use domain::presentation::Presentation;
use domain::timestamp::Timestamp;
use sqlx::types::Json;

use crate::assignment::claim_context::{self, ClaimContext, claim_columns, claim_joins};
use crate::db::{Tx, run};
use crate::error::Result;
use crate::project::{access_columns, access_joins};

/// An assignment about which its rater decides, and the rater's claim context.
pub(super) struct Decision {
    pub context: ClaimContext,
    pub assignment: Assignment,
    /// The time of the decision, by the database's clock.
    pub now: Timestamp,
}

/// An assignment as its rater left it.
#[derive(sqlx::FromRow)]
pub(super) struct Assignment {
    #[sqlx(rename = "own_id")]
    pub id: AssignmentId,
    #[sqlx(rename = "own_rater_id")]
    pub rater_id: RaterId,
    #[sqlx(rename = "own_task_id")]
    pub task_id: TaskId,
    #[sqlx(rename = "own_purpose")]
    pub purpose: Purpose,
    #[sqlx(rename = "own_state")]
    pub state: AssignmentState,
    #[sqlx(rename = "own_presentation")]
    pub presentation: Json<Presentation>,
    #[sqlx(rename = "own_expires_at")]
    pub expires_at: Timestamp,
    /// The versions that the task was served with.
    #[sqlx(rename = "own_guideline_version")]
    pub guideline_version: i32,
    #[sqlx(rename = "own_protocol_version")]
    pub protocol_version: i32,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    context: claim_context::Row,
    #[sqlx(flatten)]
    assignment: Assignment,
}

/// Finds an assignment of the actor, who may judge. A second decision of the same rater waits here
/// for the first. One query, because every judgment begins with it.
///
/// # Errors
///
/// Not found unless it is the actor's own; refused for actors who may not judge.
pub(super) async fn find(tx: &mut Tx, actor: &Actor, id: AssignmentId) -> Result<Decision> {
    let now = tx.lock_assignment(id, actor.account_id()).await?;
    let sql = concat!(
        "select ",
        claim_columns!(),
        ", own.id as own_id, own.rater_id as own_rater_id, own.task_id as own_task_id, own.purpose as own_purpose,
            own.state as own_state, own.presentation as own_presentation,
            own.expires_at as own_expires_at,
            own.guideline_version as own_guideline_version,
            own.protocol_version as own_protocol_version
        from assignment as own
        join project on project.id = own.project_id",
        claim_joins!(),
        " where own.id = $1
        order by held.claimed_at, held.id"
    );
    let rows: Vec<Row> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(actor.account_id())
        .fetch_all(conn)
        .await)?;
    let missing = || Refusal::not_found("assignment");
    let mut assignment = None;
    let rows = rows.into_iter().map(|row| {
        assignment.get_or_insert(row.assignment);
        row.context
    });
    let context = claim_context::collect(rows);
    let (context, assignment) = context.zip(assignment).ok_or_else(missing)?;
    policy::view(actor, context.access.role).map_err(|_| missing())?;
    policy::judge(actor, context.access.role)?;
    if context.access.rater_id != Some(assignment.rater_id) {
        return Err(missing().into());
    }
    Ok(Decision { context, assignment, now })
}
