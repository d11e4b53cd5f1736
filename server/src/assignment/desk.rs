//! A rater's desk in a project: what a claim must know before it looks for a task.

use domain::actor::Actor;
use domain::id::{AssignmentId, ProjectId, TaskId};
use domain::presentation::Presentation;
use domain::protocol::Protocol;
use domain::timestamp::Timestamp;
use domain::{Error as Refusal, assignment as rule, policy};
use sqlx::types::Json;

use super::{Held, Walk};
use crate::db::{Tx, run};
use crate::error::Result;
use crate::project::{Access, AccessRow, project_columns};

/// The project as it stands to the rater, and what the rater holds of it.
pub(crate) struct Desk {
    pub access: Access,
    pub protocol: Protocol,
    pub walk: Walk,
    /// When the first lease of the project runs out, whoever holds it.
    pub first_expiry: Option<Timestamp>,
    /// In the order in which they were claimed.
    pub held: Vec<Held>,
}

impl Desk {
    /// Whether there is no room for a task beside those that the rater has in hand.
    pub fn is_full(&self, have: &[TaskId]) -> bool {
        let most = usize::try_from(rule::MAX_HELD).expect("a small number");
        self.held.len() >= most && self.held.iter().all(|held| have.contains(&held.task_id))
    }
}

/// [`Desk`] as it comes out of the database: a row for each held task, or one for none.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    #[sqlx(flatten)]
    access: AccessRow,
    definition: Json<Protocol>,
    #[sqlx(flatten)]
    walk: Walk,
    first_expiry: Option<Timestamp>,
    held_id: Option<AssignmentId>,
    task_id: Option<TaskId>,
    presentation: Option<Json<Presentation>>,
    expires_at: Option<Timestamp>,
    held_guideline_version: Option<i32>,
    held_protocol_version: Option<i32>,
}

/// Finds the desk of an actor who may see the project. One query, because every claim begins
/// with it: a row for each held task, or one for none.
pub(super) async fn find(tx: &mut Tx, actor: &Actor, id: ProjectId) -> Result<Desk> {
    let sql = concat!(
        "select ",
        project_columns!(),
        ", project.seed, member.role, member.walk_import_id,
            member.walk_position, member.walk_ended, project.reopened, protocol.definition,
            (select min(expires_at) from assignment
                where project_id = $1 and status = 'held') as first_expiry,
            held.id as held_id, held.task_id, held.presentation, held.expires_at,
            held.guideline_version as held_guideline_version,
            held.protocol_version as held_protocol_version
        from project
        join protocol on protocol.project_id = project.id
            and protocol.version = project.protocol_version
        left join member on member.project_id = project.id and member.account_id = $2
        left join assignment as held on held.rater_id = $2 and held.project_id = $1
            and held.status = 'held'
        where project.id = $1
        order by held.claimed_at, held.id"
    );
    let rows: Vec<Row> = run!(tx, |conn| sqlx::query_as(sql)
        .bind(id)
        .bind(actor.account_id())
        .fetch_all(conn)
        .await)?;
    let desk = collect(rows).ok_or_else(|| Refusal::not_found("project"))?;
    policy::view(actor, desk.access.role)?;
    Ok(desk)
}

/// Puts a desk together; none of no rows.
pub(crate) fn collect(rows: impl IntoIterator<Item = Row>) -> Option<Desk> {
    let mut desk = None;
    for row in rows {
        let held = row.held();
        let Row { access, definition: Json(protocol), walk, first_expiry, .. } = row;
        let desk = desk.get_or_insert_with(|| Desk {
            access: access.into(),
            protocol,
            walk,
            first_expiry,
            held: Vec::new(),
        });
        desk.held.extend(held);
    }
    desk
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
