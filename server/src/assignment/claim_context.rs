//! Everything that a claim reads before it looks for a task.

use domain::actor::Actor;
use domain::id::{AssignmentId, ProjectId, TaskId};
use domain::presentation::Presentation;
use domain::protocol::Protocol;
use domain::timestamp::Timestamp;
use domain::{Error as Refusal, assignment as rule, policy};
use sqlx::types::Json;

use super::cursor::ClaimCursor;
use crate::db::{Tx, run};
use crate::error::Result;
use crate::project::{Access, AccessRow, access_columns, access_joins};

/// An assignment that its rater holds.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Held {
    pub id: AssignmentId,
    pub task_id: TaskId,
    pub presentation: Json<Presentation>,
    pub expires_at: Timestamp,
    /// The versions that the task was last served with.
    pub guideline_version: i32,
    pub protocol_version: i32,
}

/// A project for one actor, and the assignments that the actor holds in it.
pub(crate) struct ClaimContext {
    pub access: Access,
    pub protocol: Protocol,
    pub cursor: ClaimCursor,
    /// When the first lease of the project expires, of any rater.
    pub first_expiry: Option<Timestamp>,
    /// In the order in which they were claimed.
    pub held: Vec<Held>,
}

impl ClaimContext {
    /// Whether the rater may hold no further assignment beside those in `have`.
    pub fn is_full(&self, have: &[AssignmentId]) -> bool {
        let most = usize::try_from(rule::MAX_HELD).expect("a small number");
        self.held.len() >= most && self.held.iter().all(|held| have.contains(&held.id))
    }
}

/// A [`ClaimContext`] as the database returns it: a row for each held assignment, or one for none.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    #[sqlx(flatten)]
    access: AccessRow,
    definition: Json<Protocol>,
    #[sqlx(flatten)]
    cursor: ClaimCursor,
    first_expiry: Option<Timestamp>,
    held_id: Option<AssignmentId>,
    task_id: Option<TaskId>,
    presentation: Option<Json<Presentation>>,
    expires_at: Option<Timestamp>,
    held_guideline_version: Option<i32>,
    held_protocol_version: Option<i32>,
}

/// The columns of a [`Row`]; `held` is the table of held assignments.
macro_rules! claim_columns {
    () => {
        concat!(
            access_columns!(),
            ", rater.cursor_batch_id, rater.cursor_position, rater.exhausted_epoch,
            project.slots_epoch, protocol.definition,
            (select min(expires_at) from assignment
                where project_id = project.id and state = 'held') as first_expiry,
            held.id as held_id, held.task_id, held.presentation, held.expires_at,
            held.guideline_version as held_guideline_version,
            held.protocol_version as held_protocol_version"
        )
    };
}
pub(crate) use claim_columns;

/// The joins to `project` that [`claim_columns`] needs; `$2` is the account.
macro_rules! claim_joins {
    () => {
        concat!(
            " join protocol on protocol.project_id = project.id
            and protocol.version = project.protocol_version",
            access_joins!(),
            " left join assignment as held on held.rater_id = rater.id and held.state = 'held'"
        )
    };
}
pub(crate) use claim_joins;

/// Finds the context of an actor who may see the project, in one query, because every claim
/// begins with it.
pub(super) async fn find(tx: &mut Tx, actor: &Actor, id: ProjectId) -> Result<ClaimContext> {
    let sql = concat!(
        "select ",
        claim_columns!(),
        " from project",
        claim_joins!(),
        " where project.id = $1
        order by held.claimed_at, held.id"
    );
    let rows: Vec<Row> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(actor.account_id())
        .fetch_all(conn)
        .await)?;
    let context = collect(rows).ok_or_else(|| Refusal::not_found("project"))?;
    policy::view(actor, context.access.role)?;
    Ok(context)
}

/// Collects rows into one context; none of no rows.
pub(crate) fn collect(rows: impl IntoIterator<Item = Row>) -> Option<ClaimContext> {
    let mut context = None;
    for row in rows {
        let held = row.held();
        let Row { access, definition: Json(protocol), cursor, first_expiry, .. } = row;
        let context = context.get_or_insert_with(|| ClaimContext {
            access: access.into(),
            protocol,
            cursor,
            first_expiry,
            held: Vec::new(),
        });
        context.held.extend(held);
    }
    context
}

impl Row {
    fn held(&self) -> Option<Held> {
        Some(Held {
            id: self.held_id?,
            task_id: self.task_id?,
            presentation: self.presentation.clone()?,
            expires_at: self.expires_at?,
            guideline_version: self.held_guideline_version?,
            protocol_version: self.held_protocol_version?,
        })
    }
}
